# The answers: who needs what, why it failed, what to move to, what is missing.
customized-by = Part of customization
graph-announce = { $name }, { $status }, { $down ->
    [one] 1 dependency
   *[other] { $down } dependencies
  }, needed by { $up } directly
graph-announce-part = { $words }, part of customization { $name }
swap = Swap the two ends

outcome-failed = failed
outcome-pending = pending
outcome-succeeded = succeeded
outcomes-clash = { $name } stands in { $count } lists that exclude each other ({ $lists }); it is counted as { $counted }.
outcomes-clash-title = { $count ->
    [one] One release with several outcomes
   *[other] { $count } releases with several outcomes
  }
failure-title = { $count ->
    [one] Why it failed
   *[other] Why it failed, { $count } times
  }
failure-with = Customization
failure-when = When
failure-log = Log
failure-log-open = Open the log
failure-cause = Cause
failure-unsaid = The document says that it failed, and not why.
failure-stated = Stated at

paste-blank = There is nothing to read yet: paste JSON text into the field first.
read-as-unknown = { $kind }, not recognised
strange-title = Nothing in it can be judged
strange-empty-list = This is an empty list: it holds no object by which a kind could be told.
strange-list = { $count ->
    [one] This is a list of 1 entry; it is neither a release nor a customization.
   *[other] This is a list of { $count } entries; none of the first ones is a release or a customization.
  }
strange-empty-object = This is an empty object: it has no member by which a kind could be told.
strange-object = { $rest ->
    [0] Its members are { $names }. None of them makes it a document that is known here.
   *[other] Its members are { $names } and { $rest } more. None of them makes it a document that is known here.
  }
strange-single = This is a single value, not an object or a list.
strange-hal = This is a HAL resource of another kind. Its links can be followed in the inspector.
strange-problem = This is the answer of a server that reports an error; the document that was asked for is not in it.
strange-holds-nothing = It holds no release, customization or bundle, so there is nothing to judge.
strange-known = Known are: a customization (failed_releases, pending_releases, succeeded_releases), a release (id, version, revision; dependencies), an LCM manifest (releases, recalledBundles), and pages of these.
strange-raw = Look at it as it is

failed-retry = Mend the cause, then run the customization again
failed-mend = Mend this first: { $cause }.
failed-mend-root = Mend { $name } first: it failed too, and this needs it.
mend-title = What to mend, in this order
mend-needed-by = { $count ->
    [one] 1 of the failed releases needs it:
   *[other] { $count } of the failed releases need it:
  }
mend-alone = None of the other failures needs it.
mend-retry = Then run the customization again.
failed-mend-then = Then see whether this is left: { $cause }.
failed-mend-unsaid = The document names no cause; look into the log of the customization.
failed-details = Description, time and log
failed-others = Other releases of this product that did not fail
failed-later = newer
failed-earlier = older
failed-others-none = None is loaded.
failed-waits = What waits for it
failed-waits-none = Nothing that is loaded needs it.

move-target-blocked = { $name } is blocked
move-beyond = The next newer release that is open:
move-nearest = Nearest release that is open:
move-nearest-none = No release before it can be reached either.

gap-title = What it depends on is not known.
gap-only-named = Open documents name it, but none describes it, and no link from here leads to it.
gap-title-in-part = What it depends on is known in part.
gap-only-linked = Its document links to dependencies but does not list them, so there may be others.
gap-not-in-answer = Its document is open, but holds neither a list of dependencies nor links to them.
gap-file = The document came as a file, so its links lead nowhere yet.
gap-file-action = Say where it came from
gap-do = Open the catalogue’s own answer for it, with its relations, or drop that answer here as a file:
gap-ask = Ask for it with its relations

help-verdicts = Verdicts
help-relations = What is known of relations
help-standing-hit = It is recalled or failed itself, or it carries what is. Act on it.
help-standing-at-risk = It needs something that is hit, it waits, its support ends, or documents disagree.
help-standing-unknown = Too little is loaded to say. That is never the same as clear.
help-standing-clear = Everything that it needs was read, and nothing in it is hit.
relation-none = Known: none
relation-none-lead = A document lists its relations, and the list is empty.
relation-not-loaded = Not loaded
relation-not-loaded-lead = It is only named or linked; what it holds was not asked for yet.
relation-failed = Failed to load
relation-failed-lead = It was asked for, and no usable answer came; Retry stands at the item.

astray-focus = Nothing that is loaded is called “{ $name }”: the whole graph is drawn.
astray-side = Nothing that is loaded is called “{ $name }”: the newest that is loaded stands in its place.
why-unknown = Nothing that is loaded is called “{ $name }”.
why-near = Did you mean
not-loaded-note = Not loaded: this is not the same as none.
not-loaded-more = There may be more: its own list is not loaded.
