# Einträge: Leisten, Tabellen, Belege, Arten und Zustände ausführlich.

tab-summary = Überblick
tab-why = Warum
tab-move = Wechsel
tab-links = Links
tab-raw = Roh
copy-id = Id kopieren
focus-in-graph = Im Graphen zeigen
carries = Bundles
replaced-by = Ersetzt durch
replaces = Ersetzt
customizes = Angewandt auf
none-known = Keine. Das Dokument sagt es.
relations-failed = Ließ sich nicht laden.
all-fields = Alle Felder
other-fields = Weitere Felder
copies = An { $count } Stellen beschrieben
show-proof = Beleg zeigen
field-copy = Auch hier beschrieben ({ $at } von { $count })

column-risk = Urteil
column-name = Name
column-version = Version
column-status = Stand
column-kind = Art
column-packaging = Paketart
column-base-image = Basis-Image
column-registry = Registry
column-branch = Zweig
column-cause = Ursache
column-depends-on = Hängt ab
column-needed-by = Gebraucht
column-applied = Releases
column-failures = Fehlschläge

recalls-lead = { $count ->
    [one] 1 Bundle ist zurückgerufen
   *[other] { $count } Bundles sind zurückgerufen
  }
recalls-empty-none = Nichts ist zurückgerufen
recalls-empty-none-lead = Das Manifest hat eine Liste der Rückrufe, und sie ist leer: der Herausgeber sagt es so.
recalls-absent-none = Kein Wort über Rückrufe
recalls-absent-none-lead = Kein offenes Dokument hat eine Liste der Rückrufe. Das heißt nicht „keine“: öffnen Sie ein LCM-Manifest.
recalls-nameless-none = Kein Rückruf nennt ein Bundle
recalls-nameless-none-lead = Das Manifest hat eine Liste der Rückrufe mit Einträgen, aber keiner nennt ein zurückgerufenes Bundle: sie sind leer oder enthalten Platzhalter der Dokumentation. Was zurückgerufen ist, lässt sich nicht sagen; besorgen Sie ein vollständiges Manifest.
recalls-unusable-none = Die Liste der Rückrufe ist unbrauchbar
recalls-unusable-none-lead = recalledBundles des Manifests ist null, keine Liste oder eine Liste ohne brauchbaren Eintrag. Über Rückrufe lässt sich nichts sagen; besorgen Sie ein vollständiges Manifest.
releases-none = Keine Releases
releases-none-lead = Die offenen Dokumente enthalten keine Katalog-Releases. Öffnen Sie eine Anpassung oder eine Seite von Releases.
customizations-none = Keine Anpassungen
customizations-none-lead = Die offenen Dokumente enthalten keine Anpassungen. Öffnen Sie eine Antwort CustomizationDetailed.
graph-none = Nichts zu zeichnen
graph-none-lead = Die offenen Dokumente enthalten weder Releases noch Bundles.
still-named-by = { $count ->
    [0] nicht mehr genannt
    [one] noch einmal genannt
   *[other] noch { $count }-mal genannt
  }

answer-unrecalled = Nicht zurückgerufen
answer-unknown-id = Unbekannte Id
answer-unsaid = Nichts gesagt
answer-move-lead = Jede Kette endet bei einem Bundle, das nicht zurückgerufen ist.
answer-move-other-lead = Der Ersatz ist READY, aber keiner davon enthält dieselbe Komponente.
answer-move-in-part-lead = Manche Ketten enden bei einem brauchbaren Bundle, andere nicht.
answer-wait-lead = Ein Ersatz ist angekündigt, seine Ids sind noch nicht veröffentlicht.
answer-withdrawn-lead = Kein Ersatz ist veröffentlicht. Nicht verwenden.
answer-contradictory-lead = Was das Manifest darüber sagt, widerspricht sich.
answer-circular-lead = Seine Ersatz-Bundles führen zu ihm selbst zurück.
answer-unclear-lead = Der Stand ist keiner von NONE, PENDING, READY.
answer-unrecalled-lead = Die Liste der Rückrufe im Manifest enthält es nicht.
answer-unknown-id-lead = Kein offenes Manifest nennt diese Id.
answer-unsaid-lead = Kein offenes Manifest hat eine brauchbare Liste der Rückrufe.
final-targets = Endgültige Ziele
targets-same = Wechseln zu
targets-other = Auch genannt, für eine andere Komponente
targets-other-only = Genannt, aber für eine andere Komponente
targets-unsaid = Auch genannt, nicht als für dieselbe Komponente bekannt
oddities = Was auffällt
no-replacement-ids = keine Ersatz-Ids
no-recalled-bundles = Kein Bundle dieses Releases ist in einem offenen Manifest zurückgerufen.
nothing-to-change = Keine direkte Änderung würde hier etwas klären.
change-these = Die kleinste Menge direkter Änderungen, die alles klärt

