# Links folgen: was es kostet, wie weit es ist, was aus jeder Adresse wurde; Dienste; neu laden; Netz.
crawl-label = Links zu { $host }
crawl-planned = { $count ->
    [one] 1 Release ist genannt, aber nicht geladen
   *[other] { $shown } Releases oder Seiten sind genannt, aber nicht geladen
  }
crawl-running = Es wird von { $host } geladen …
crawl-offline = Kein Netz: das Laden wartet
crawl-paused = Pause
crawl-waiting = { $host } bittet zu warten
crawl-stopped = Angehalten
crawl-sign-in = { $host } will wissen, wer fragt
crawl-too-many = { $host } bat immer wieder zu warten
crawl-budget = { $sent ->
    [one] 1 Anfrage wurde gesendet; { $shown } weitere sind genannt
   *[other] { $requests } Anfragen wurden gesendet; { $shown } weitere sind genannt
  }
crawl-done = { $answered ->
    [one] 1 Antwort wurde von { $host } geladen
   *[other] { $loaded } Antworten wurden von { $host } geladen
  }
crawl-done-failed = { $answered ->
    [one] 1 Antwort wurde von { $host } geladen, { $failed } waren nicht zu bekommen
   *[other] { $loaded } Antworten wurden von { $host } geladen, { $failed } waren nicht zu bekommen
  }
crawl-cost = { $count ->
    [one] 1 Anfrage an { $host }, mehr, wenn die Antwort andere nennt.
   *[other] Etwa { $shown } Anfragen an { $host }, fehlgeschlagene Releases zuerst.
  }
crawl-cost-part = Etwa { $shown } Anfragen an { $host }, fehlgeschlagene Releases zuerst. Nach { $within } Anfragen hält es an und fragt.
crawl-progress = { $loaded } geladen, { $failed } fehlgeschlagen, { $left } offen, { $requests } Anfragen gesendet.
crawl-list-read = { $read } von { $total } Einträgen einer Liste.
crawl-wait = Es geht von selbst weiter in { $seconds ->
    [one] 1 Sekunde.
   *[other] { $seconds } Sekunden.
  }
crawl-bar = Fortschritt des Ladens
crawl-start = Laden
crawl-pause = Pause
crawl-resume = Fortsetzen
crawl-more = Die nächsten { $count } laden
crawl-retry = { $count ->
    [one] Den fehlgeschlagenen wiederholen
   *[other] { $count } fehlgeschlagene wiederholen
  }
crawl-deeper = { $count ->
    [one] 1 weiter entfernter Adresse folgen
   *[other] { $count } weiter entfernten Adressen folgen
  }
crawl-expand = Verbundene Releases in jeder Antwort mit anfordern (weniger Anfragen)
crawl-show-list = Jede Adresse zeigen
crawl-hide-list = Adressen ausblenden
crawl-put-away = Weglegen; die Startseite behält es
crawl-addresses = Adressen und was aus ihnen wurde
crawl-list-more = und { $count } weitere
crawl-asked = unterwegs
crawl-left = nicht geladen
crawl-answered = geladen
crawl-odd-id = eine andere Id antwortete
crawl-load-one = Laden
crawl-load-anyway = Trotzdem laden
skip-host = führt zu { $host }
skip-climbs = führt aus der Basis hinaus
skip-deep = zu viele Schritte entfernt
skip-growing = Adressen wachsen ohne Ende
skip-same-page = noch einmal dieselbe Seite
skip-list-ended = die Liste endete vorher
skip-download = ein Download

errand-failed = Nicht zu laden: { $reason }.
errand-left = Noch nicht geladen: wovon es abhängt, ist nicht bekannt, und das heißt nicht „von nichts“.
errand-asked = Es wird gerade geladen.
errand-outside = Der Link führt an einen anderen Ort als das Dokument und wurde deshalb nicht verfolgt.

refresh-failed = Die vorige Antwort bleibt zu sehen.
followed = { $count ->
    [one] 1 Dokument durch Verfolgen von Links geladen
   *[other] { $count } Dokumente durch Verfolgen von Links geladen
  }
close-followed = Alles durch Links Geladene schließen
offline-not-sent = Kein Netz: Es wurde nichts gesendet. Versuchen Sie es wieder, sobald es da ist.

preset-catalog = Application Catalog
preset-catalog-lead = Eine Customization oder ein Release eines Katalogs wählen.
preset-foundation = Cloud Foundation
preset-foundation-lead = Das Manifest eines SDDC Managers öffnen oder eines seiner Releases wählen.
preset-base = Basisadresse
preset-catalogue = Id des Katalogs
preset-token = Zugriffstoken (bleibt im Speicher, geht nur an diesen Server)
preset-token-held = Ein Token für { $host } ist im Speicher.
preset-token-forget = Vergessen
preset-token-how = Wie man zu einem Token kommt
preset-token-how-lead = Der Viewer sendet nur GET-Anfragen und holt daher selbst kein Token. Diesen Befehl mit eigenem Benutzer und Kennwort in einer Shell ausführen und das accessToken der Antwort hier einfügen; es gilt eine Stunde.
preset-customizations = Customizations auflisten
preset-releases = Releases auflisten
preset-manifest = Manifest öffnen
preset-system-releases = Releases auflisten
preset-needs-base = Zuerst die Basisadresse des Dienstes eingeben.
preset-needs-catalogue = Die Id des Katalogs eingeben; sie steht in der Adresse der Seiten des Dienstes.
preset-reading = Die Liste wird gelesen … { $shown } von { $all }
preset-choose = { $read ->
    [0] Die Liste ist leer.
    [one] 1 Eintrag: zum Öffnen wählen.
   *[other] { $shown } von { $all } Einträgen: zum Öffnen einen wählen.
  }
preset-part = { $shown } von { $all } Einträgen waren lesbar.
preset-find = In dieser Liste suchen
preset-more = und { $count } weitere: suchen, um sie zu finden
