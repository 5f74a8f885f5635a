# Der Rahmen: Kopfleiste, Ansichten, Startseite, Bestätigungen.
views = Ansichten
view-sources = Dokumente
view-hit = Urteile
view-graph = Graph
view-releases = Releases
view-customizations = Anpassungen
view-recalls = Rückrufe
view-manifest = Manifest
view-why = Warum
view-move = Wechsel
view-compare = Vergleich
view-inventory = Bestand
view-inspect = Inspektor

skip-to-verdicts = Zu den Urteilen springen
skip-to-content = Zum Inhalt springen
summary-open = Zeigen, was auf { $standing } steht: { $count }
summary-percent = { $percent } % gelesen
summary-coverage = { $read } von { $known } Einträgen sind mit ihren Beziehungen geladen; nach { $failed } wurde vergeblich gefragt. Das Alter ist das des zuletzt gelesenen Dokuments.
activity = Was gerade geschieht
go-sources = Dokumente: öffnen, schließen, Beispiel
search = In allem suchen, was geladen ist
search-hint = Releases, Bundles, Ids suchen …
copy-link = Link zu dieser Ansicht kopieren
help = Tastatur und Hilfe
theme-auto = Farben: wie das System
theme-light = Farben: hell
theme-dark = Farben: dunkel
theme-contrast = Farben: hoher Kontrast
copied = Kopiert
copy-refused = Der Browser lässt hier kein Kopieren zu
copy = Kopieren
close = Schließen
dismiss = Ausblenden
retry = Noch einmal
stop = Anhalten
filters = Filter
clear-filters = Filter aufheben
open = Öffnen
download = Herunterladen
show-more = { $count } weitere zeigen
show-all = Alle { $count } zeigen
yes = Ja
no = Nein
not-given = nicht angegeben
empty-value = leer

start-title = Was ist betroffen, warum, und wohin wechsle ich?
start-lead = Öffnen Sie Antworten des Application Catalog und Manifeste von Cloud Foundation. Release Atlas führt sie zusammen und antwortet mit Urteilen, dem Graphen und dem Beleg.
start-privacy = Alles wird in diesem Browser gelesen. Kein Dokument, keine Id und kein Token verlässt ihn.
open-files = Dateien
open-files-lead = Auf diese Seite ziehen: Manifeste, Anpassungen, Releases, Seiten davon. Mehrere werden zusammengeführt.
choose-files = Dateien wählen
open-sample = Beispiel
open-sample-lead = Eine Anpassung mit fehlgeschlagenen Releases und ein Manifest mit jeder Art von Rückruf; ein älteres zum Vergleichen.
open-sample-button = Beispiel öffnen
open-address = Adresse
open-address-lead = Geht, wenn der Server der dieser Seite ist oder es erlaubt (CORS). Eine Datei geht immer.
address = Adresse eines JSON-Dokuments
open-paste = Text
read-text = Text lesen
pasted = Eingefügter Text
file-unreadable = Die Datei ließ sich nicht lesen.
loaded = Offene Dokumente
close-document = Dieses Dokument schließen
read-as = { $kind }, erkannt an { $because }
odd-values = { $count ->
    [one] 1 Auffälligkeit vermerkt
   *[other] { $count } Auffälligkeiten vermerkt
  }
kilobytes = { $count } KB
kind-customization = Anpassung
kind-customizations = Seite von Anpassungen
kind-release = Katalog-Release
kind-releases = Seite von Katalog-Releases
kind-manifest = LCM-Manifest
kind-manifest-releases = Seite von Cloud-Foundation-Releases
kind-hal = HAL-Ressource
kind-problem = Fehlerantwort
kind-other = Anderes JSON

fetching = { $title } wird geholt …
reading = { $title } wird gelesen …
refused = Das ließ sich nicht lesen.
nothing-loaded = Kein Dokument ist offen
nothing-loaded-lead = Urteile, Graph und Tabellen kommen aus den Dokumenten, die Sie öffnen.
working = Wird ermittelt …
working-lead = Die Dokumente sind groß. Alles andere auf der Seite bleibt derweil benutzbar.

nothing-found = Nichts passt
nothing-found-lead = Kein Eintrag passt zu Suche und Filtern.
go-open = Dokumente öffnen
sample-banner = Dies ist das eingebaute Beispiel; Namen und Ids sind erfunden.
sample-banner-action = Eigene Dokumente öffnen

language = Sprache
language-en = English
language-de = Deutsch
help-keys = Tasten
help-marks = Zeichen
key-search = Suchen
key-back = Einen Schritt zurück
key-tab = Kopfleiste, Graph, Einzelheiten, Tabelle
key-arrows = Kanten folgen, zwischen Nachbarn und Zeilen gehen
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
status-recalled-lead = Das Bundle wurde vom Herausgeber zurückgezogen.
status-failed-lead = Bauen oder Prüfen des Releases schlug fehl.
status-load-failed-lead = Danach wurde gefragt, und die Anfrage schlug fehl.
status-pending-lead = Das Release wartet, oder ein Ersatz ist erst angekündigt.
status-unknown-lead = In einem Dokument genannt, aber nicht geladen.
status-ok-lead = Geladen, und für sich selbst in Ordnung.
fold = Einklappen
unfold = Aufklappen
raw-search = Im Dokument suchen
raw-lines = Dokument wie gegeben
previous-match = Voriger Treffer
next-match = Nächster Treffer
match-of = { $at } von { $count }
copy-raw = Den Text des Dokuments kopieren
items = { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
  }
members = { $count ->
    [one] 1 Feld
   *[other] { $count } Felder
  }
rows-of = { $shown } von { $all }
null-value = null
empty-text = leerer Text
show-more-fields = Weitere Felder zeigen
not-a-date = Kein Datum: wie geschrieben gezeigt
not-a-link = keine Web-Adresse: { $scheme }
address-with-credentials = Adresse mit Benutzername: wird nicht aufgerufen
opens-host = Öffnet { $host } in neuem Tab
seconds-ago = { $count ->
    [one] vor 1 Sekunde
   *[other] vor { $count } Sekunden
  }
minutes-ago = { $count ->
    [one] vor 1 Minute
   *[other] vor { $count } Minuten
  }
hours-ago = { $count ->
    [one] vor 1 Stunde
   *[other] vor { $count } Stunden
  }
days-ago = { $count ->
    [one] gestern
   *[other] vor { $count } Tagen
  }
months-ago = { $count ->
    [one] vor einem Monat
   *[other] vor { $count } Monaten
  }
years-ago = { $count ->
    [one] vor einem Jahr
   *[other] vor { $count } Jahren
  }
seconds-ahead = gleich
minutes-ahead = { $count ->
    [one] in einer Minute
   *[other] in { $count } Minuten
  }
hours-ahead = { $count ->
    [one] in einer Stunde
   *[other] in { $count } Stunden
  }
days-ahead = { $count ->
    [one] morgen
   *[other] in { $count } Tagen
  }
months-ahead = { $count ->
    [one] in einem Monat
   *[other] in { $count } Monaten
  }
years-ahead = { $count ->
    [one] in einem Jahr
   *[other] in { $count } Jahren
  }
just-now = gerade eben
today = heute
