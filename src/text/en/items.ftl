# Items: panels, tables, proofs, kinds and statuses at length.

tab-summary = Summary
tab-why = Why
tab-move = Move
tab-links = Links
tab-raw = Raw
copy-id = Copy the id
focus-in-graph = Show in the graph
carries = Bundles
replaced-by = Replaced by
replaces = Replaces
customizes = Applied to
none-known = None. The document says so.
relations-failed = Could not be loaded.
all-fields = All fields
other-fields = Other fields
copies = Described in { $count } places
show-proof = Show the proof
field-copy = Also described here ({ $at } of { $count })

column-risk = Verdict
column-name = Name
column-version = Version
column-status = Status
column-kind = Kind
column-packaging = Packaging
column-base-image = Base image
column-registry = Registry
column-branch = Branch
column-cause = Cause
column-depends-on = Depends on
column-needed-by = Needed by
column-applied = Releases
column-failures = Failures

recalls-lead = { $count ->
    [one] 1 bundle is recalled
   *[other] { $count } bundles are recalled
  }
recalls-empty-none = Nothing is recalled
recalls-empty-none-lead = The manifest has a list of recalled bundles, and it is empty: the publisher says so.
recalls-absent-none = No word about recalls
recalls-absent-none-lead = No open document has a list of recalled bundles. That is not the same as “none”: open an LCM manifest.
recalls-nameless-none = No recall names a bundle
recalls-nameless-none-lead = The manifest has a list of recalls with entries, but none of them names a recalled bundle: they are empty, or hold the documentation’s placeholders. What is recalled cannot be said; ask for a complete manifest.
recalls-unusable-none = The list of recalls cannot be used
recalls-unusable-none-lead = The manifest’s recalledBundles is null, no list, or a list without a usable entry. Nothing can be said about recalls; ask for a complete manifest.
releases-none = No releases
releases-none-lead = The open documents hold no catalogue releases. Open a customization or a page of releases.
customizations-none = No customizations
customizations-none-lead = The open documents hold no customizations. Open a CustomizationDetailed answer.
graph-none = Nothing to draw
graph-none-lead = The open documents hold no releases or bundles.
still-named-by = { $count ->
    [0] no longer named
    [one] still named once
   *[other] still named { $count } times
  }

answer-unrecalled = Not recalled
answer-unknown-id = Unknown id
answer-unsaid = Nothing said
answer-move-lead = Every chain ends at a bundle that is not recalled.
answer-move-other-lead = The replacements are READY, but none of them carries the same component.
answer-move-in-part-lead = Some chains end at a usable bundle, others do not.
answer-wait-lead = A replacement is announced, its ids are not published yet.
answer-withdrawn-lead = No replacement is published. Keep off it.
answer-contradictory-lead = What the manifest says about it contradicts itself.
answer-circular-lead = Its replacements lead back to itself.
answer-unclear-lead = The status is not one of NONE, PENDING, READY.
answer-unrecalled-lead = The manifest’s list of recalls does not hold it.
answer-unknown-id-lead = No open manifest names this id.
answer-unsaid-lead = No open manifest has a usable list of recalls.
final-targets = Final targets
targets-same = Move to
targets-other = Also named, for another component
targets-other-only = Named, but for another component
targets-unsaid = Also named, not known to be for the same component
oddities = What is odd
no-replacement-ids = no replacement ids
no-recalled-bundles = No bundle of this release is recalled by an open manifest.
nothing-to-change = No direct change would clear a hit of this item.
change-these = The smallest set of direct changes that clears all hits

no-links = This object has no HAL links.
embedded = embedded
documentation = documentation
templated = template
follow = Follow
template-broken = The template is malformed: it is shown, never requested.
link-null = null: the relation is known and leads nowhere now
link-nowhere = no address
link-name = name
link-type = type
link-profile = profile
link-hreflang = language
link-deprecated = Deprecated by its server:
link-odd-linksform = _links is no object.
link-odd-embeddedform = _embedded is no object.
link-odd-nulllink = The link is null.
link-odd-textlink = The link is a text, not an object.
link-odd-otherlink = The link is no object.
link-odd-hrefmissing = It has no href.
link-odd-hrefempty = Its href is empty: the document itself.
link-odd-hrefform = Its href is no text.
link-odd-templatedform = “templated” is neither true nor false.
link-odd-templateundeclared = It has braces, but is not marked as a template.
link-odd-templateempty = It is marked as a template, but has nothing to fill in.
link-odd-memberform = A member of it that should be text is something else.
link-odd-curieunusable = The curie has no name or no {"{rel}"}.
link-odd-embeddednoobject = An embedded resource is no object.

odd-ready-without-ids = READY, but no replacement id is given.
odd-pending-with-ids = PENDING, but replacement ids are given.
odd-none-with-ids = NONE, but replacement ids are given.
odd-status = The status is “{ $detail }”, which is not documented.
odd-recalls-nothing = The entry recalls nothing.
odd-placeholder = The entry holds a placeholder of the documentation.
odd-named-twice = { $id } stands twice in one list.
odd-fork = More than one replacement, without a word about which one is for which.
odd-merge = Several entries lead to { $id }.
odd-chain = { $id } is itself recalled: the chain goes on.
odd-self-loop = { $id } is named as its own replacement.
odd-cycle = { $id } is part of a loop of replacements.
odd-different-answers = { $id } is recalled more than once, with different statuses.
odd-different-replacements = { $id } is recalled more than once, with different replacements.
odd-overruled = A newer manifest says otherwise; this entry is not heard for { $id }.
odd-recalled-unknown = No open manifest names { $id } outside the recall.
odd-replacement-unknown = No open release names the replacement { $id }.
odd-looks-like = { $id } looks like { $detail }; they are not joined.

why-title = Why is one in the other?
why-lead = The shortest chains from an item down to another, with the place that states each step.
why-from = From
why-to = To
why-hint = Name, version or id
why-choose = Choose two items that are loaded. In an item’s panel, “Path from here” and “Path to here” fill these fields.
why-examples = Chains worth a look
why-chain = Chain
why-step = Step
why-none = No chain leads from one to the other in what is loaded. That is not the same as “unrelated”: relations that are not loaded are unknown.
why-turned = There is no chain in this direction; these lead the other way round.
why-count = { $count ->
    [one] 1 chain in all
   *[other] { $count } chains in all
  }
path-from-here = Path from here
path-to-here = Path to here
