# The markup for another page.
host-no-kind = There is no kind { $kind }; there are { $words }.
host-no-format = There is no format { $format }.
host-no-scope = There is no scope { $scope }; there are drawn, all, selection.
embed-code-form = In which form
embed-code-element = Element
embed-code-frame = Sandboxed iframe
embed-code-element-lead = For pages that allow WebAssembly. The script finds its files beside itself.
embed-code-frame-lead = For strict pages. The viewer has no network of its own: your page answers what it asks for.
embed-code-markup = Markup
embed-code-copy = Copy the markup
embed-code-more = Everything about embedding
embed-code-left-out = { $count ->
    [one] One document has no address: give it by script.
   *[other] { $count } documents have no address: give them by script.
}
