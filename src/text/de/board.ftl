# Urteile: die Übersicht, die Einzelheiten, der Beleg.
standing-hit = BETROFFEN
standing-at-risk = GEFÄHRDET
standing-unknown = UNBEKANNT
standing-clear = FREI
status-recalled = Zurückgerufen
status-failed = Fehlgeschlagen
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
    [0] Nichts ist betroffen
    [one] 1 Eintrag ist betroffen
   *[other] { $hit } Einträge sind betroffen
  }{ $risk ->
    [0] {""}
    [one] , 1 ist gefährdet
   *[other] , { $risk } sind gefährdet
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
needed-by = Gebraucht von
standing-hit-lead = zurückgerufen, fehlgeschlagen, oder enthält es
standing-at-risk-lead = hängt an Betroffenem, oder wartet
standing-unknown-lead = zu wenig geladen für ein Urteil
standing-clear-lead = alles gelesen, nichts betroffen
item-not-found = Nichts Geladenes nennt diesen Eintrag. Das heißt nicht „frei“: öffnen Sie das Dokument, in dem er stehen müsste.

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
rule-unmatched = { $count ->
    [one] 1 SKU-Bundle trägt keine Id und lässt sich Rückrufen nicht zuordnen. Suchen Sie es im Versionskatalog oder im Bundle-Verzeichnis des Depots.
   *[other] { $count } SKU-Bundles tragen keine Id und lassen sich Rückrufen nicht zuordnen. Suchen Sie sie im Versionskatalog oder im Bundle-Verzeichnis des Depots.
  }
rule-recalls-unknown = Kein offenes Manifest hat eine brauchbare Liste der Rückrufe; darüber lässt sich nichts sagen. Öffnen Sie vcfManifest.json aus dem Depot oder die Antwort auf GET /v1/manifests.
rule-request-failed = { $count ->
    [0] Eine Anfrage dazu ist gescheitert. Noch einmal versuchen, um es zu wissen.
    [one] 1 Anfrage dazu ist gescheitert. Noch einmal versuchen, um es zu wissen.
   *[other] { $count } Anfragen dazu sind gescheitert. Noch einmal versuchen, um es zu wissen.
  }
rule-nothing-found = Alles Nötige wurde gelesen, und nichts darin ist betroffen.
coverage = Von ihm und allem, was es braucht, sind { $read } von { $known } Einträgen gelesen.
coverage-alone = Es ist gelesen und braucht nichts weiter.
coverage-unread = Was es braucht, ist nicht gelesen.
rule-processing-failed = Die Anpassung selbst ließ sich nicht verarbeiten.
rule-looks-recalled = Seine Id gleicht einer zurückgerufenen bis auf Schreibweise, Leerzeichen oder Vorsatz. Vergleichen Sie beide.
rule-disputed = Dokumente widersprechen sich darüber, oder über etwas, das es braucht.
rule-end-of-life-ended = Die Unterstützung ist zu Ende.
rule-failures-unknown = Keine Anpassung mit einer Liste fehlgeschlagener Releases ist offen. Öffnen Sie eine: GET /v1/catalogs/…/customizations/…
rule-names-nothing = Es nennt kein Bundle; Rückrufen lässt sich nichts zuordnen. Öffnen Sie das ganze Manifest: Release-Listen lassen Bundles weg.

path-same = Der Weg beginnt an ebendiesem Eintrag: Wählen Sie einen anderen als Ende.
path-started = Der Weg beginnt hier. Wählen Sie sein Ende und drücken Sie noch einmal p.
