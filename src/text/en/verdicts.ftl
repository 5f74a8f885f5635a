# The sentences of verdicts: rules, targets, who needs what.
needed-by-count = needed by { $directly }
needed-directly = { $directly ->
    [one] Needed by 1 directly.
   *[other] Needed by { $directly } directly.
  }
needed-through-others = { $directly ->
    [one] Needed by 1 directly, { $others } through others.
   *[other] Needed by { $directly } directly, { $others } through others.
  }

target-of = { $id } ({ $component })
target-in = { $id } (in { $release }{ $standing ->
    [closed] , which is not applicable
    [hit] , which is hit itself
    [at-risk] , which is at risk itself
    [unknown] , of which not all is known
   *[other] {""}
  })
target-of-in = { $id } ({ $component } in { $release }{ $standing ->
    [closed] , which is not applicable
    [hit] , which is hit itself
    [at-risk] , which is at risk itself
    [unknown] , of which not all is known
   *[other] {""}
  })
recall-carried = { $count ->
    [0] Recalled; no loaded release carries it{ $alike ->
        [0] {" "}any more
       *[other] {""}
      }.
    [one] Recalled; 1 release still carries it.
   *[other] Recalled; { $count } releases still carry it.
  }
recall-alike = { $more ->
    [0] { $release } carries one whose id looks like it.
   *[other] { $release } and { $more } more carry one whose id looks like it.
  }
recall-named = { $count ->
    [one] Recalled; 1 place outside of releases still names it.
   *[other] Recalled; { $count } places outside of releases still name it.
  }
recall-newer = The newer { $release }{ $standing ->
    [closed] {" "}(not applicable)
    [hit] {" "}(hit itself)
    [at-risk] {" "}(at risk itself)
    [unknown] {" "}(not all known)
   *[other] {""}
  } carries another { $component } bundle: { $id }.
rule-recalled-move = Move to { $target }: it is READY.
rule-recalled-move-many = { $count } replacements are READY; which is for what is not said. The first is { $target }.
rule-recalled-move-same = Of { $count } replacements that are READY, { $target } carries the same component: move to it.
rule-recalled-move-other = { $count ->
    [one] Its replacement { $target } is READY, but does not carry { $component }.
   *[other] { $count } replacements are READY, but none of them carries { $component }.
  }
rule-recalled-through = { $count ->
    [one] Its replacement { $target } is READY, but itself recalled.
   *[other] Its { $count } replacements are READY, but recalled themselves; the first is { $target }.
  }
rule-recalled-through-wait = What replaces that is PENDING. Wait, and stay off both.
rule-recalled-through-withdrawn = That one is withdrawn, and no replacement of it is published.
rule-recalled-move-in-part = Move to { $target }: it is READY, but not every chain ends at a usable bundle.
rule-recalled-wait = Its replacement is PENDING: announced, not published. Wait, and stay off it.
rule-recalled-withdrawn = It is withdrawn; no replacement is published.
rule-recalled-contradictory = The manifest contradicts itself about the replacement.
rule-recalled-circular = Its replacements lead back to itself.
rule-recalled-unclear = The status of the replacement is not one that is documented.

failed-by-customization-build-error = the customization’s own build step ended with an error
failed-by-build-error = its build ended with an error
failed-by-test-error = its tests did not pass
failed-by-distribution-error = it was built, but could not be distributed
failed-by-unknown = the cause is not known

received-nothing = { $title } was read, but nothing in it can be judged. Why stands at the top of the documents.
board-none = Nothing to judge
board-none-lead = The open documents hold no releases, customizations or bundles. The start page says what each of them is.

search-count = { $count ->
    [0] Nothing found.
    [one] 1 item found.
   *[other] { $count } items found.
  }
search-matches = Best matches
search-more = and { $count } more in the lists and the graph
search-keys = Enter opens the best match, arrows walk them, Esc goes back.

board-shown = { $shown } of { $all } shown
status-label = Status
status-succeeded = Succeeded
status-loaded = Loaded
status-listed = Listed

show-all-items = Show all
rule-carries-recalled = { $count ->
    [one] It still carries the recalled { $names }.
   *[other] It still carries { $count } recalled bundles: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}and { $rest } more
      }.
  }
