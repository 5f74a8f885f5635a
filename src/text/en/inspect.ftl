# The inspector: addresses, answers, links; the evidence file.
inspect-nothing = Enter an address above, or open a document first.
inspect-address = Address to look at
inspect-go = Look
inspect-again = Ask again
inspect-answer = Answer
inspect-text = Text
inspect-not-asked = This address was not asked for
inspect-ask = Ask for it
inspect-ask-title = Ask { $host }?
inspect-ask-lead = The link leads to another host than the documents that are open. Nothing was sent there yet; no token of another host is sent along.
inspect-ask-host = Ask { $host }
inspect-not-askable = This cannot be asked for
inspect-masked = The secret part of the address was left out of the link. Enter the whole address above.
visit-back = Back in the inspector
visit-forward = Forward in the inspector
visited = History ({ $count })
look-here = Look at it here
open-as-document = Open as document
opened-as-document = Added to the open documents
copy-curl = Copy as curl
answer-status = status { $status }
answer-status-name = Status
answer-took = { $count } ms
answer-address = Address
answer-time = Received (UTC)
answer-bytes = Bytes
answer-hash = SHA-256
answer-headers = Headers of the answer
answer-no-headers = None that this page may see.
answer-curl = The same request in a shell
embedded-lead = A copy inside this answer. It may say less than the resource itself, or be out of date.
embedded-copy = embedded copy
embedded-whole = Back to the whole answer
embedded-more = and { $count } more, in the raw text
base-lead = Links of files resolve against
base-use = Use
base-set = Links of files resolve against it now
base-wrong = This is no address of the web.
fault-raise = Read up to { $megabytes } MB
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
