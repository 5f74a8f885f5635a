# Manifests: matrix, timeline, drift, comparison, moves, inventory, exports.
manifest-none = No manifest is open
manifest-none-lead = Open vcfManifest.json or lcmManifest.json: from the depot, from the appliance or from GET /v1/manifests.
choose-manifest = Manifest
manifest-matrix = Matrix
manifest-timeline = Timeline
manifest-drift = Drift
manifest-outside = Beside the BOM
releases-count = { $count ->
    [one] 1 release
   *[other] { $count } releases
  }
recalls-count = { $count ->
    [0] no recalls
    [one] 1 recall entry
   *[other] { $count } recall entries
  }
published = published
manifests = Manifests
releases = Releases
release = Release
released = Released
end-of-support = End of support
from-version = From version
notes = Notes
component = Component
place = Place
change = Change
subject = Subject
details = Details
summary = Summary
export = Export
copy-markdown = Copy
show-in-document = Show in the document
choose = Choose …

hide-unchanged = Hide unchanged
matrix-size = { $components ->
    [one] 1 component
   *[other] { $components } components
  } × { $releases ->
    [one] 1 release
   *[other] { $releases } releases
  }
shift-up = newer
shift-down = older
shift-added = added
shift-removed = removed
shift-same = same
shift-incomparable = not comparable
shift-changed = changed
shift-moved = moved
named-twice-in-bom = The BOM names it more than once; the first is shown
column-recalled = { $count ->
    [one] 1 bundle recalled
   *[other] { $count } bundles recalled
  }
life-ended = Support has ended ({ $date })
life-soon = Support ends within 90 days ({ $date })
not-applicable = Not applicable: { $reason }
not-applicable-short = Not applicable
way-there = Way there

dialect-none = The members fit no documented version: some are of newer, others of older ones.
dialect-one = The members fit the documentation of version { $version }.
dialect-span = The members fit the documentation of versions { $oldest } to { $newest }.
dialect-signs = { $count ->
    [one] 1 sign
   *[other] { $count } signs
  }
drift-dialect = Dialect
drift-clean = Every member is documented, and none contradicts another.
drift-missing-required = Required members are missing
drift-unknown-member = Members that nobody documented (kept)
drift-unknown-word = Words that nobody documented (kept)
drift-wrong-type = Another type than documented
drift-junk-in-list = Items unlike the others of their list
drift-object-for-list = One object where a list is documented
drift-placeholder = Placeholders of the documentation
contradiction-published-before-created = Published before it was created
contradiction-released-after-published = Released after the manifest was published
contradiction-ends-before-released = Support ends before the release
contradiction-applicable-with-reason = Applicable, and a reason why not
contradiction-inapplicable-without-reason = Not applicable, without a reason
contradiction-minimum-above-version = Demands a newer version than itself
contradiction-bundle-from-above-version = Bundles that count from a newer version than their release
contradiction-same-release-twice = The same release twice
contradiction-same-component-twice = The same component twice in a BOM
contradiction-component-without-version = BOM lines without a version
contradiction-outside-the-bom = SKU components that the BOM does not have
contradiction-order-outside-the-bom = Upgrade order names what the BOM does not have
contradiction-out-of-order = Releases out of order

list-async-patches = Async patches
async-patches-lead = Patches outside the BOM, by product.
list-sddc-manager-releases = SDDC Manager releases
sddc-manager-releases-lead = Versions of SDDC Manager that can be taken alone.
list-vvs-mappings = VVS mappings
vvs-mappings-lead = What a VxRail or vVS release stands for.
list-skus = SKUs
list-sku-bundles = SKU bundles
list-updates = Updates
list-is-empty = The manifest names none.
can-be-taken-from = from { $version }

