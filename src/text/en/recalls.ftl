# Recalls in depth: the picture of a chain, what names a bundle, what is odd, whether a move is safe.
recalls-list = Bundles
recalls-picture = Picture
recalls-oddities = What is odd
recall-in-no-release = In no opened release
target-contents = Replaced with
targets-beside = { $count ->
    [one] 1 more is not known to carry the same component
   *[other] { $count } more are not known to carry the same component
  }
figure-label = Picture of the recall chain
figure-recalled = Recalled
figure-target = Move here
figure-not-ready = Do not move yet
figure-replaced = replaced
figure-announced = announced
figure-withdrawn = no replacement
figure-no-ids = no ids
figure-contradicts = contradicts
figure-unclear = unclear
figure-ids = { $count ->
    [one] and 1 more bundle
   *[other] and { $count } more bundles
  }
figure-between = { $count ->
    [one] 1 step folded
   *[other] { $count } steps folded
  }
figure-beside = { $count ->
    [one] 1 related entry
   *[other] { $count } related entries
  }
figure-loop = The dashed line leads back: the replacements go in a circle.
figure-fork = Several replacements for one entry; the manifest does not say which one is for which.
figure-folded = { $folded } of { $all } entries are folded.
figure-more = Draw more
figure-wide = Show the picture in full width
chain-more = { $count ->
    [one] 1 more step; the picture counts it.
   *[other] { $count } more steps; the picture counts them.
  }

named-alike = a look-alike in { $place }
named-recalled-by = Recalled by
named-by = Named by
named-look-alikes = Ids that look the same
named-look-alikes-lead = They differ only in case, spaces, a “bundle-” prefix or a file’s ending. They are not joined: compare them yourself.
answer-recalled = Recalled
status-words-ready = It is withdrawn and replaced by:
status-words-ready-without-ids = It is withdrawn, and said to be replaced, but no replacement is named. Ask the publisher or look for a newer manifest.
status-words-pending = It is withdrawn; a replacement is announced and not published yet. Wait for a newer manifest.
status-words-pending-with-ids = It is withdrawn; the replacement is only announced, though these ids are given already:
status-words-none = It is withdrawn, and nothing will replace it.
status-words-none-with-ids = It is withdrawn with nothing to replace it, and yet these ids are given:
status-words-missing = It is withdrawn; how far the replacement is, is not said.
status-words-other = It is withdrawn; the word for how far the replacement is, is not documented.

oddities-none = Nothing about the recalls is odd.
oddities-lead = What contradicts itself, what leads in circles and what only looks the same. Nothing here is joined or passed over in silence.
odd-ready-without-ids-title = READY without replacement ids
odd-pending-with-ids-title = PENDING with replacement ids
odd-none-with-ids-title = NONE with replacement ids
odd-status-title = A status that is not documented
odd-recalls-nothing-title = Entries that recall nothing
odd-placeholder-title = Placeholders of the documentation
odd-named-twice-title = Ids that stand twice
odd-fork-title = More than one replacement
odd-merge-title = One replacement for several entries
odd-chain-title = Replacements that are recalled themselves
odd-self-loop-title = Bundles that replace themselves
odd-cycle-title = Replacements that go in a circle
odd-different-answers-title = Recalled with different statuses
odd-different-replacements-title = Recalled with different replacements
odd-overruled-title = Overruled by a newer manifest
odd-recalled-unknown-title = Recalled, and carried by no opened release
odd-replacement-unknown-title = Replacements that no opened release carries
odd-looks-like-title = Ids that look the same

safe-question = Safe to move to?
safe-yes = Yes
safe-with-care = With care
safe-with-care-instead = With care: take { $target } instead of { $id }
safe-with-care-replaced = With care: take the replacements of { $count } recalled bundles
safe-no = No
safe-no-recalled = No: { $count ->
    [one] 1 recalled bundle
   *[other] { $count } recalled bundles
  }
safe-unsaid = Cannot be said
check-applicable = The manifest says that it may be taken.
check-applicable-unsaid = Whether it may be taken is not said (manifests before 4.4 do not say it).
check-life-going = It is supported until { $date }.
check-life-soon = Its support ends within 90 days: { $date }.
check-life-ended = Its support has ended: { $date }.
check-life-unsaid = When its support ends is not said. See the life cycle pages of the publisher.
check-none-recalled = { $count ->
    [one] Its 1 bundle is not recalled.
   *[other] None of its { $count } bundles is recalled.
  }
check-recalled = A bundle of it is recalled. { $answer }
check-looks-recalled = The id of a bundle looks like a recalled one. Compare them.
least-installer = Least installer
patch-bundles = Patch bundles
patch-bundles-without = { $without } without an id
patch-bundles-count = { $count ->
    [one] 1 bundle
   *[other] { $count } bundles
  }{ $without ->
    [0] {""}
   *[other] , and { $without } without an id
  }
cannot-be-matched = Without an id: it cannot be matched to recalls.