failures-first = { $count ->
    [one] 1 of them needs { $name }, which failed too: mend that first.
   *[other] { $count } of them need { $name }, which failed too: mend that first.
  }
failures-mostly = The most frequent cause ({ $count }): { $cause }.
rule-not-loaded-own = What it depends on is not known, or not all of it. The way on stands in its details.
rule-not-loaded-below = What something that it needs depends on is not loaded. The proof names it.
rule-not-loaded-cause = What { $cause } depends on is not loaded.
cause-of-customization-build-error = Customization’s build
cause-of-build-error = Build
cause-of-test-error = Tests
cause-of-distribution-error = Distribution
cause-of-unknown = Not known
needed-by = Needed by
rule-failed = It failed with a customization.
rule-failed-why = It failed with a customization: { $why }.
rule-depends-on-something-failed = It depends on something that failed.
rule-has-failures = { $count ->
    [one] 1 release failed.
   *[other] { $count } releases failed.
  }
rule-depends-on-failed = It depends on { $cause }, which failed{ $beside ->
    [0] {""}
    [one] , and on 1 more that failed
   *[other] , and on { $beside } more that failed
  }.
rule-depends-on-itself = It failed, and it names itself among its dependencies.
rule-depends-in-loop = It failed, and it is part of a loop: it depends on { $name }, which { $beside ->
    [0] depends on it
    [one] depends on it through 1 more
   *[other] depends on it through { $beside } more
  }.
rule-replacement-recalled = It is named as a replacement, and is itself recalled.
rule-pending = It waits for its customization.
rule-has-pending = { $count ->
    [one] 1 release still waits.
   *[other] { $count } releases still wait.
  }
rule-unhealthy = Its base image or registry is reported unhealthy.
rule-end-of-life-passed = { $count ->
    [one] Its support ended yesterday.
   *[other] Its support ended { $count } days ago.
  }
rule-end-of-life-near = { $count ->
    [0] Its support ends today.
    [one] Its support ends tomorrow.
   *[other] Its support ends in { $count } days.
  }
rule-behind-latest = A newer release of it exists.
rule-not-applicable = The manifest says that it is not applicable.
rule-not-applicable-why = Not applicable: { $why }.
rule-unmatched = { $count ->
    [one] 1 bundle carries no id, so it cannot be matched to recalls. Look it up in the depot’s product version catalogue or bundle index.
   *[other] { $count } bundles carry no id, so they cannot be matched to recalls. Look them up in the depot’s product version catalogue or bundle index.
  }
rule-unmatched-of = SKU { $skus }: { $count ->
    [one] 1 bundle carries no id, so it cannot be matched to recalls. Look it up in the depot’s product version catalogue or bundle index.
   *[other] { $count } bundles carry no id, so they cannot be matched to recalls. Look them up in the depot’s product version catalogue or bundle index.
  }
rule-recalls-unknown = No open manifest has a usable list of recalls, so nothing can be said about it. Open vcfManifest.json of the depot, or the answer of GET /v1/manifests.
rule-request-failed = { $count ->
    [0] A request for it failed. Retry to know.
    [one] 1 request for it failed. Retry to know.
   *[other] { $count } requests for it failed. Retry to know.
  }
rule-nothing-found = Everything it needs was read, and nothing in it is hit.
rule-processing-failed = The customization itself could not be processed.
rule-looks-recalled = Its id looks like a recalled one: only case, spaces or a prefix differ. Compare them.
rule-carries-look-alike = { $count ->
    [one] It carries { $names }, whose id looks like a recalled one: only case, spaces or a prefix differ. Compare them.
   *[other] It carries { $count } bundles whose ids look like recalled ones: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}and { $rest } more
      }. Compare them.
  }
rule-odd-status = Its status is not one that is documented, so what it means is not known.
rule-disputed = Documents contradict one another about it, or about something that it needs.
rule-end-of-life-ended = Its support has ended.
rule-failures-unknown = No customization with a list of failed releases is open. Open one: GET /v1/catalogs/…/customizations/…
rule-names-nothing = It names no bundle, so nothing can be matched to recalls. Open the whole manifest: lists of releases leave bundles out.
