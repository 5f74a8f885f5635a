# Die Sätze der Urteile: Regeln, Ziele, wer was braucht.
needed-by-count = gebraucht von { $directly }
needed-directly = { $directly ->
    [one] Direkt gebraucht von 1.
   *[other] Direkt gebraucht von { $directly }.
  }
needed-through-others = { $directly ->
    [one] Direkt gebraucht von 1, über andere von { $others }.
   *[other] Direkt gebraucht von { $directly }, über andere von { $others }.
  }

target-of = { $id } ({ $component })
target-in = { $id } (in { $release })
target-of-in = { $id } ({ $component } in { $release })
recall-carried = { $count ->
    [0] Zurückgerufen; kein geladenes Release enthält es noch.
    [one] Zurückgerufen; 1 Release enthält es noch.
   *[other] Zurückgerufen; { $count } Releases enthalten es noch.
  }
recall-named = { $count ->
    [one] Zurückgerufen; 1 Stelle außerhalb von Releases nennt es noch.
   *[other] Zurückgerufen; { $count } Stellen außerhalb von Releases nennen es noch.
  }
recall-newer = Das neuere { $release } enthält ein anderes { $component }-Bundle: { $id }.
rule-recalled-move = Wechseln Sie zu { $target }: es ist READY.
rule-recalled-move-many = { $count } Ersatz-Bundles sind READY; welches wofür ist, steht nicht da. Das erste ist { $target }.
rule-recalled-move-same = Von { $count } Ersatz-Bundles, die READY sind, enthält { $target } dieselbe Komponente: Wechseln Sie dorthin.
rule-recalled-move-other = { $count ->
    [one] Der Ersatz { $target } ist READY, enthält aber { $component } nicht.
   *[other] { $count } Ersatz-Bundles sind READY, aber keines davon enthält { $component }.
  }
rule-recalled-through = { $count ->
    [one] Der Ersatz { $target } ist READY, aber selbst zurückgerufen.
   *[other] { $count } Ersatz-Bundles sind READY, aber ihrerseits zurückgerufen; das erste ist { $target }.
  }
rule-recalled-through-wait = Dessen Ersatz ist PENDING, nur angekündigt. Warten Sie, und meiden Sie beide.
rule-recalled-through-withdrawn = Auch dieses ist zurückgezogen; ein Ersatz dafür ist nicht veröffentlicht.
rule-recalled-move-in-part = Wechseln Sie zu { $target }: es ist READY, aber nicht jede Kette endet bei einem brauchbaren Bundle.
rule-recalled-wait = Sein Ersatz ist PENDING: angekündigt, nicht veröffentlicht. Warten und nicht verwenden.
rule-recalled-withdrawn = Es ist zurückgezogen; kein Ersatz ist veröffentlicht.
rule-recalled-contradictory = Das Manifest widerspricht sich über den Ersatz.
rule-recalled-circular = Seine Ersatz-Bundles führen zu ihm selbst zurück.
rule-recalled-unclear = Der Stand des Ersatzes ist keiner der dokumentierten.

failed-by-customization-build-error = der Build-Schritt der Anpassung endete mit einem Fehler
failed-by-build-error = der Build endete mit einem Fehler
failed-by-test-error = die Tests wurden nicht bestanden
failed-by-distribution-error = es wurde gebaut, ließ sich aber nicht verteilen
failed-by-unknown = die Ursache ist nicht bekannt

received-nothing = { $title } wurde gelesen, aber nichts darin lässt sich beurteilen. Warum, steht in der Liste der Dokumente.
board-none = Nichts zu beurteilen
board-none-lead = Die offenen Dokumente enthalten weder Releases noch Anpassungen noch Bundles. Die Startseite sagt von jedem, was es ist.

search-count = { $count ->
    [0] Nichts gefunden.
    [one] 1 Eintrag gefunden.
   *[other] { $count } Einträge gefunden.
  }
search-matches = Beste Treffer
search-more = und { $count } weitere in den Listen und im Graphen
search-keys = Enter öffnet den besten Treffer, Pfeile wandern, Esc führt zurück.

board-shown = { $shown } von { $all } gezeigt
status-label = Stand
status-succeeded = Gelungen
status-loaded = Geladen
status-listed = Verzeichnet

show-all-items = Alle zeigen
rule-carries-recalled = { $count ->
    [one] Es enthält noch das zurückgerufene { $names }.
   *[other] Es enthält noch { $count } zurückgerufene Bundles: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}und { $rest } weitere
      }.
  }
failures-mostly = Die häufigste Ursache ({ $count }): { $cause }.
rule-not-loaded-own = Wovon es abhängt, ist nicht oder nicht ganz bekannt. Wie es weitergeht, steht in den Einzelheiten.
rule-not-loaded-below = Wovon etwas abhängt, das es braucht, ist nicht geladen. Der Beleg nennt es.
rule-not-loaded-cause = Wovon { $cause } abhängt, ist nicht geladen.
cause-of-customization-build-error = Build der Anpassung
cause-of-build-error = Build
cause-of-test-error = Tests
cause-of-distribution-error = Verteilung
cause-of-unknown = Nicht bekannt
