# Das Markup für eine andere Seite.
host-no-kind = Die Art { $kind } gibt es nicht; es gibt { $words }.
host-no-format = Das Format { $format } gibt es nicht.
host-no-scope = Den Umfang { $scope } gibt es nicht; es gibt drawn, all, selection.
embed-code-form = In welcher Form
embed-code-element = Element
embed-code-frame = Abgeschotteter Iframe
embed-code-element-lead = Für Seiten, die WebAssembly erlauben. Das Skript findet seine Dateien neben sich.
embed-code-frame-lead = Für strenge Seiten. Der Betrachter hat kein eigenes Netz: Ihre Seite beantwortet, was er wissen will.
embed-code-markup = Markup
embed-code-copy = Markup kopieren
embed-code-more = Alles über das Einbetten
embed-code-left-out = { $count ->
    [one] Ein Dokument hat keine Adresse: Übergeben Sie es per Skript.
   *[other] { $count } Dokumente haben keine Adresse: Übergeben Sie sie per Skript.
}