compare-before = Before
compare-after = After
swap-sides = Swap the two sides
became = became
compare-swapped = The two sides seem to be swapped: the second manifest has the smaller sequence number.
compare-equal = Both manifests have the same sequence number.
compare-unsaid = At least one of them has neither a sequence number nor a date: which is newer is not known.
compare-mixed = A manifest and a release cannot be compared. Choose two manifests or two releases.
compare-one = One manifest is open
compare-same = Both sides are the same manifest
compare-one-lead = Open a second one to see what changed, or choose two releases above to compare their bills of materials.
open-other-sample = Open the sample’s other manifest
compare-nothing = Nothing changed
compare-nothing-lead = Both hold the same recalls, releases, BOMs and bundles, in whatever order they stand.
what-changed-when = What changed when
group-new-recalls = Newly recalled
group-statuses = Recall status changed
group-replacements = Replacements changed
group-gone-recalls = No longer recalled
group-releases-added = New releases
group-releases-gone = Releases gone
group-applicability = Applicability
group-life = End of support
group-boms = Bills of materials
group-bundles = Bundles added, gone or moved
group-others = Other members and lists
count-new-recalls = { $count ->
    [one] 1 bundle newly recalled
   *[other] { $count } bundles newly recalled
  }
count-statuses = { $count ->
    [one] 1 recalled bundle has a new status
   *[other] { $count } recalled bundles have a new status
  }
count-replacements = { $count ->
    [one] 1 recalled bundle has other replacements
   *[other] { $count } recalled bundles have other replacements
  }
count-gone-recalls = { $count ->
    [one] 1 bundle no longer recalled
   *[other] { $count } bundles no longer recalled
  }
count-releases-added = { $count ->
    [one] 1 new release
   *[other] { $count } new releases
  }
count-releases-gone = { $count ->
    [one] 1 release gone
   *[other] { $count } releases gone
  }
count-applicability = { $count ->
    [one] 1 change of applicability
   *[other] { $count } changes of applicability
  }
count-life = { $count ->
    [one] 1 end of support changed
   *[other] { $count } ends of support changed
  }
count-boms = { $count ->
    [one] 1 BOM cell changed
   *[other] { $count } BOM cells changed
  }
count-bundles = { $count ->
    [one] 1 bundle moved, added or gone
   *[other] { $count } bundles moved, added or gone
  }
count-others = { $count ->
    [one] 1 other change
   *[other] { $count } other changes
  }
replacements-added = Replacements added: { $names }.
replacements-gone = Replacements gone: { $names }.
named-now-by = Now named by { $names }.
named-no-more-by = No longer named by { $names }.

move-from = From (the version that runs)
move-to = To
move-start = Where do you start?
move-start-lead = Enter the version that runs, or choose one. Without a target, every release in one hop is listed; with one, the ways there are planned.
move-installed = Installed components (optional)
move-installed-lead = One “component version” a line. What is newer than a target’s BOM blocks the hop.
move-odd-start = What runs is not a version. Enter one such as 5.2.1.0.
move-unknown-target = No open manifest holds the target. Open a newer manifest, or choose another release.
move-not-newer = The target is not newer than what runs.
move-start-not-loaded = No open manifest holds the version that runs, so its BOM cannot be compared. The floors still hold.
move-meant = No open manifest holds this very version. These begin with it:
move-direct = In one hop
move-no-direct = No release can be reached in one hop.
move-blocked = Blocked in one hop
route-best = The way
route-hops = Fewest hops
route-risks = Fewest risks
route-size = { $hops ->
    [one] 1 hop
   *[other] { $hops } hops
  }, { $risks ->
    [0] no risks
    [one] 1 risk
   *[other] { $risks } risks
  }
risks-count = { $count ->
    [one] 1 risk
   *[other] { $count } risks
  }
no-risks = no risks
plan-this = Plan
floor-release = Allowed from { $version } on (minCompatibleVcfVersion).
floor-bundle = Its strictest bundle { $id } counts from { $version } on.
bundles-to-fetch = { $count ->
    [0] No bundle is named
    [one] 1 bundle to fetch
   *[other] { $count } bundles to fetch
  }
copy-bundle-ids = { $count ->
    [one] Copy 1 bundle id
   *[other] Copy { $count } bundle ids
  }
