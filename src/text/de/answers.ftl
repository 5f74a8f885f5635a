# Die Antworten: wer was braucht, warum es fehlschlug, wohin wechseln, was fehlt.
customized-by = Teil der Anpassung
graph-announce = { $name }, { $status }, { $down ->
    [one] 1 Abhängigkeit
   *[other] { $down } Abhängigkeiten
  }, direkt gebraucht von { $up }
graph-announce-part = { $words }, Teil der Anpassung { $name }
swap = Beide Enden tauschen

outcome-failed = fehlgeschlagen
outcome-pending = wartend
outcome-succeeded = gelungen
outcomes-clash = { $name } steht in { $count } Listen, die einander ausschließen ({ $lists }); gezählt als { $counted }.
outcomes-clash-title = { $count ->
    [one] Ein Release mit mehreren Ausgängen
   *[other] { $count } Releases mit mehreren Ausgängen
  }
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
read-as-unknown = { $kind }, nicht erkannt
strange-title = Nichts darin lässt sich beurteilen
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

failed-retry = Die Ursache beheben, dann die Anpassung noch einmal ausführen
failed-mend = Zuerst beheben: { $cause }.
failed-mend-root = Zuerst { $name } beheben: Es schlug auch fehl, und dieses Release braucht es.
mend-title = Was zu beheben ist, in dieser Reihenfolge
mend-needed-by = { $count ->
    [one] 1 der fehlgeschlagenen Releases braucht es:
   *[other] { $count } der fehlgeschlagenen Releases brauchen es:
  }
mend-alone = Keines der anderen fehlgeschlagenen braucht es.
mend-retry = Danach die Anpassung noch einmal ausführen.
failed-mend-then = Dann prüfen, ob dies noch bleibt: { $cause }.
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

astray-focus = Nichts Geladenes heißt „{ $name }“: gezeichnet ist der ganze Graph.
astray-side = Nichts Geladenes heißt „{ $name }“: an seiner Stelle steht das Neueste, was geladen ist.
why-unknown = Nichts Geladenes heißt „{ $name }“.
why-near = Meinten Sie
not-loaded-note = Nicht geladen: das heißt nicht „keine“.
not-loaded-more = Es können mehr sein: seine eigene Liste ist nicht geladen.