no-links = Dieses Objekt hat keine HAL-Links.
embedded = eingebettet
documentation = Dokumentation
templated = Vorlage
follow = Folgen
template-broken = Die Vorlage ist fehlerhaft: sie wird gezeigt, nie angefragt.
link-null = null: die Beziehung ist bekannt und führt jetzt nirgendwohin
link-nowhere = keine Adresse
link-name = Name
link-type = Art
link-profile = Profil
link-hreflang = Sprache
link-deprecated = Von seinem Server abgekündigt:
link-odd-linksform = _links ist kein Objekt.
link-odd-embeddedform = _embedded ist kein Objekt.
link-odd-nulllink = Der Link ist null.
link-odd-textlink = Der Link ist ein Text, kein Objekt.
link-odd-otherlink = Der Link ist kein Objekt.
link-odd-hrefmissing = Ihm fehlt href.
link-odd-hrefempty = Sein href ist leer: das Dokument selbst.
link-odd-hrefform = Sein href ist kein Text.
link-odd-templatedform = „templated“ ist weder true noch false.
link-odd-templateundeclared = Er hat Klammern, ist aber nicht als Vorlage gekennzeichnet.
link-odd-templateempty = Er ist als Vorlage gekennzeichnet, hat aber nichts einzusetzen.
link-odd-memberform = Eines seiner Felder, das Text sein sollte, ist etwas anderes.
link-odd-curieunusable = Die Curie hat keinen Namen oder kein {"{rel}"}.
link-odd-embeddednoobject = Eine eingebettete Ressource ist kein Objekt.

odd-ready-without-ids = READY, aber keine Ersatz-Id ist angegeben.
odd-pending-with-ids = PENDING, aber Ersatz-Ids sind angegeben.
odd-none-with-ids = NONE, aber Ersatz-Ids sind angegeben.
odd-status = Der Stand ist „{ $detail }“; das ist nicht dokumentiert.
odd-recalls-nothing = Der Eintrag ruft nichts zurück.
odd-placeholder = Der Eintrag enthält einen Platzhalter der Dokumentation.
odd-named-twice = { $id } steht zweimal in einer Liste.
odd-fork = Mehr als ein Ersatz, ohne ein Wort, welcher für welches.
odd-merge = Mehrere Einträge führen zu { $id }.
odd-chain = { $id } ist selbst zurückgerufen: die Kette geht weiter.
odd-self-loop = { $id } ist als sein eigener Ersatz genannt.
odd-cycle = { $id } ist Teil eines Kreises von Ersatz-Bundles.
odd-different-answers = { $id } ist mehrfach zurückgerufen, mit verschiedenem Stand.
odd-different-replacements = { $id } ist mehrfach zurückgerufen, mit verschiedenem Ersatz.
odd-overruled = Ein neueres Manifest sagt etwas anderes; dieser Eintrag gilt für { $id } nicht.
odd-recalled-unknown = Kein offenes Manifest nennt { $id } außerhalb des Rückrufs.
odd-replacement-unknown = Kein offenes Release nennt den Ersatz { $id }.
odd-looks-like = { $id } gleicht { $detail }; beide werden nicht verbunden.

why-title = Warum steckt das eine im anderen?
why-lead = Die kürzesten Ketten von einem Eintrag hinab zu einem anderen, mit der Stelle, die jeden Schritt belegt.
why-from = Von
why-to = Nach
why-hint = Name, Version oder Id
why-choose = Wählen Sie zwei geladene Einträge. In den Einzelheiten füllen „Weg ab hier“ und „Weg hierher“ diese Felder.
why-examples = Sehenswerte Ketten
why-chain = Kette
why-step = Schritt
why-none = In dem, was geladen ist, führt keine Kette vom einen zum anderen. Das heißt nicht „ohne Zusammenhang“: nicht geladene Beziehungen sind unbekannt.
why-turned = In dieser Richtung gibt es keine Kette; diese führen umgekehrt.
why-count = { $count ->
    [one] insgesamt 1 Kette
   *[other] insgesamt { $count } Ketten
  }
path-from-here = Weg ab hier
path-to-here = Weg hierher
