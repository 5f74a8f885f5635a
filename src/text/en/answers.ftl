# The answers: who needs what, why it failed, what to move to, what is missing.
needed-by-count = needed by { $directly }
needed-directly = { $directly ->
    [one] Needed by 1 directly.
   *[other] Needed by { $directly } directly.
  }
needed-through-others = { $directly ->
    [one] Needed by 1 directly, { $others } through others.
   *[other] Needed by { $directly } directly, { $others } through others.
  }
customized-by = Part of customization
graph-announce = { $name }, { $status }, { $down ->
    [one] 1 dependency
   *[other] { $down } dependencies
  }, needed by { $up } directly
graph-announce-part = { $words }, part of customization { $name }
swap = Swap the two ends

target-of = { $id } ({ $component })
target-in = { $id } (in { $release })
target-of-in = { $id } ({ $component } in { $release })
recall-carried = { $count ->
    [0] Recalled; no loaded release carries it any more.
    [one] Recalled; 1 release still carries it.
   *[other] Recalled; { $count } releases still carry it.
  }
recall-named = { $count ->
    [one] Recalled; 1 place outside of releases still names it.
   *[other] Recalled; { $count } places outside of releases still name it.
  }
recall-newer = The newer { $release } carries another { $component } bundle: { $id }.
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
rule-recalled-through-wait = What replaces that is PENDING, only announced. Wait, and stay off both.
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
received-nothing = { $title } was read, but nothing in it can be judged. Why stands in the list of documents.
read-as-unknown = { $kind }, not recognised
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
board-none = Nothing to judge
board-none-lead = The open documents hold no releases, customizations or bundles. The start page says what each of them is.

failed-retry = Mend the cause, then run the customization again
failed-mend = Mend this first: { $cause }.
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

why-unknown = Nothing that is loaded is called “{ $name }”.
why-near = Did you mean
show-all-items = Show all
rule-carries-recalled = { $count ->
    [one] It still carries the recalled { $names }.
   *[other] It still carries { $count } recalled bundles: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}and { $rest } more
      }.
  }
failures-mostly = The most frequent cause ({ $count }): { $cause }.
not-loaded-note = Not loaded: this is not the same as none.
not-loaded-more = There may be more: its own list is not loaded.
rule-not-loaded-own = What it depends on is not known, or not all of it. The way on stands in its details.
rule-not-loaded-below = What something that it needs depends on is not loaded. The proof names it.
rule-not-loaded-cause = What { $cause } depends on is not loaded.
cause-of-customization-build-error = Customization’s build
cause-of-build-error = Build
cause-of-test-error = Tests
cause-of-distribution-error = Distribution
cause-of-unknown = Not known
