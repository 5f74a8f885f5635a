# Der Rahmen: Kopfleiste, Ansichten, Startseite, Bestätigungen.

coverage-title = Was gelesen ist und was fehlt
coverage-whole = Alles, was die Dokumente nennen, ist gelesen.
coverage-left-lead = Nicht geladen heißt nicht unbetroffen. Es fehlt, mit dem Grund:
coverage-failed = danach wurde vergeblich gefragt
coverage-waiting = noch nicht angefragt
coverage-skipped = der Link führt anderswohin oder zu weit und wurde nicht verfolgt
coverage-no-link = kein offenes Dokument sagt, wie zu laden ist, wovon es abhängt: Öffnen Sie das, das es sagt
coverage-open = Dateien öffnen
coverage-left = { $left ->
    [one] 1 ist noch nicht geladen: warum
   *[other] { $left } sind noch nicht geladen: warum
  }

refresh = Noch einmal anfordern
refreshed = Auf neuestem Stand
offline = Kein Netz. Was offen ist, bleibt nutzbar; das Laden geht von selbst weiter, sobald es zurück ist.
online-again = Das Netz ist zurück
export-menu = Exportieren
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
astray-view = Eine Ansicht „{ $name }“ gibt es nicht.
search-withdrawn = Zurückgezogen
search-hint = Releases, Bundles, Ids suchen …
copy-link = Link zu dieser Ansicht kopieren
help = Tastatur und Hilfe
theme-auto = Farben: wie das System
theme-light = Farben: hell
theme-dark = Farben: dunkel
theme-contrast = Farben: hoher Kontrast
copied = Kopiert
copied-link = Link kopiert
copied-link-without-list = Link kopiert. Die eingegebene Liste bleibt hier: Sie steht nicht im Link.
copied-link-without-documents = Link kopiert. Selbst geöffnete Dokumente stehen nicht darin.
copy-refused = Der Browser lässt hier kein Kopieren zu
copy = Kopieren
close = Schließen
dismiss = Ausblenden
retry = Noch einmal
stop = Anhalten
filters = Filter
clear-filters = Filter aufheben
open = Öffnen
show-all = Alle { $count } zeigen
yes = Ja
no = Nein

open-sample = Beispiel
address = Adresse eines JSON-Dokuments
pasted = Eingefügter Text
loaded = Offene Dokumente
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
sample-banner-beside = Darunter ist das eingebaute Beispiel; seine Namen und Ids sind erfunden.
sample-away = Das eingebaute Beispiel wurde weggelegt: Gezeigt werden nur die eigenen Dokumente.
sample-away-action = Auch zeigen
sample-banner-action = Eigene Dokumente öffnen
unkept = { $count ->
    [one] Ihr eingefügtes oder abgelegtes Dokument wurde nicht aufbewahrt; öffnen Sie es erneut.
   *[other] Ihre { $count } eingefügten oder abgelegten Dokumente wurden nicht aufbewahrt; öffnen Sie sie erneut.
  }
unkept-lead = Nichts, was Sie öffnen, wird gespeichert; neues Laden der Seite vergisst es.

status-recalled-lead = Das Bundle wurde vom Herausgeber zurückgezogen.
status-failed-lead = Bauen oder Prüfen des Releases schlug fehl.
status-carrier-lead = Selbst in Ordnung, enthält aber zurückgerufene Bundles.
status-failing-lead = Mit der Anpassung sind Releases fehlgeschlagen.
status-load-failed-lead = Danach wurde gefragt, und die Anfrage schlug fehl.
status-pending-lead = Das Release wartet, oder ein Ersatz ist erst angekündigt.
status-unknown-lead = In einem Dokument genannt, aber nicht geladen.
status-ok-lead = Geladen, und für sich selbst in Ordnung.
raw-lines = Dokument wie gegeben
items = { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
  }
not-a-date = Kein Datum: wie geschrieben gezeigt
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
evidence-title = Beweisdatei
evidence-save = Beweisdatei sichern
evidence-save-lead = Beweisdatei sichern: jede Antwort mit ihrer Prüfsumme und diese Ansicht in einer Datei, die sich ohne Netz wieder öffnet
evidence-saved = Beweisdatei gesichert
evidence-lead = Beweisdatei vom { $time }: gezeigt wie aufgezeichnet, mit { $now } als heute.
evidence-intact = { $count ->
    [one] ihre Prüfsumme stimmt
   *[other] alle { $count } Prüfsummen stimmen
  }
evidence-changed = { $count ->
    [one] Nach der Aufzeichnung geändert: { $names }
   *[other] { $count } nach der Aufzeichnung geändert: { $names }
  }
evidence-leave = Beweisdatei schließen