no-bundle-id = no id given
instead-of-bundle = in place of recalled { $id }
back-in-time = Back in time
back-in-time-lead = These are newer than the target’s BOM, so the target is not offered (KB 430825). Choose a later target.
back-in-time-of = { $component }: { $installed } is newer than { $target }.
risk-replaced = Bundle { $id } is recalled; take { $targets } in its place.
risk-replaced-same = Bundle { $id } is recalled; take { $targets } in its place. Not known to carry the same component: { $others }.
risk-replaced-unsaid = Bundle { $id } is recalled; take { $targets } in its place, which is not known to carry the same component.
risk-replaced-unsaid-beside = Bundle { $id } is recalled; take { $targets } in its place, which is not known to carry the same component. Known to carry another one: { $others }.
risk-off-bom = { $component } { $version } ({ $id } of { $carrier }) is { $stands ->
    [newer] newer than
    [older] older than
   *[other] not in order with
  } the BOM of the target: { $bom }.
off-bom = { $stands ->
    [newer] newer than the BOM of the target
    [older] older than the BOM of the target
   *[other] not in order with the BOM of the target
  }, from { $carrier }
risk-looks-recalled = The id of bundle { $id } looks like a recalled one: { $like }. Compare them.
looks-recalled = looks like a recalled one
risk-unmatched = { $count ->
    [one] 1 bundle without an id.
   *[other] { $count } bundles without an id.
  }
risk-unmatched-of = SKU { $skus }: { $count ->
    [one] 1 bundle without an id.
   *[other] { $count } bundles without an id.
  }
risks-unmatched = Bundles without an id cannot be matched to recalls. Look them up in the depot’s product version catalogue or bundle index.
risk-no-floor = No least version is given, so whether the hop is allowed cannot be checked.
risk-recalls-unsaid = No open manifest has a usable list of recalls.
risk-no-bundles = The release names no bundle, so what to fetch is not known.
block-minimum = Needs at least { $version }.
block-bundle = A bundle of it counts from { $version } on.
block-recalled = Bundle { $id } is recalled. { $answer }
block-no-bundle = Bundle { $id } is recalled, and there is no { $component } bundle to fetch: what replaces it carries other components.
step = Step
from = From
to = To
bundle = Bundle
instead-of = In place of
risks = Risks

inventory-paste = Paste or drop a list
inventory-private = Read in this browser; nothing leaves it.
inventory-placeholder = Bundle ids, file names, “component version” lines, a CSV with a head, or JSON …
inventory-example = Show an example
finding-recalled = Recalled
finding-with-recalled = With recalled bundles
finding-perhaps-recalled = Perhaps recalled
finding-ambiguous = Ambiguous
finding-near = Look-alike
finding-incomplete = Build missing
finding-outside-boms = Outside the BOMs
finding-not-found = Not found
finding-unclear = Not understood
finding-unsaid = Nothing said
finding-async-patch = Async patch
finding-in-boms = In a BOM
finding-release = Release
finding-clear = Not recalled
finding-begins = { $id } begins so, and no other.
finding-carried-lead = { $count ->
    [0] Carried by the recalled bundle { $id }
   *[other] Carried by the recalled bundle { $id } and { $count } more
  }{ $releases ->
    [0] .
   *[other] {" "}(in { $release }).
  }
finding-alike-lead = Carried by the bundle { $id }, whose id looks like a recalled one{ $releases ->
    [0] .
   *[other] {" "}(in { $release }).
  } Compare them.
finding-release-alike = { $count ->
    [one] The id of 1 of its bundles looks like a recalled one. Compare them.
   *[other] The ids of { $count } of its bundles look like recalled ones. Compare them.
  }
finding-ambiguous-lead = { $count } ids begin so: { $ids } …
finding-near-recalled = Not this id, but one that differs only in case, spaces or a prefix is recalled: { $ids }. Compare them.
finding-near-lead = Not this id, but one that differs only in case, spaces or a prefix: { $ids }.
finding-not-found-lead = Not found in what is loaded. That is not the same as clear.
finding-unsaid-lead = No open manifest has a usable list of recalls.
finding-in-boms-lead = { $count ->
    [0] In the BOM of { $name }.
    [one] In the BOM of { $name } and one earlier release.
   *[other] In the BOM of { $name } and { $count } earlier releases.
  }
