# The frame: top bar, views, start page, confirmations.
views = Views
view-sources = Sources
view-hit = Verdicts
view-graph = Graph
view-releases = Releases
view-customizations = Customizations
view-recalls = Recalls
view-manifest = Manifest
view-why = Why
view-move = Move
view-compare = Compare
view-inventory = Inventory
view-inspect = Inspect

skip-to-verdicts = Skip to the verdicts
skip-to-content = Skip to the content
summary-open = Show what stands at { $standing }: { $count }
summary-percent = { $percent } % read
summary-coverage = { $read } of { $known } items are loaded with their relations; { $failed } were asked for in vain. The age is that of the newest document’s reading.
activity = What is under way
go-sources = Documents: open, close, sample
search = Search everything that is loaded
search-hint = Search releases, bundles, ids …
copy-link = Copy a link to this view
help = Keyboard and help
theme-auto = Theme: as the system
theme-light = Theme: light
theme-dark = Theme: dark
theme-contrast = Theme: high contrast
copied = Copied
copy-refused = The browser did not allow copying here
copy = Copy
close = Close
dismiss = Dismiss
retry = Retry
stop = Stop
filters = Filters
clear-filters = Clear filters
open = Open
download = Download
show-more = Show { $count } more
show-all = Show all { $count }
yes = Yes
no = No
not-given = not given
empty-value = empty

start-title = What is hit, why, and what do I move to?
start-lead = Open Application Catalog answers and Cloud Foundation manifests. Release Atlas joins them and answers with verdicts, the graph and the proof.
start-privacy = Everything is read in this browser. No document, id or token leaves it.
open-files = Files
open-files-lead = Drop them anywhere on this page: manifests, customizations, releases, pages of either. Several at once are joined.
choose-files = Choose files
open-sample = Sample
open-sample-lead = A catalogue customization with failed releases, and a manifest with every kind of recall; an older one to compare it with.
open-sample-button = Open the sample
open-address = Address
open-address-lead = Works when the server is this page’s own or allows it (CORS). A file always works.
address = Address of a JSON document
open-paste = Text
read-text = Read the text
pasted = Pasted text
file-unreadable = The file could not be read.
loaded = Open documents
close-document = Close this document
read-as = { $kind }, recognised by { $because }
odd-values = { $count ->
    [one] 1 odd value noted
   *[other] { $count } odd values noted
  }
kilobytes = { $count } KB
kind-customization = Customization
kind-customizations = Page of customizations
kind-release = Catalogue release
kind-releases = Page of catalogue releases
kind-manifest = LCM manifest
kind-manifest-releases = Page of Cloud Foundation releases
kind-hal = HAL resource
kind-problem = Error answer
kind-other = Other JSON

fetching = Fetching { $title } …
reading = Reading { $title } …
refused = This could not be read.
nothing-loaded = No document is open
nothing-loaded-lead = Verdicts, graph and tables come from the documents that you open.
working = Working it out …
working-lead = The documents are large. Everything else on the page stays usable meanwhile.

nothing-found = Nothing matches
nothing-found-lead = No item matches the words and filters.
go-open = Open documents
sample-banner = This is the built-in sample; names and ids are invented.
sample-banner-action = Open your own documents

language = Language
language-en = English
language-de = Deutsch
help-keys = Keys
help-marks = Marks
key-search = Search
key-back = One step back
key-tab = Toolbar, graph, panel, table
key-arrows = Follow edges, move among siblings and rows
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
status-recalled-lead = The bundle was withdrawn by its publisher.
status-failed-lead = Building or testing the release failed.
status-load-failed-lead = It was asked for, and the request failed.
status-pending-lead = The release waits, or a replacement is only announced.
status-unknown-lead = Named by a document, but not loaded.
status-ok-lead = Loaded, and nothing is wrong with it itself.
fold = Fold
unfold = Unfold
raw-search = Find in the document
raw-lines = Document as given
previous-match = Previous match
next-match = Next match
match-of = { $at } of { $count }
copy-raw = Copy this document’s text
items = { $count ->
    [one] 1 item
   *[other] { $count } items
  }
members = { $count ->
    [one] 1 member
   *[other] { $count } members
  }
rows-of = { $shown } of { $all }
null-value = null
empty-text = empty text
show-more-fields = Show more fields
not-a-date = Not a date: shown as written
not-a-link = not a web address: { $scheme }
address-with-credentials = address with a user name: not followed
opens-host = Opens { $host } in a new tab
seconds-ago = { $count ->
    [one] 1 second ago
   *[other] { $count } seconds ago
  }
minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
  }
hours-ago = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
  }
days-ago = { $count ->
    [one] yesterday
   *[other] { $count } days ago
  }
months-ago = { $count ->
    [one] a month ago
   *[other] { $count } months ago
  }
years-ago = { $count ->
    [one] a year ago
   *[other] { $count } years ago
  }
seconds-ahead = in a moment
minutes-ahead = { $count ->
    [one] in a minute
   *[other] in { $count } minutes
  }
hours-ahead = { $count ->
    [one] in an hour
   *[other] in { $count } hours
  }
days-ahead = { $count ->
    [one] tomorrow
   *[other] in { $count } days
  }
months-ahead = { $count ->
    [one] in a month
   *[other] in { $count } months
  }
years-ahead = { $count ->
    [one] in a year
   *[other] in { $count } years
  }
just-now = just now
today = today
