# Die Startseite und was selten im Rahmen steht.

download = Herunterladen
show-more = { $count } weitere zeigen
not-given = nicht angegeben
empty-value = leer

start-title = Was ist betroffen, warum, und wohin wechsle ich?
start-lead = Öffnen Sie Antworten des Application Catalog und Manifeste von Cloud Foundation. Release Atlas führt sie zusammen und antwortet mit Urteilen, dem Graphen und dem Beleg.
start-privacy = Alles wird in diesem Browser gelesen. Kein Dokument, keine Id und kein Token verlässt ihn.
open-files = Dateien
open-files-lead = Auf diese Seite ziehen: Manifeste, Anpassungen, Releases, Seiten davon. Mehrere werden zusammengeführt.
choose-files = Dateien wählen
open-sample-lead = Eine Anpassung mit fehlgeschlagenen Releases und ein Manifest mit jeder Art von Rückruf; ein älteres zum Vergleichen.
open-sample-button = Beispiel öffnen
open-address = Adresse
open-address-lead = Geht, wenn der Server der dieser Seite ist oder es erlaubt (CORS). Eine Datei geht immer.
open-paste = Text
read-text = Text lesen
file-unreadable = Die Datei ließ sich nicht lesen.
close-document = Dieses Dokument schließen
read-as = { $kind }, erkannt an { $because }
odd-values = { $count ->
    [one] 1 Auffälligkeit vermerkt
   *[other] { $count } Auffälligkeiten vermerkt
  }
kilobytes = { $count } KB

language = Sprache
language-en = English
language-de = Deutsch
help-keys = Tasten
help-marks = Zeichen
key-search = Suchen
key-back = Einen Schritt zurück
key-tab = Kopfleiste, Graph, Einzelheiten, Tabelle
key-arrows = Kanten folgen und zeichnen, was danach kommt; zwischen Nachbarn und Zeilen gehen
key-enter = Auswählen und Einzelheiten öffnen
key-zoom = Vergrößern, verkleinern
key-reset = Auf 100 %
key-fit = Graph einpassen
key-depth = Umgebung kleiner, größer
key-dependencies = Nur Abhängigkeiten
key-dependants = Nur Abhängige
key-path = Anfang eines Wegs, dann sein Ende
key-table = Graph als Tabelle
key-graph = Graph
key-copy-link = Link zu dieser Ansicht kopieren
key-help = Diese Hilfe
fold = Einklappen
unfold = Aufklappen
raw-search = Im Dokument suchen
previous-match = Voriger Treffer
next-match = Nächster Treffer
match-of = { $at } von { $count }
copy-raw = Den Text des Dokuments kopieren
members = { $count ->
    [one] 1 Feld
   *[other] { $count } Felder
  }
rows-of = { $shown } von { $all }
null-value = null
empty-text = leerer Text
show-more-fields = Weitere Felder zeigen
not-a-link = keine Web-Adresse: { $scheme }
address-with-credentials = Adresse mit Benutzername: wird nicht aufgerufen
opens-host = Öffnet { $host } in neuem Tab
