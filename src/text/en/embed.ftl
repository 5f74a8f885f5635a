# The viewer inside another page: what the page set, and what its scripts are answered.
problems-title = Some settings were not understood
problem-attribute = The attribute { $name } is “{ $given }”; { $expected }.
problem-property = The property { $name } is “{ $given }”; { $expected }.
problem-config = In config.json, { $name } is “{ $given }”; { $expected }.
expects-one-of = it can be one of: { $words }
expects-number = it can be a whole number from { $low } to { $high }
expects-language = it can be a language tag such as en or de
expects-origin = it can be an exact origin such as https://api.example, without a path
problem-token-thrown = a failure: { $message }
problem-token-kind = a value that is no text
problem-token-letters = a text with spaces, line breaks or the like
expects-address = it has to be an address of http or https, without a user name
expects-object = it has to be an object
expects-list = it has to be a list
expects-text = it has to be text
expects-function = it has to be a function
expects-token = it has to give a token, one line of visible characters, or null
expects-json = it has to be JSON
expects-nothing = nothing has that name
from-host = Given by the page
host-removed = The viewer was removed before the answer was there.
host-no-item = Nothing that is loaded has the id { $id }.
host-which-item = Say which item: its id, and its kind if several have that id.
host-no-kind = There is no kind { $kind }; there are { $words }.
host-no-format = There is no format { $format }.
host-no-scope = There is no scope { $scope }; there are drawn, all, selection.
host-no-method = There is no method { $method }.
host-no-document = A document is an object, text, or bytes.
chip-loading = Loading …
chip-empty = No document is open
chip-failed = The documents could not be loaded
chip-not-found = Not among the documents
chip-several = { $count } items, first { $name }: { $sentence }
embed-code = Put this view into another page
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
