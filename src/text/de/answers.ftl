# Die Antworten: wer was braucht, warum es fehlschlug, wohin wechseln, was fehlt.
needed-by-count = gebraucht von { $directly }
needed-directly = { $directly ->
    [one] Direkt gebraucht von 1.
   *[other] Direkt gebraucht von { $directly }.
  }
needed-through-others = { $directly ->
    [one] Direkt gebraucht von 1, über andere von { $others }.
   *[other] Direkt gebraucht von { $directly }, über andere von { $others }.
  }
customized-by = Teil der Anpassung
graph-announce = { $name }, { $status }, { $down ->
    [one] 1 Abhängigkeit
   *[other] { $down } Abhängigkeiten
  }, direkt gebraucht von { $up }
graph-announce-part = { $words }, Teil der Anpassung { $name }
swap = Beide Enden tauschen

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
failure-title = { $count ->
    [one] Warum es fehlschlug
   *[other] Warum es fehlschlug, { $count }-mal
  }
failure-with = Anpassung
failure-when = Wann
failure-log = Protokoll
failure-log-open = Protokoll öffnen
failure-cause = Ursache
failure-unsaid = Das Dokument sagt, dass es fehlschlug, und nicht, warum.
failure-stated = Steht in

paste-blank = Noch ist nichts zu lesen: fügen Sie zuerst JSON-Text in das Feld ein.
received-nothing = { $title } wurde gelesen, aber nichts darin lässt sich beurteilen. Warum, steht in der Liste der Dokumente.
read-as-unknown = { $kind }, nicht erkannt
strange-empty-list = Das ist eine leere Liste: sie enthält kein Objekt, an dem eine Art zu erkennen wäre.
strange-list = { $count ->
    [one] Das ist eine Liste mit 1 Eintrag; er ist weder ein Release noch eine Anpassung.
   *[other] Das ist eine Liste mit { $count } Einträgen; keiner der ersten ist ein Release oder eine Anpassung.
  }
strange-empty-object = Das ist ein leeres Objekt: es hat kein Feld, an dem eine Art zu erkennen wäre.
strange-object = { $rest ->
    [0] Seine Felder sind { $names }. Keines davon macht es zu einem Dokument, das hier bekannt ist.
   *[other] Seine Felder sind { $names } und { $rest } weitere. Keines davon macht es zu einem Dokument, das hier bekannt ist.
  }
strange-single = Das ist ein einzelner Wert, kein Objekt und keine Liste.
strange-hal = Das ist eine HAL-Ressource anderer Art. Ihren Links lässt sich im Inspektor folgen.
strange-problem = Das ist die Antwort eines Servers, der einen Fehler meldet; das verlangte Dokument steht nicht darin.
strange-holds-nothing = Es enthält kein Release, keine Anpassung und kein Bundle; es gibt also nichts zu beurteilen.
strange-known = Bekannt sind: eine Anpassung (failed_releases, pending_releases, succeeded_releases), ein Release (id, version, revision; dependencies), ein LCM-Manifest (releases, recalledBundles) und Seiten davon.
strange-raw = Ansehen, wie es ist
board-none = Nichts zu beurteilen
board-none-lead = Die offenen Dokumente enthalten weder Releases noch Anpassungen noch Bundles. Die Startseite sagt von jedem, was es ist.

failed-retry = Die Ursache beheben, dann die Anpassung noch einmal ausführen
failed-mend = Zuerst beheben: { $cause }.
failed-mend-unsaid = Das Dokument nennt keine Ursache; sehen Sie im Protokoll der Anpassung nach.
failed-details = Beschreibung, Zeit und Protokoll
failed-others = Andere Releases dieses Produkts, die nicht fehlschlugen
failed-later = neuer
failed-earlier = älter
failed-others-none = Keines ist geladen.
failed-waits = Was darauf wartet
failed-waits-none = Nichts, das geladen ist, braucht es.

move-target-blocked = { $name } ist versperrt
move-beyond = Das nächste neuere offene Release:
move-nearest = Nächstes offenes Release:
move-nearest-none = Auch kein Release davor ist erreichbar.

gap-title = Wovon es abhängt, ist nicht bekannt.
gap-only-named = Offene Dokumente nennen es, aber keines beschreibt es, und kein Link von hier führt dorthin.
gap-title-in-part = Wovon es abhängt, ist nur zum Teil bekannt.
gap-only-linked = Sein Dokument verlinkt Abhängigkeiten, führt sie aber nicht auf; es kann also weitere geben.
gap-not-in-answer = Sein Dokument ist offen, enthält aber weder eine Liste der Abhängigkeiten noch Links zu ihnen.
gap-file = Das Dokument kam als Datei; seine Links führen daher noch nirgendwohin.
gap-file-action = Sagen, woher es kam
gap-do = Öffnen Sie die Antwort des Katalogs selbst, mit ihren Beziehungen, oder legen Sie sie als Datei hier ab:
gap-ask = Mit seinen Beziehungen anfragen

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

help-verdicts = Urteile
help-relations = Was über Beziehungen bekannt ist
help-standing-hit = Es ist selbst zurückgerufen oder fehlgeschlagen, oder enthält, was es ist. Hier ist zu handeln.
help-standing-at-risk = Es braucht etwas Betroffenes, es wartet, seine Unterstützung endet, oder Dokumente widersprechen sich.
help-standing-unknown = Zu wenig ist geladen für ein Urteil. Das heißt nie „frei“.
help-standing-clear = Alles, was es braucht, wurde gelesen, und nichts darin ist betroffen.
relation-none = Bekannt: keine
relation-none-lead = Ein Dokument führt seine Beziehungen auf, und die Liste ist leer.
relation-not-loaded = Nicht geladen
relation-not-loaded-lead = Es ist nur genannt oder verlinkt; was es enthält, wurde noch nicht angefragt.
relation-failed = Ladefehler
relation-failed-lead = Es wurde angefragt, und keine brauchbare Antwort kam; Wiederholen steht am Eintrag.

why-unknown = Nichts Geladenes heißt „{ $name }“.
why-near = Meinten Sie
show-all-items = Alle zeigen
rule-carries-recalled = { $count ->
    [one] Es enthält noch das zurückgerufene { $names }.
   *[other] Es enthält noch { $count } zurückgerufene Bundles: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}und { $rest } weitere
      }.
  }
failures-mostly = Die häufigste Ursache ({ $count }): { $cause }.
not-loaded-note = Nicht geladen: das heißt nicht „keine“.
not-loaded-more = Es können mehr sein: seine eigene Liste ist nicht geladen.
rule-not-loaded-own = Wovon es abhängt, ist nicht oder nicht ganz bekannt. Wie es weitergeht, steht in den Einzelheiten.
rule-not-loaded-below = Wovon etwas abhängt, das es braucht, ist nicht geladen. Der Beleg nennt es.
rule-not-loaded-cause = Wovon { $cause } abhängt, ist nicht geladen.
cause-of-customization-build-error = Build der Anpassung
cause-of-build-error = Build
cause-of-test-error = Tests
cause-of-distribution-error = Verteilung
cause-of-unknown = Nicht bekannt
