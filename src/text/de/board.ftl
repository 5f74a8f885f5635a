# Urteile: die Übersicht, die Einzelheiten, der Beleg.
standing-hit = BETROFFEN
standing-at-risk = GEFÄHRDET
standing-unknown = UNBEKANNT
standing-clear = FREI
status-recalled = Zurückgerufen
status-carrier = Enthält Rückruf
status-failed = Fehlgeschlagen
status-failing = Mit Fehlschlägen
status-load-failed = Ladefehler
status-pending = Wartet
status-unknown = Nicht geladen
status-ok = In Ordnung
item-release = Release
item-customization = Anpassung
item-vcf = Cloud-Foundation-Release
item-bundle = Bundle
item-unknown = Unbekannt

board-title = Urteile
board-lead = { $hit ->
    [0] { $unsure ->
        [0] Nichts ist betroffen
       *[other] Soweit bekannt, ist nichts betroffen
      }
    [one] 1 Eintrag ist betroffen
   *[other] { $hit } Einträge sind betroffen
  }{ $risk ->
    [0] {""}
    [one] , 1 ist gefährdet
   *[other] , { $risk } sind gefährdet
  }{ $unknown ->
    [0] {""}
    [one] ; 1 Eintrag ist unbekannt
   *[other] ; { $unknown } Einträge sind unbekannt
  }.
board-filter = Nur { $name }
board-recalls = Rückrufe nach Antwort
board-causes = Fehler nach Ursache
board-kinds = Arten
board-statuses = Stand
board-coverage = Abdeckung

panel = Einzelheiten zu { $name }
close-panel = Einzelheiten schließen
depends-on = Hängt ab von
standing-hit-lead = zurückgerufen, fehlgeschlagen, oder enthält es
standing-at-risk-lead = braucht Betroffenes, wartet, oder Support endet
standing-unknown-lead = zu wenig geladen für ein Urteil
standing-clear-lead = alles gelesen, nichts betroffen
item-not-found = Nichts Geladenes nennt diesen Eintrag. Das heißt nicht „frei“: öffnen Sie das Dokument, in dem er stehen müsste.

answer-move = Wechseln
answer-move-other = Andere Komponente
answer-move-in-part = Teils wechseln
answer-wait = Warten
answer-withdrawn = Kein Ersatz
answer-contradictory = Widersprüchlich
answer-circular = Im Kreis
answer-unclear = Unklar
digest-recalled = { $count ->
    [one] 1 Bundle ist zurückgerufen
   *[other] { $count } Bundles sind zurückgerufen
  }
digest-failed = { $count ->
    [one] 1 Release ist fehlgeschlagen
   *[other] { $count } Releases sind fehlgeschlagen
  }
digest-life = { $count ->
    [one] Support endet für 1 Eintrag
   *[other] Support endet für { $count } Einträge
  }
reason-ended = Abgelaufen
reason-ends-soon = Innerhalb von 90 Tagen
facet-reason = Grund
facet-verdict = Urteil
facet-status = Stand
facet-kind = Art
facet-cause = Fehlerursache
facet-product = Produkt
facet-branch = Zweig
facet-base-image = Basis-Image
facet-registry = Registry
facet-packaging = Paketart

and-more = und { $count } weitere
coverage = Von ihm und allem, was es braucht, sind { $read } von { $known } Einträgen gelesen.
coverage-alone = Vollständig gelesen; es hängt von nichts anderem ab.
coverage-unread = Was es braucht, ist nicht gelesen.

path-same = Der Weg beginnt an ebendiesem Eintrag: Wählen Sie einen anderen als Ende.
path-started = Der Weg beginnt hier. Wählen Sie sein Ende und drücken Sie noch einmal p.
