# Failures: what happened, why it may have, and the ways on.
fault-network = No answer.
fault-timeout = No whole answer in time.
fault-auth = Sign in (again).
fault-forbidden = Not allowed.
fault-missing = Not there.
fault-conflict = The server refuses it as it stands.
fault-rate = Too many requests.
fault-server = The server failed.
fault-http = An unexpected answer.
fault-html = A web page came instead of JSON.
fault-not-json = This is not JSON.
fault-empty = The document is empty.
fault-truncated = The document ends too early.
fault-too-big = The document is larger than the limit.
fault-too-deep = The document is nested more deeply than the limit.
fault-shape = JSON, but no document that is known.
fault-partial = Shown with notices.
fault-stopped = Stopped.
fault-withheld = Not requested.

fault-asked = Asked
fault-status = status { $status }
fault-causes = Possible causes
fault-ways = Ways on
fault-words = The server’s own words
fault-more-lines = and { $count } more lines
fault-excerpt = What came, as text
fault-excerpt-cut = What came, as text (the beginning)
fault-place = Line { $line }, column { $column }: { $expected } was expected, { $found } stands there.
fault-wait = The server asks to wait { $seconds } seconds.
fault-sign-in = Enter a token
fault-in-tab = Open in a tab
fault-open-file = Open a file
fault-copy = Copy details
fault-again = Retry
failures = { $count ->
    [one] 1 document could not be read
   *[other] { $count } documents could not be read
  }
failures-dismiss = Dismiss all
fetching-bytes = { $received } KB
fetching-of = { $received } of { $total } KB

sign-in-title = A token for { $host }
cancel = Cancel

ask-host-title = Load a document from { $host }?
ask-host-lead = The address of this page asks for a document of another host. Nothing was sent there yet. What it says is shown under its host’s name.
ask-host-load = Load from { $host }
ask-host-leave = Leave it
