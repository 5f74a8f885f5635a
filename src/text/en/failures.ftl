# What failed, at length: causes, ways out, what was expected.

fault-network-lead = The browser does not say why. These are the causes it can have, likeliest first:
fault-timeout-lead = The server began too late or went silent. It may be busy: ask again, or save the document by other means and open the file.
fault-auth-lead = The server wants to know who asks. Enter a token for it; it stays in the memory of this page, goes to this server alone and is gone when the page is closed.
fault-forbidden-lead = The server knows the request and refuses it. Another token may be allowed to read this.
fault-missing-lead = The server has nothing at this address. Check the address, or whether it was moved or deleted.
fault-conflict-lead = Something on the server stands against it. Its own words say what.
fault-rate-lead = The server asks to wait before the next request.
fault-server-lead = The fault is on the server’s side. Asking again later often helps.
fault-http-lead = The status or the host of the answer is not what was expected, so nothing of it was taken in.
fault-html-lead = Often a sign-in page, a proxy’s notice or the page of another address. Open it in a tab to see it, or check the address.
fault-not-json-lead = The text breaks off being JSON at the place below; nothing of it was taken in.
fault-empty-lead = { $count ->
    [0] { $title } is empty (0 bytes).
    [one] { $title } holds nothing but white space (1 byte).
   *[other] { $title } holds nothing but white space ({ $count } bytes).
  } Fetch or save it again.
fault-truncated-lead = The beginning came, the end did not. Fetch or save it again.
fault-too-big-lead = Reading stopped at the limit, so that this page stays responsive. Open a part of it, such as one page of a list.
fault-too-deep-lead = No document of this kind is nested so deeply. It was not read, so that this page stays alive.
fault-shape-lead = Neither a catalogue document nor a manifest. It can still be read in the inspector.
fault-partial-lead = All that could be read is shown; what was odd is listed in the inspector.
fault-stopped-lead = It was stopped before it was complete. Nothing of it was taken in.
fault-withheld-lead = This address is never asked for by itself.

failures-more = and { $count } older ones

cause-offline = This computer is offline, says the browser.
cause-mixed = This page was loaded over https, the address is http: browsers refuse that. Use https for the address.
cause-cors-plain = If the server exists, then it does not allow this page to read its answers (CORS). It has to send:
cause-policy = The policy of this page (Content-Security-Policy, connect-src) may not name the address.
cause-certificate = The certificate may not be trusted (TLS). Open the address in a tab: the browser then says so.
cause-unreachable = The host may not exist, may not be reachable from here (VPN?) or may refuse the port.
cause-redirects = Too many redirects, or one that leads to where the browser may not follow.
cause-broke-off = The answer broke off after { $count } bytes.
cause-encoding = The body is compressed in a way that could not be undone.
cause-elsewhere = { $host } answered, not the host that was asked.
cause-portal = This network may want its own page visited first (hotel, guest Wi-Fi).
cause-took-longer = It took longer than { $seconds } seconds.
cause-larger = It is larger than { $megabytes } MB.
cause-no-body = The answer is empty.
cause-requests-off = Requests are switched off on this page.
cause-template = The address has braces that nobody filled in.
cause-not-askable = It is no address of the web, or holds a user name. Only http and https without one are asked for.
cause-bad-token = The token has characters that cannot be sent.
cause-no-sample = This copy of the viewer was published without its sample. The folder sample of the viewer belongs at this address; your own documents can be opened without it.
cause-host-fetcher = The fetcher of the page around this viewer failed.

way-proxy = Serve the API below this page’s own origin (a reverse proxy); then no permission is needed.
way-open-file = Save the document, with curl for instance, and open the file here.
way-host-page = Let the page that embeds this viewer hand the document over (its property “documents”).
way-raise-limit = Raise the limit: the attribute “max-bytes” of the element.

sign-in-lead = It is sent to { $host } alone, as “Authorization: Bearer”. It is kept in the memory of this page and nowhere else.
sign-in-token = Token
sign-in-use = Use it and ask again
sign-in-bad = A token is one line of visible characters. Paste it without line breaks.
sign-in-host-bad = The page around this viewer was asked first; what it gave cannot be used.
sign-in-forget = Forget the token
