# Exports: the menu, what can be written, and the decision record.
export-menu = Export
export-item-menu = Export this item
export-scope = How much
scope-drawn = What is shown
scope-all = Everything loaded
scope-selection = The selection and all around it
format-svg = Picture, as shapes
format-png = Picture, as pixels
format-markdown = Decision record
format-csv = Spreadsheet
format-json = Data with places
format-graphml = Graph editors
format-dot = Graphviz
format-mermaid = Mermaid diagram
format-cyclonedx = Bill of materials
format-table-markdown = Table for a ticket
format-table-json = Data
export-save = Save as { $format }
export-copy = Copy { $format }
export-working = Writing { $format } …
exported = Saved { $name }
export-nothing = There is nothing to export here.
export-select-first = Select an item first, then export the selection.
export-picture-failed = The browser could not turn the picture into pixels. Save it as SVG instead.
copy-for-ticket = Copy as Markdown for the ticket
record-title = Decision record
record-title-item = Decision record: { $name }
record-question = What is hit, why, and what do we move to?
record-question-item = Is { $name } hit, why, and what do we move to?
record-as-of = As of { $time }.
record-verdict = Verdict
record-reasons = Why
record-reason = Reason
record-path = Path
record-stated-in = Stated in
record-moves = What to move to
record-change = Change { $name }.
record-hit = What is hit
record-dependants = { $count ->
    [one] 1 item needs it, directly or through others.
   *[other] { $count } items need it, directly or through others.
  }
record-rest = { $count ->
    [one] 1 more is not listed.
   *[other] { $count } more are not listed.
  }
record-standing = Verdict
record-item = Item
record-id = Id
record-sentence = In words
record-carried-by = Carried by
record-sources = Read from
record-document = Document
record-loaded = Loaded (UTC)
record-hash = SHA-256 of its text
