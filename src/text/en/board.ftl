# Verdicts: the board, the panel, the proof.
standing-hit = HIT
standing-at-risk = AT RISK
standing-unknown = UNKNOWN
standing-clear = CLEAR
status-recalled = Recalled
status-carrier = Carries recalled
status-failed = Failed
status-failing = With failures
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
    [0] { $unsure ->
        [0] Nothing is hit
       *[other] Nothing is known to be hit
      }
    [one] 1 item is hit
   *[other] { $hit } items are hit
  }{ $risk ->
    [0] {""}
    [one] , 1 is at risk
   *[other] , { $risk } are at risk
  }{ $unknown ->
    [0] {""}
    [one] ; 1 item is unknown
   *[other] ; { $unknown } items are unknown
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
standing-hit-lead = recalled, failed, or carrying it
standing-at-risk-lead = needs a hit, waits, or its support ends
standing-unknown-lead = too little is loaded to say
standing-clear-lead = all was read, nothing is hit
item-not-found = Nothing that is loaded names this item. That is not the same as clear: open the document that should hold it.

answer-move = Move
answer-move-other = Other component
answer-move-in-part = Move in part
answer-wait = Wait
answer-withdrawn = No replacement
answer-contradictory = Contradictory
answer-circular = Circular
answer-unclear = Unclear
digest-recalled = { $count ->
    [one] 1 bundle is recalled
   *[other] { $count } bundles are recalled
  }
digest-failed = { $count ->
    [one] 1 release failed
   *[other] { $count } releases failed
  }
digest-life = { $count ->
    [one] Support ends for 1 item
   *[other] Support ends for { $count } items
  }
reason-ended = Ended
reason-ends-soon = Within 90 days
facet-reason = Reason
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
coverage = Of it and all that it needs, { $read } of { $known } items were read.
coverage-alone = Read in full; it depends on nothing else.
coverage-unread = What it needs was not read.

path-same = The path starts at this very item: choose another one as its end.
path-started = The path starts here. Select its end and press p again.
