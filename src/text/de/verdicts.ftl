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
target-in = { $id } (in { $release }{ $standing ->
    [closed] , das nicht anwendbar ist
    [hit] , das selbst betroffen ist
    [at-risk] , das selbst gefährdet ist
    [unknown] , von dem nicht alles bekannt ist
   *[other] {""}
  })
target-of-in = { $id } ({ $component } in { $release }{ $standing ->
    [closed] , das nicht anwendbar ist
    [hit] , das selbst betroffen ist
    [at-risk] , das selbst gefährdet ist
    [unknown] , von dem nicht alles bekannt ist
   *[other] {""}
  })
recall-carried = { $count ->
    [0] Zurückgerufen; kein geladenes Release enthält es{ $alike ->
        [0] {" "}noch
       *[other] {""}
      }.
    [one] Zurückgerufen; 1 Release enthält es noch.
   *[other] Zurückgerufen; { $count } Releases enthalten es noch.
  }
recall-alike = { $more ->
    [0] { $release } enthält eines, dessen Id ihm gleicht.
   *[other] { $release } und { $more } weitere enthalten eines, dessen Id ihm gleicht.
  }
recall-named = { $count ->
    [one] Zurückgerufen; 1 Stelle außerhalb von Releases nennt es noch.
   *[other] Zurückgerufen; { $count } Stellen außerhalb von Releases nennen es noch.
  }
recall-newer = Das neuere { $release }{ $standing ->
    [closed] {" "}(nicht anwendbar)
    [hit] {" "}(selbst betroffen)
    [at-risk] {" "}(selbst gefährdet)
    [unknown] {" "}(nicht alles bekannt)
   *[other] {""}
  } enthält ein anderes { $component }-Bundle: { $id }.
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

received-nothing = { $title } wurde gelesen, aber nichts darin lässt sich beurteilen. Warum, steht über den Dokumenten.
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
failures-first = { $count ->
    [one] 1 davon braucht { $name }, das auch fehlschlug: zuerst das beheben.
   *[other] { $count } davon brauchen { $name }, das auch fehlschlug: zuerst das beheben.
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
needed-by = Gebraucht von
rule-failed = Es schlug mit einer Anpassung fehl.
rule-failed-why = Es schlug mit einer Anpassung fehl: { $why }.
rule-depends-on-something-failed = Es hängt von etwas ab, das fehlschlug.
rule-has-failures = { $count ->
    [one] 1 Release schlug fehl.
   *[other] { $count } Releases schlugen fehl.
  }
rule-depends-on-failed = Es hängt ab von { $cause }, das fehlschlug{ $beside ->
    [0] {""}
    [one] , und von 1 weiteren, das fehlschlug
   *[other] , und von { $beside } weiteren, die fehlschlugen
  }.
rule-depends-on-itself = Es schlug fehl und nennt sich selbst unter seinen Abhängigkeiten.
rule-depends-in-loop = Es schlug fehl und ist Teil eines Kreises: es hängt ab von { $name }, das { $beside ->
    [0] von ihm abhängt
    [one] über 1 weiteres von ihm abhängt
   *[other] über { $beside } weitere von ihm abhängt
  }.
rule-replacement-recalled = Es ist als Ersatz genannt und selbst zurückgerufen.
rule-pending = Es wartet auf seine Anpassung.
rule-has-pending = { $count ->
    [one] 1 Release wartet noch.
   *[other] { $count } Releases warten noch.
  }
rule-unhealthy = Sein Basis-Image oder seine Registry ist als gestört gemeldet.
rule-end-of-life-passed = { $count ->
    [one] Die Unterstützung endete gestern.
   *[other] Die Unterstützung endete vor { $count } Tagen.
  }
rule-end-of-life-near = { $count ->
    [0] Die Unterstützung endet heute.
    [one] Die Unterstützung endet morgen.
   *[other] Die Unterstützung endet in { $count } Tagen.
  }
rule-behind-latest = Es gibt ein neueres Release davon.
rule-not-applicable = Das Manifest nennt es nicht anwendbar.
rule-not-applicable-why = Nicht anwendbar: { $why }.
rule-unmatched = { $count ->
    [one] 1 Bundle trägt keine Id und lässt sich Rückrufen nicht zuordnen. Suchen Sie es im Versionskatalog oder im Bundle-Verzeichnis des Depots.
   *[other] { $count } Bundles tragen keine Id und lassen sich Rückrufen nicht zuordnen. Suchen Sie sie im Versionskatalog oder im Bundle-Verzeichnis des Depots.
  }
rule-unmatched-of = SKU { $skus }: { $count ->
    [one] 1 Bundle trägt keine Id und lässt sich Rückrufen nicht zuordnen. Suchen Sie es im Versionskatalog oder im Bundle-Verzeichnis des Depots.
   *[other] { $count } Bundles tragen keine Id und lassen sich Rückrufen nicht zuordnen. Suchen Sie sie im Versionskatalog oder im Bundle-Verzeichnis des Depots.
  }
rule-recalls-unknown = Kein offenes Manifest hat eine brauchbare Liste der Rückrufe; darüber lässt sich nichts sagen. Öffnen Sie vcfManifest.json aus dem Depot oder die Antwort auf GET /v1/manifests.
rule-request-failed = { $count ->
    [0] Eine Anfrage dazu ist gescheitert. Noch einmal versuchen, um es zu wissen.
    [one] 1 Anfrage dazu ist gescheitert. Noch einmal versuchen, um es zu wissen.
   *[other] { $count } Anfragen dazu sind gescheitert. Noch einmal versuchen, um es zu wissen.
  }
rule-nothing-found = Alles Nötige wurde gelesen, und nichts darin ist betroffen.
rule-processing-failed = Die Anpassung selbst ließ sich nicht verarbeiten.
rule-looks-recalled = Seine Id gleicht einer zurückgerufenen bis auf Schreibweise, Leerzeichen oder Vorsatz. Vergleichen Sie beide.
rule-carries-look-alike = { $count ->
    [one] Es enthält { $names }, dessen Id einer zurückgerufenen bis auf Schreibweise, Leerzeichen oder Vorsatz gleicht. Vergleichen Sie beide.
   *[other] Es enthält { $count } Bundles, deren Ids zurückgerufenen gleichen: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}und { $rest } weitere
      }. Vergleichen Sie sie.
  }
rule-odd-status = Sein Status ist keiner der dokumentierten; was er bedeutet, ist nicht bekannt.
rule-disputed = Dokumente widersprechen sich darüber, oder über etwas, das es braucht.
rule-end-of-life-ended = Die Unterstützung ist zu Ende.
rule-failures-unknown = Keine Anpassung mit einer Liste fehlgeschlagener Releases ist offen. Öffnen Sie eine: GET /v1/catalogs/…/customizations/…
rule-names-nothing = Es nennt kein Bundle; Rückrufen lässt sich nichts zuordnen. Öffnen Sie das ganze Manifest: Release-Listen lassen Bundles weg.
