# Verdicts: the board, the panel, the proof.
standing-hit = HIT
standing-at-risk = AT RISK
standing-unknown = UNKNOWN
standing-clear = CLEAR
status-recalled = Recalled
status-failed = Failed
status-load-failed = Load failed
status-pending = Pending
status-unknown = Not loaded
status-ok = OK
item-release = Release
item-customization = Customization
item-vcf = Cloud Foundation release
item-bundle = Bundle
item-unknown = Unknown item

board-title = Verdicts
board-lead = { $hit ->
    [0] Nothing is hit
    [one] 1 item is hit
   *[other] { $hit } items are hit
  }{ $risk ->
    [0] {""}
    [one] , 1 is at risk
   *[other] , { $risk } are at risk
  }.
board-filter = Only { $name }
board-recalls = Recalls by answer
board-causes = Failures by cause
board-kinds = Kinds
board-statuses = Status
board-coverage = Coverage

panel = Details of { $name }
close-panel = Close the details
depends-on = Depends on
needed-by = Needed by
standing-hit-lead = recalled, failed, or carrying it
standing-at-risk-lead = depends on a hit, or waits
standing-unknown-lead = too little is loaded to say
standing-clear-lead = all was read, nothing is hit
item-not-found = Nothing that is loaded names this item. That is not the same as clear: open the document that should hold it.

facet-verdict = Verdict
facet-status = Status
facet-kind = Kind
facet-cause = Cause of failure
facet-product = Product
facet-branch = Branch
facet-base-image = Base image
facet-registry = Registry
facet-packaging = Packaging

and-more = and { $count } more

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
rule-unmatched = { $count ->
    [one] 1 SKU bundle carries no id, so it cannot be matched to recalls. Look it up in the depot’s product version catalogue or bundle index.
   *[other] { $count } SKU bundles carry no id, so they cannot be matched to recalls. Look them up in the depot’s product version catalogue or bundle index.
  }
rule-recalls-unknown = No open manifest has a usable list of recalls, so nothing can be said about it. Open vcfManifest.json of the depot, or the answer of GET /v1/manifests.
rule-request-failed = { $count ->
    [0] A request for it failed. Retry to know.
    [one] 1 request for it failed. Retry to know.
   *[other] { $count } requests for it failed. Retry to know.
  }
rule-nothing-found = Everything it needs was read, and nothing in it is hit.
coverage = Of it and all that it needs, { $read } of { $known } items were read.
coverage-alone = It was read; it needs nothing else.
coverage-unread = What it needs was not read.
rule-processing-failed = The customization itself could not be processed.
rule-looks-recalled = Its id looks like a recalled one: only case, spaces or a prefix differ. Compare them.
rule-disputed = Documents contradict one another about it, or about something that it needs.
rule-end-of-life-ended = Its support has ended.
rule-failures-unknown = No customization with a list of failed releases is open. Open one: GET /v1/catalogs/…/customizations/…
rule-names-nothing = It names no bundle, so nothing can be matched to recalls. Open the whole manifest: lists of releases leave bundles out.

path-same = The path starts at this very item: choose another one as its end.
path-started = The path starts here. Select its end and press p again.
