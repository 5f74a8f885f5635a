# The frame: top bar, views, start page, confirmations.

coverage-title = What was read, and what is missing
coverage-whole = Everything that the documents name was read.
coverage-left-lead = Not loaded is not the same as clear. Missing, with the reason:
coverage-failed = it was asked for in vain
coverage-waiting = not asked for yet
coverage-skipped = its link leads elsewhere or too far, so it was not followed
coverage-no-link = no open document says how to load what it depends on: open the one that does
coverage-open = Open files
coverage-left = { $left ->
    [one] 1 is still not loaded: why
   *[other] { $left } are still not loaded: why
  }

refresh = Ask for it again
refreshed = Up to date
offline = No network. What is open stays usable; loading goes on by itself once it is back.
online-again = The network is back
export-menu = Export
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
astray-view = There is no view called “{ $name }”.
search-withdrawn = Withdrawn
search-hint = Search releases, bundles, ids …
copy-link = Copy a link to this view
help = Keyboard and help
theme-auto = Theme: as the system
theme-light = Theme: light
theme-dark = Theme: dark
theme-contrast = Theme: high contrast
copied = Copied
copied-link = Link copied
copied-link-without-list = Link copied. The list that you entered stays here: it is not in the link.
copied-link-without-documents = Link copied. Documents that you opened yourself are not in it.
copy-refused = The browser did not allow copying here
copy = Copy
close = Close
dismiss = Dismiss
retry = Retry
stop = Stop
filters = Filters
clear-filters = Clear filters
open = Open
show-all = Show all { $count }
yes = Yes
no = No

open-sample = Sample
address = Address of a JSON document
pasted = Pasted text
loaded = Open documents
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
sample-banner-beside = Among what is shown is the built-in sample; its names and ids are invented.
sample-away = The built-in sample was put away: only your own documents are shown.
sample-away-action = Show it as well
sample-banner-action = Open your own documents
unkept = { $count ->
    [one] Your pasted or dropped document was not kept; open it again.
   *[other] Your { $count } pasted or dropped documents were not kept; open them again.
  }
unkept-lead = Nothing that you open is stored, so a reload forgets it.

status-recalled-lead = The bundle was withdrawn by its publisher.
status-failed-lead = Building or testing the release failed.
status-carrier-lead = In order itself, but it carries recalled bundles.
status-failing-lead = Some releases failed with the customization.
status-load-failed-lead = It was asked for, and the request failed.
status-pending-lead = The release waits, or a replacement is only announced.
status-unknown-lead = Named by a document, but not loaded.
status-ok-lead = Loaded, and nothing is wrong with it itself.
raw-lines = Document as given
items = { $count ->
    [one] 1 item
   *[other] { $count } items
  }
not-a-date = Not a date: shown as written
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
evidence-title = Evidence file
evidence-save = Save evidence file
evidence-save-lead = Save evidence file: every answer with its hash, and this view, in one file that opens again offline
evidence-saved = Evidence file saved
evidence-lead = Evidence file of { $time }: shown as recorded, with { $now } as today.
evidence-intact = { $count ->
    [one] its hash matches
   *[other] all { $count } hashes match
  }
evidence-changed = { $count ->
    [one] Changed after it was recorded: { $names }
   *[other] { $count } changed after they were recorded: { $names }
  }
evidence-leave = Close the evidence
