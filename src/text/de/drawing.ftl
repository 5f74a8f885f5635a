# Zeichen, Legenden und Orte der Bilder.
card-recalled = Rückruf
card-carrier = Enthält Rückruf
card-failed = Fehler
card-pending = Wartet
card-unknown = Nicht geladen
card-load-failed = Ladefehler
card-failing = Mit Fehlschlägen
card-at-risk = In Ordnung, aber GEFÄHRDET
card-unclear = In Ordnung, aber UNBEKANNT
card-ok = In Ordnung und FREI
group-rest = Ohne Angabe
reason-failed = fehlgeschlagen
reason-recalled = zurückgerufen
reason-inapplicable = nicht anwendbar
reason-pending = wartet
reason-not-loaded = nicht geladen
reason-unpublished = nicht veröffentlicht
reason-superseded = überholt
command-unfold-dependants = Alle Abhängigen zeigen
command-unfold-dependencies = Alle Abhängigkeiten zeigen
key-sides = Alle Abhängigen, alle Abhängigkeiten zeigen
export-lights = Mit Auswahl und Hervorhebungen
figure-chains = Ketten
figure-chain-of = { $at } von { $count }
figure-chain-before = Kette davor
figure-chain-after = Nächste Kette
figure-chain = { $answer } · { $name } ({ $bundles ->
    [one] 1 Bundle
   *[other] { $bundles } Bundles
  })
timeline-legend-release = Release
timeline-legend-closed = Nicht anwendbares Release
timeline-legend-supported = Wird unterstützt
timeline-legend-ended = Unterstützung beendet
timeline-legend-unsaid = Ende der Unterstützung nicht genannt
timeline-legend-today = Heute
timeline-ends = Unterstützung von { $line } endet am { $date }
timeline-ended = Unterstützung von { $line } endete am { $date }
drift-places-more = und { $count } weitere
drift-kept-first = Orte sind von den ersten { $count } festgehalten.
drift-not-a-word = (kein Text)
hubs-folded = +{ $edges } an { $count ->
    [one] 1 Knotenpunkt
   *[other] { $count } Knotenpunkten
  }
