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

received-nothing = { $title } was read, but nothing in it can be judged. Why stands in the list of documents.
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
failures-mostly = The most frequent cause ({ $count }): { $cause }.
rule-not-loaded-own = What it depends on is not known, or not all of it. The way on stands in its details.
rule-not-loaded-below = What something that it needs depends on is not loaded. The proof names it.
rule-not-loaded-cause = What { $cause } depends on is not loaded.
cause-of-customization-build-error = Customization’s build
cause-of-build-error = Build
cause-of-test-error = Tests
cause-of-distribution-error = Distribution
cause-of-unknown = Not known
