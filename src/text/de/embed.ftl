# Der Betrachter in einer anderen Seite: was die Seite einstellt, und was ihre Skripte zur Antwort bekommen.
problems-title = Einige Einstellungen wurden nicht verstanden
problem-attribute = Das Attribut { $name } lautet „{ $given }“; { $expected }.
problem-property = Die Eigenschaft { $name } lautet „{ $given }“; { $expected }.
problem-config = In config.json lautet { $name } „{ $given }“; { $expected }.
expects-one-of = möglich sind: { $words }
expects-number = möglich ist eine ganze Zahl von { $low } bis { $high }
expects-language = möglich ist ein Sprachkürzel wie en oder de
expects-origin = möglich ist ein genauer Ursprung wie https://api.example, ohne Pfad
problem-token-thrown = ein Fehlschlag: { $message }
problem-token-kind = ein Wert, der kein Text ist
problem-token-letters = ein Text mit Leerzeichen, Zeilenumbrüchen oder Ähnlichem
expects-address = nötig ist eine Adresse mit http oder https, ohne Benutzernamen
expects-object = nötig ist ein Objekt
expects-list = nötig ist eine Liste
expects-text = nötig ist Text
expects-function = nötig ist eine Funktion
expects-token = nötig ist ein Token, eine Zeile sichtbarer Zeichen, oder null
expects-json = nötig ist JSON
expects-nothing = diesen Namen gibt es nicht
from-host = Von der Seite übergeben
host-removed = Der Betrachter wurde entfernt, bevor die Antwort da war.
host-no-item = Nichts Geladenes hat die Kennung { $id }.
host-which-item = Es fehlt, worum es geht: die Kennung, und die Art, falls mehrere sie tragen.
host-no-kind = Die Art { $kind } gibt es nicht; es gibt { $words }.
host-no-format = Das Format { $format } gibt es nicht.
host-no-scope = Den Umfang { $scope } gibt es nicht; es gibt drawn, all, selection.
host-no-method = Die Methode { $method } gibt es nicht.
host-no-document = Ein Dokument ist ein Objekt, Text oder Bytes.
chip-loading = Wird geladen …
chip-empty = Kein Dokument ist offen
chip-failed = Die Dokumente konnten nicht geladen werden
chip-not-found = Nicht in den Dokumenten
chip-several = { $count } Einträge, zuerst { $name }: { $sentence }
embed-code = Diese Ansicht in eine andere Seite einbauen
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
