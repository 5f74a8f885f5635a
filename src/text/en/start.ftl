# The start page and what is seldom on the frame.

download = Download
show-more = Show { $count } more
not-given = not given
empty-value = empty

start-title = What is hit, why, and what do I move to?
start-lead = Open Application Catalog answers and Cloud Foundation manifests. Release Atlas joins them and answers with verdicts, the graph and the proof.
start-privacy = Everything is read in this browser. No document, id or token leaves it.
open-files = Files
open-files-lead = Drop them anywhere on this page: manifests, customizations, releases, pages of either. Several at once are joined.
choose-files = Choose files
open-sample-lead = A catalogue customization with failed releases, and a manifest with every kind of recall; an older one to compare it with.
open-sample-button = Open the sample
open-address = Address
open-address-lead = Works when the server is this page’s own or allows it (CORS). A file always works.
open-paste = Text
read-text = Read the text
file-unreadable = The file could not be read.
close-document = Close this document
read-as = { $kind }, recognised by { $because }
odd-values = { $count ->
    [one] 1 odd value noted
   *[other] { $count } odd values noted
  }
kilobytes = { $count } KB

language = Language
language-en = English
language-de = Deutsch
help-keys = Keys
help-marks = Marks
key-search = Search
key-back = One step back
key-tab = Toolbar, graph, panel, table
key-arrows = Follow edges, drawing what comes next; move among siblings and rows
key-enter = Select and open the details
key-zoom = Zoom
key-reset = Zoom to 100 %
key-fit = Fit the graph
key-depth = Focus reaches less, more
key-dependencies = Dependencies only
key-dependants = Dependants only
key-path = Start of a path, then its end
key-table = Graph as a table
key-graph = Graph
key-copy-link = Copy a link to this view
key-help = This help
fold = Fold
unfold = Unfold
raw-search = Find in the document
previous-match = Previous match
next-match = Next match
match-of = { $at } of { $count }
copy-raw = Copy this document’s text
members = { $count ->
    [one] 1 member
   *[other] { $count } members
  }
rows-of = { $shown } of { $all }
null-value = null
empty-text = empty text
show-more-fields = Show more fields
not-a-link = not a web address: { $scheme }
address-with-credentials = address with a user name: not followed
opens-host = Opens { $host } in a new tab
