# Marks, legends and places of the pictures.
card-recalled = Recalled
card-carrier = Carries recalled
card-failed = Failed
card-pending = Pending
card-unknown = Not loaded
card-load-failed = Load failed
card-failing = With failures
card-at-risk = OK, but AT RISK
card-unclear = OK, but UNKNOWN
card-ok = OK and CLEAR
group-rest = Not given
reason-failed = failed
reason-recalled = recalled
reason-inapplicable = not applicable
reason-pending = pending
reason-not-loaded = not loaded
reason-unpublished = not published
reason-superseded = superseded
command-unfold-dependants = Show all dependants
command-unfold-dependencies = Show all dependencies
key-sides = Show all dependants, all dependencies
export-lights = With selection and highlights
figure-chains = Chains
figure-chain-of = { $at } of { $count }
figure-chain-before = Chain before
figure-chain-after = Next chain
figure-chain = { $answer } · { $name } ({ $bundles ->
    [one] 1 bundle
   *[other] { $bundles } bundles
  })
timeline-legend-release = Release
timeline-legend-closed = Release that is not applicable
timeline-legend-supported = In support
timeline-legend-ended = Support has ended
timeline-legend-unsaid = End of support is not said
timeline-legend-today = Today
timeline-ends = Support of { $line } ends on { $date }
timeline-ended = Support of { $line } ended on { $date }
drift-places-more = and { $count } more
drift-kept-first = Places are kept of the first { $count }.
drift-not-a-word = (no text)
hubs-folded = +{ $edges } at { $count ->
    [one] 1 hub
   *[other] { $count } hubs
  }
