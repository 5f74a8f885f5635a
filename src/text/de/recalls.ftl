# Rückrufe im Einzelnen: das Bild einer Kette, was ein Bundle nennt, was auffällt, ob ein Wechsel sicher ist.
recalls-list = Bundles
recalls-picture = Bild
recalls-oddities = Auffälliges
recall-in-no-release = In keinem geöffneten Release
target-contents = Ersetzt durch
targets-beside = { $count ->
    [one] 1 weiteres ist nicht als dieselbe Komponente bekannt
   *[other] { $count } weitere sind nicht als dieselbe Komponente bekannt
  }
figure-label = Bild der Rückrufkette
figure-recalled = Zurückgerufen
figure-target = Hierhin wechseln
figure-not-ready = Noch nicht dorthin wechseln
figure-replaced = ersetzt
figure-announced = angekündigt
figure-withdrawn = kein Ersatz
figure-no-ids = ohne Ids
figure-contradicts = widersprüchlich
figure-unclear = unklar
figure-ids = { $count ->
    [one] und 1 weiteres Bundle
   *[other] und { $count } weitere Bundles
  }
figure-between = { $count ->
    [one] 1 Schritt eingeklappt
   *[other] { $count } Schritte eingeklappt
  }
figure-beside = { $count ->
    [one] 1 verwandter Eintrag
   *[other] { $count } verwandte Einträge
  }
figure-loop = Die gestrichelte Linie führt zurück: Die Ersatz-Bundles drehen sich im Kreis.
figure-fork = Mehrere Ersatz-Bundles für einen Eintrag; das Manifest sagt nicht, welches wofür steht.
figure-folded = { $folded } von { $all } Einträgen sind eingeklappt.
figure-more = Mehr zeichnen
figure-wide = Bild in voller Breite zeigen
chain-more = { $count ->
    [one] 1 weiterer Schritt; das Bild zählt ihn mit.
   *[other] { $count } weitere Schritte; das Bild zählt sie mit.
  }

named-alike = ein ähnliches in { $place }
named-recalled-by = Zurückgerufen durch
named-by = Genannt von
named-look-alikes = Ids, die gleich aussehen
named-look-alikes-lead = Sie unterscheiden sich nur in Groß- und Kleinschreibung, Leerzeichen, dem Vorsatz „bundle-“ oder einer Dateiendung. Sie werden nicht zusammengelegt: Vergleichen Sie selbst.
answer-recalled = Zurückgerufen
status-words-ready = Es ist zurückgezogen und ersetzt durch:
status-words-ready-without-ids = Es ist zurückgezogen und soll ersetzt sein, doch kein Ersatz ist genannt. Fragen Sie den Herausgeber oder suchen Sie ein neueres Manifest.
status-words-pending = Es ist zurückgezogen; ein Ersatz ist angekündigt, aber noch nicht veröffentlicht. Warten Sie auf ein neueres Manifest.
status-words-pending-with-ids = Es ist zurückgezogen; der Ersatz ist erst angekündigt, obwohl diese Ids schon genannt sind:
status-words-none = Es ist zurückgezogen, und nichts wird es ersetzen.
status-words-none-with-ids = Es ist ersatzlos zurückgezogen, und doch sind diese Ids genannt:
status-words-missing = Es ist zurückgezogen; wie weit der Ersatz ist, wird nicht gesagt.
status-words-other = Es ist zurückgezogen; das Wort für den Stand des Ersatzes ist nicht dokumentiert.

oddities-none = An den Rückrufen fällt nichts auf.
oddities-lead = Was sich widerspricht, was im Kreis führt und was nur gleich aussieht. Nichts davon wird stillschweigend zusammengelegt oder übergangen.
odd-ready-without-ids-title = READY ohne Ersatz-Ids
odd-pending-with-ids-title = PENDING mit Ersatz-Ids
odd-none-with-ids-title = NONE mit Ersatz-Ids
odd-status-title = Ein Status, der nicht dokumentiert ist
odd-recalls-nothing-title = Einträge, die nichts zurückrufen
odd-placeholder-title = Platzhalter aus der Dokumentation
odd-named-twice-title = Ids, die zweimal dastehen
odd-fork-title = Mehr als ein Ersatz
odd-merge-title = Ein Ersatz für mehrere Einträge
odd-chain-title = Ersatz, der selbst zurückgerufen ist
odd-self-loop-title = Bundles, die sich selbst ersetzen
odd-cycle-title = Ersatz, der im Kreis führt
odd-different-answers-title = Mit verschiedenen Status zurückgerufen
odd-different-replacements-title = Mit verschiedenem Ersatz zurückgerufen
odd-overruled-title = Von einem neueren Manifest überholt
odd-recalled-unknown-title = Zurückgerufen, aber in keinem geöffneten Release
odd-replacement-unknown-title = Ersatz, der in keinem geöffneten Release steht
odd-looks-like-title = Ids, die gleich aussehen

safe-question = Sicher dorthin zu wechseln?
safe-yes = Ja
safe-with-care = Mit Vorsicht
safe-with-care-instead = Mit Vorsicht: nehmen Sie { $target } statt { $id }
safe-with-care-replaced = Mit Vorsicht: nehmen Sie den Ersatz für { $count } zurückgerufene Bundles
safe-no = Nein
safe-no-recalled = Nein: { $count ->
    [one] 1 zurückgerufenes Bundle
   *[other] { $count } zurückgerufene Bundles
  }
safe-unsaid = Lässt sich nicht sagen
check-applicable = Laut Manifest darf es genommen werden.
check-applicable-unsaid = Ob es genommen werden darf, steht nicht da (Manifeste vor 4.4 sagen es nicht).
check-life-going = Es wird bis { $date } unterstützt.
check-life-soon = Der Support endet binnen 90 Tagen: { $date }.
check-life-ended = Der Support ist zu Ende: { $date }.
check-life-unsaid = Wann der Support endet, steht nicht da. Siehe die Lebenszyklus-Seiten des Herausgebers.
check-none-recalled = { $count ->
    [one] Sein 1 Bundle ist nicht zurückgerufen.
   *[other] Keines seiner { $count } Bundles ist zurückgerufen.
  }
check-recalled = Ein Bundle davon ist zurückgerufen. { $answer }
check-looks-recalled = Die Id eines Bundles sieht aus wie eine zurückgerufene. Vergleichen Sie beide.
least-installer = Mindest-Installer
patch-bundles = Patch-Bundles
patch-bundles-without = { $without } ohne Id
patch-bundles-count = { $count ->
    [one] 1 Bundle
   *[other] { $count } Bundles
  }{ $without ->
    [0] {""}
   *[other] , und { $without } ohne Id
  }
cannot-be-matched = Ohne Id: lässt sich keinem Rückruf zuordnen.
