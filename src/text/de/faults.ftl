# Fehler: was geschah, woran es liegen kann, und wie es weitergeht.
fault-network = Keine Antwort.
fault-timeout = Keine vollständige Antwort in der Zeit.
fault-auth = (Erneut) anmelden.
fault-forbidden = Nicht erlaubt.
fault-missing = Nicht vorhanden.
fault-conflict = Der Server lehnt es in diesem Zustand ab.
fault-rate = Zu viele Anfragen.
fault-server = Der Server ist gescheitert.
fault-http = Eine unerwartete Antwort.
fault-html = Statt JSON kam eine Webseite.
fault-not-json = Das ist kein JSON.
fault-empty = Das Dokument ist leer.
fault-truncated = Das Dokument endet zu früh.
fault-too-big = Das Dokument ist größer als die Grenze.
fault-too-deep = Das Dokument ist tiefer verschachtelt als die Grenze.
fault-shape = JSON, aber kein bekanntes Dokument.
fault-partial = Mit Hinweisen angezeigt.
fault-stopped = Angehalten.
fault-withheld = Nicht angefragt.

fault-asked = Angefragt
fault-status = Status { $status }
fault-causes = Mögliche Ursachen
fault-ways = Wie es weitergeht
fault-words = Die Worte des Servers
fault-more-lines = und { $count } weitere Zeilen
fault-excerpt = Was kam, als Text
fault-excerpt-cut = Was kam, als Text (der Anfang)
fault-place = Zeile { $line }, Spalte { $column }: erwartet wurde { $expected }, dort steht { $found }.
fault-wait = Der Server bittet, { $seconds } Sekunden zu warten.
fault-sign-in = Token eingeben
fault-in-tab = In einem Tab öffnen
fault-open-file = Datei öffnen
fault-copy = Einzelheiten kopieren
fault-again = Erneut versuchen
failures = { $count ->
    [one] 1 Dokument war nicht zu bekommen
   *[other] { $count } Dokumente waren nicht zu bekommen
  }
failures-dismiss = Alle verwerfen
fetching-bytes = { $received } KB
fetching-of = { $received } von { $total } KB

sign-in-title = Ein Token für { $host }
cancel = Abbrechen

ask-host-title = Ein Dokument von { $host } laden?
ask-host-lead = Die Adresse dieser Seite verlangt ein Dokument eines anderen Hosts. Dorthin wurde noch nichts gesendet. Was es sagt, erscheint unter dem Namen seines Hosts.
ask-host-load = Von { $host } laden
ask-host-leave = Nicht laden
