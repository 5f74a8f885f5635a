# Following links: what it costs, how far it is, what became of each address; services; refresh; network.
crawl-label = Links to { $host }
crawl-planned = { $count ->
    [one] 1 release is named but not loaded
   *[other] { $shown } releases or pages are named but not loaded
  }
crawl-running = Loading from { $host } …
crawl-offline = No network: loading waits
crawl-paused = Paused
crawl-waiting = { $host } asks to wait
crawl-stopped = Stopped
crawl-sign-in = { $host } wants to know who asks
crawl-too-many = { $host } asked to wait again and again
crawl-budget = { $sent ->
    [one] 1 request was sent; { $shown } more are named
   *[other] { $requests } requests were sent; { $shown } more are named
  }
crawl-done = { $answered ->
    [one] 1 answer was loaded from { $host }
   *[other] { $loaded } answers were loaded from { $host }
  }
crawl-done-failed = { $answered ->
    [one] 1 answer was loaded from { $host }, { $failed } could not be loaded
   *[other] { $loaded } answers were loaded from { $host }, { $failed } could not be loaded
  }
crawl-cost = { $count ->
    [one] 1 request to { $host }, more if the answer names others.
   *[other] About { $shown } requests to { $host }, failed releases first.
  }
crawl-cost-part = About { $shown } requests to { $host }, failed releases first. After { $within } requests it stops and asks.
crawl-progress = { $loaded } loaded, { $failed } failed, { $left } to go, { $requests } requests sent.
crawl-list-read = { $read } of { $total } entries of a list.
crawl-wait = It goes on by itself in { $seconds ->
    [one] 1 second.
   *[other] { $seconds } seconds.
  }
crawl-bar = Progress of loading
crawl-start = { $count ->
    [one] Load it
   *[other] Load them
  }
crawl-pause = Pause
crawl-resume = Resume
crawl-more = Load the next { $count }
crawl-retry = { $count ->
    [one] Retry the failed one
   *[other] Retry { $count } failed
  }
crawl-deeper = { $count ->
    [one] Follow 1 that is further away
   *[other] Follow { $count } that are further away
  }
crawl-expand = Ask for related releases within each answer (fewer requests)
crawl-show-list = Show each address
crawl-hide-list = Hide the addresses
crawl-put-away = Put this away; the start page keeps it
crawl-addresses = Addresses with what became of them
crawl-list-more = and { $count } more
crawl-asked = under way
crawl-left = not loaded
crawl-answered = loaded
crawl-odd-id = another id answered
crawl-load-one = Load it
crawl-load-anyway = Load it anyway
skip-host = leads to { $host }
skip-climbs = leads out of the base
skip-deep = too many steps away
skip-growing = addresses grow without end
skip-same-page = the same page again
skip-list-ended = the list ended before it
skip-download = a download

errand-failed = It could not be loaded: { $reason }.
errand-left = Not loaded yet: what it depends on is not known, which is not the same as nothing.
errand-asked = It is being loaded.
errand-outside = Its link leads to another place than the document, so it was not followed.

refresh-failed = The former answer stays on screen.
followed = { $count ->
    [one] 1 document loaded by following links
   *[other] { $count } documents loaded by following links
  }
close-followed = Close all that was loaded by following links
offline-not-sent = No network: nothing was sent. Try again when it is back.

preset-catalog = Application Catalog
preset-catalog-lead = Choose a customization or a release of a catalogue.
preset-foundation = Cloud Foundation
preset-foundation-lead = Open the manifest of an SDDC Manager, or choose one of its releases.
preset-base = Base address
preset-catalogue = Id of the catalogue
preset-token = Access token (kept in memory, sent to this server alone)
preset-token-held = A token for { $host } is held in memory.
preset-token-forget = Forget it
preset-token-how = How to get a token
preset-token-how-lead = The viewer sends GET requests only, so it asks for no token itself. Run this in a shell with your own user and password, and paste the accessToken of the answer; it holds for an hour.
preset-customizations = List customizations
preset-releases = List releases
preset-manifest = Open the manifest
preset-system-releases = List its releases
preset-needs-base = Enter the base address of the service first.
preset-needs-catalogue = Enter the id of the catalogue; it stands in the address of the service’s own pages.
preset-reading = Reading the list … { $shown } of { $all }
preset-choose = { $read ->
    [0] The list is empty.
    [one] 1 entry: choose it to open it.
   *[other] { $shown } of { $all } entries: choose one to open it.
  }
preset-part = { $shown } of { $all } entries could be read.
preset-find = Search in this list
preset-more = and { $count } more: search to find them