finding-possible-recalled = { $version } (recalled)
finding-possible-in = { $version } ({ $name })
finding-possible-lead = { $more ->
    [0] Could be { $versions }
   *[other] Could be { $versions } or { $more } more
  }: give the build.{ $recalled ->
    [0] {""}
    [one] {" "}1 of them is recalled.
   *[other] {" "}{ $recalled } of them are recalled.
  }
finding-possible-whole = Perhaps recalled: a recalled bundle carries { $version } and does not say which build.
finding-async-patch-lead = Async patch of the manifest, beside the BOMs: { $patch }.
finding-outside-lead = In no BOM; the nearest is { $version } in { $name }.
finding-release-lead = { $name }. { $count ->
    [0] None of its bundles is recalled.
    [one] 1 of its bundles is recalled.
   *[other] { $count } of its bundles are recalled.
  }
finding-release-closed = { $name } is not applicable. { $count ->
    [0] None of its bundles is recalled.
    [one] 1 of its bundles is recalled.
   *[other] { $count } of its bundles are recalled.
  }
finding-unclear-lead = Neither an id, nor a component with its version.
named-by-none = No loaded release names it.
named-by-one = Named by { $name }.
named-by-many = Named by { $name } and { $count } more.
bom-matches = { $same ->
    [one] The component version matches the BOM of { $release }.
   *[other] All { $same } component versions match the BOM of { $release }.
  }
bom-recalled = { $count ->
    [one] That is no all-clear: 1 line of the list is recalled, or comes with recalled bundles.
   *[other] That is no all-clear: { $count } lines of the list are recalled, or come with recalled bundles.
  }
bom-alike = { $count ->
    [one] That is no all-clear: 1 line of the list is a look-alike, or comes with one. Compare them.
   *[other] That is no all-clear: { $count } lines of the list are look-alikes, or come with one. Compare them.
  }
bom-open = { $count ->
    [one] 1 component is left out of this: without its build one cannot tell which version it is.
   *[other] { $count } components are left out of this: without their builds one cannot tell which versions they are.
  }
bom-open-recalled = { $count ->
    [one] That is no all-clear: 1 of the components may be recalled.
   *[other] That is no all-clear: { $count } of the components may be recalled.
  }
bom-nearest = Nearest BOM: { $release } ({ $same } equal, { $count } not).
inventory-floor = As a whole this counts as { $release }: the floor over its components.
deviations = { $count ->
    [one] 1 component deviates
   *[other] { $count } components deviate
  }
deviation-up = { $component }: { $installed } is newer than { $bom }.
deviation-down = { $component }: { $installed } is older than { $bom }.
deviation-incomparable = { $component }: { $installed } cannot be put in order with { $bom }.
deviation-added = { $component }: { $installed }, not in the BOM.
open-release = Open the release
where-from-here = Where can I go from here?
line = Line
given = Given
finding = Finding
targets = Replacements

bom = Bill of materials
sku-join = SKU { $name }
sku-all-same = All lines are as in the BOM.
not-in-the-bom = not in the BOM
not-in-the-sku = not in the SKU
upgrade-order = Upgrade order

manifest-changes = Changes
show-on-matrix = Show on the matrix
changes-list = List of changes
changes-none = Choose two manifests
changes-none-lead = The matrix shows what changed from one manifest to another. Choose both in the comparison.
changes-no-cell = No BOM cell changed
changes-no-cell-lead = Both manifests hold the same releases with the same components.
changes-gone = { $count ->
    [one] 1 release is gone: { $names }
   *[other] { $count } releases are gone: { $names }
  }
release-is-new = New release
cell-no-bundle = No bundle of this release names it.
cell-recalled = A bundle of this component is recalled
legend-ending = Support ended or ends soon
compare-sentence = { $count ->
    [one] 1 change from { $from } to { $to }.
   *[other] { $count } changes from { $from } to { $to }.
  }
