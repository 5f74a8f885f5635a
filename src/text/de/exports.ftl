# Exporte: das Menü, was geschrieben werden kann, und das Entscheidungsprotokoll.
export-menu = Exportieren
export-item-menu = Diesen Eintrag exportieren
export-scope = Wie viel
scope-drawn = Was gezeigt wird
scope-all = Alles Geladene
scope-selection = Die Auswahl und alles um sie herum
format-svg = Bild, als Formen
format-png = Bild, als Pixel
format-markdown = Entscheidungsprotokoll
format-csv = Tabellenkalkulation
format-json = Daten mit Orten
format-graphml = Graph-Editoren
format-dot = Graphviz
format-mermaid = Mermaid-Diagramm
format-cyclonedx = Stückliste
format-table-markdown = Tabelle fürs Ticket
format-table-json = Daten
export-save = Als { $format } sichern
export-copy = { $format } kopieren
export-working = { $format } wird geschrieben …
exported = { $name } gesichert
export-nothing = Hier gibt es nichts zu exportieren.
export-select-first = Zuerst einen Eintrag auswählen, dann die Auswahl exportieren.
export-picture-failed = Der Browser konnte das Bild nicht in Pixel verwandeln. Stattdessen als SVG sichern.
copy-for-ticket = Als Markdown fürs Ticket kopieren
record-title = Entscheidungsprotokoll
record-title-item = Entscheidungsprotokoll: { $name }
record-question = Was ist betroffen, warum, und wohin wechseln wir?
record-question-item = Ist { $name } betroffen, warum, und wohin wechseln wir?
record-as-of = Stand { $time }.
record-verdict = Urteil
record-reasons = Warum
record-reason = Grund
record-path = Weg
record-stated-in = Steht in
record-moves = Wohin wechseln
record-change = { $name } ändern.
record-hit = Was betroffen ist
record-dependants = { $count ->
    [one] 1 Eintrag braucht es, direkt oder über andere.
   *[other] { $count } Einträge brauchen es, direkt oder über andere.
  }
record-rest = { $count ->
    [one] 1 weiterer ist nicht aufgeführt.
   *[other] { $count } weitere sind nicht aufgeführt.
  }
record-standing = Urteil
record-item = Eintrag
record-id = Kennung
record-sentence = In Worten
record-carried-by = Enthalten in
record-sources = Gelesen aus
record-document = Dokument
record-loaded = Geladen (UTC)
record-hash = SHA-256 des Textes
