# Manifeste: Matrix, Zeitleiste, Abweichungen, Vergleich, Wege, Bestand, Ausgaben.
manifest-none = Kein Manifest ist offen
manifest-none-lead = Öffnen Sie vcfManifest.json oder lcmManifest.json: aus dem Depot, von der Appliance oder von GET /v1/manifests.
choose-manifest = Manifest
manifest-matrix = Matrix
manifest-timeline = Zeitleiste
manifest-drift = Abweichungen
manifest-outside = Neben der Stückliste
releases-count = { $count ->
    [one] 1 Release
   *[other] { $count } Releases
  }
recalls-count = { $count ->
    [0] keine Rückrufe
    [one] 1 Rückrufeintrag
   *[other] { $count } Rückrufeinträge
  }
published = veröffentlicht
manifests = Manifeste
releases = Releases
release = Release
released = Erschienen
end-of-support = Ende der Unterstützung
from-version = Ab Version
notes = Hinweise
component = Komponente
place = Stelle
change = Änderung
subject = Gegenstand
details = Einzelheiten
summary = Zusammenfassung
export = Ausgabe
copy-markdown = Kopieren
show-in-document = Im Dokument zeigen
choose = Wählen …

hide-unchanged = Unverändertes ausblenden
matrix-size = { $components ->
    [one] 1 Komponente
   *[other] { $components } Komponenten
  } × { $releases ->
    [one] 1 Release
   *[other] { $releases } Releases
  }
shift-up = neuer
shift-down = älter
shift-added = hinzugekommen
shift-removed = entfallen
shift-same = gleich
shift-incomparable = nicht vergleichbar
shift-changed = geändert
shift-moved = verschoben
named-twice-in-bom = Die Stückliste nennt sie mehrmals; gezeigt wird die erste
column-recalled = { $count ->
    [one] 1 Bundle zurückgerufen
   *[other] { $count } Bundles zurückgerufen
  }
life-ended = Die Unterstützung ist beendet ({ $date })
life-soon = Die Unterstützung endet binnen 90 Tagen ({ $date })
not-applicable = Nicht anwendbar: { $reason }
not-applicable-short = Nicht anwendbar
way-there = Weg dorthin

dialect-none = Die Angaben passen zu keiner dokumentierten Version: manche gehören zu neueren, andere zu älteren.
dialect-one = Die Angaben passen zur Dokumentation der Version { $version }.
dialect-span = Die Angaben passen zur Dokumentation der Versionen { $oldest } bis { $newest }.
dialect-signs = { $count ->
    [one] 1 Zeichen dafür
   *[other] { $count } Zeichen dafür
  }
drift-dialect = Dialekt
drift-clean = Jede Angabe ist dokumentiert, und keine widerspricht einer anderen.
drift-missing-required = Pflichtangaben fehlen
drift-unknown-member = Angaben, die niemand dokumentiert hat (behalten)
drift-unknown-word = Wörter, die niemand dokumentiert hat (behalten)
drift-wrong-type = Anderer Typ als dokumentiert
drift-junk-in-list = Einträge, die den anderen ihrer Liste nicht gleichen
drift-object-for-list = Ein Objekt, wo eine Liste dokumentiert ist
drift-placeholder = Platzhalter der Dokumentation
contradiction-published-before-created = Veröffentlicht, bevor es erstellt wurde
contradiction-released-after-published = Nach dem Manifest erschienen
contradiction-ends-before-released = Die Unterstützung endet vor dem Erscheinen
contradiction-applicable-with-reason = Anwendbar, und doch ein Grund dagegen
contradiction-inapplicable-without-reason = Nicht anwendbar, ohne Grund
contradiction-minimum-above-version = Verlangt eine neuere Version als sich selbst
contradiction-bundle-from-above-version = Bundles, die ab einer neueren Version als ihr Release gelten
contradiction-same-release-twice = Dasselbe Release zweimal
contradiction-same-component-twice = Dieselbe Komponente zweimal in einer Stückliste
contradiction-component-without-version = Zeilen der Stückliste ohne Version
contradiction-outside-the-bom = Komponenten einer SKU, die nicht in der Stückliste stehen
contradiction-order-outside-the-bom = Die Reihenfolge nennt, was nicht in der Stückliste steht
contradiction-out-of-order = Releases außer der Reihe

list-async-patches = Async-Patches
async-patches-lead = Patches außerhalb der Stückliste, nach Produkt.
list-sddc-manager-releases = SDDC-Manager-Releases
sddc-manager-releases-lead = Versionen des SDDC Managers, die man für sich nehmen kann.
list-vvs-mappings = VVS-Zuordnungen
vvs-mappings-lead = Wofür ein VxRail- oder vVS-Release steht.
list-skus = SKUs
list-sku-bundles = SKU-Bundles
list-updates = Updates
list-is-empty = Das Manifest nennt keine.
can-be-taken-from = ab { $version }

compare-before = Vorher
compare-after = Nachher
swap-sides = Seiten tauschen
became = wurde zu
compare-swapped = Die Seiten scheinen vertauscht: Das zweite Manifest hat die kleinere Folgenummer.
compare-equal = Beide Manifeste haben dieselbe Folgenummer.
compare-unsaid = Mindestens eines hat weder Folgenummer noch Datum: Welches neuer ist, bleibt offen.
compare-mixed = Manifest und Release lassen sich nicht vergleichen. Wählen Sie zwei Manifeste oder zwei Releases.
compare-one = Ein Manifest ist offen
compare-same = Beide Seiten sind dasselbe Manifest
compare-one-lead = Öffnen Sie ein zweites, um zu sehen, was sich änderte, oder wählen Sie oben zwei Releases, um ihre Stücklisten zu vergleichen.
open-other-sample = Das andere Manifest des Beispiels öffnen
compare-nothing = Nichts hat sich geändert
compare-nothing-lead = Beide enthalten dieselben Rückrufe, Releases, Stücklisten und Bundles, in welcher Reihenfolge auch immer.
what-changed-when = Was sich wann änderte
group-new-recalls = Neu zurückgerufen
group-statuses = Rückrufstatus geändert
group-replacements = Ersatz geändert
group-gone-recalls = Nicht mehr zurückgerufen
group-releases-added = Neue Releases
group-releases-gone = Entfallene Releases
group-applicability = Anwendbarkeit
group-life = Ende der Unterstützung
group-boms = Stücklisten
group-bundles = Bundles: hinzugekommen, entfallen oder verschoben
group-others = Andere Angaben und Listen
count-new-recalls = { $count ->
    [one] 1 Bundle neu zurückgerufen
   *[other] { $count } Bundles neu zurückgerufen
  }
count-statuses = { $count ->
    [one] 1 zurückgerufenes Bundle mit neuem Status
   *[other] { $count } zurückgerufene Bundles mit neuem Status
  }
count-replacements = { $count ->
    [one] 1 zurückgerufenes Bundle mit anderem Ersatz
   *[other] { $count } zurückgerufene Bundles mit anderem Ersatz
  }
count-gone-recalls = { $count ->
    [one] 1 Bundle nicht mehr zurückgerufen
   *[other] { $count } Bundles nicht mehr zurückgerufen
  }
count-releases-added = { $count ->
    [one] 1 neues Release
   *[other] { $count } neue Releases
  }
count-releases-gone = { $count ->
    [one] 1 Release entfallen
   *[other] { $count } Releases entfallen
  }
count-applicability = { $count ->
    [one] 1 Änderung der Anwendbarkeit
   *[other] { $count } Änderungen der Anwendbarkeit
  }
count-life = { $count ->
    [one] 1 Ende der Unterstützung geändert
   *[other] { $count } Enden der Unterstützung geändert
  }
count-boms = { $count ->
    [one] 1 Zelle der Stücklisten geändert
   *[other] { $count } Zellen der Stücklisten geändert
  }
count-bundles = { $count ->
    [one] 1 Bundle verschoben, neu oder entfallen
   *[other] { $count } Bundles verschoben, neu oder entfallen
  }
count-others = { $count ->
    [one] 1 andere Änderung
   *[other] { $count } andere Änderungen
  }
replacements-added = Ersatz hinzugekommen: { $names }.
replacements-gone = Ersatz entfallen: { $names }.
named-now-by = Jetzt genannt von { $names }.
named-no-more-by = Nicht mehr genannt von { $names }.

move-from = Von (die laufende Version)
move-to = Nach
move-start = Wo beginnen Sie?
move-start-lead = Geben Sie die laufende Version ein, oder wählen Sie eine. Ohne Ziel stehen hier alle Releases, die in einem Schritt erreichbar sind; mit Ziel die Wege dorthin.
move-installed = Installierte Komponenten (optional)
move-installed-lead = Je Zeile „Komponente Version“. Was neuer ist als die Stückliste eines Ziels, versperrt den Schritt.
move-odd-start = Das ist keine Version. Geben Sie eine wie 5.2.1.0 ein.
move-unknown-target = Kein offenes Manifest enthält das Ziel. Öffnen Sie ein neueres Manifest oder wählen Sie ein anderes Release.
move-not-newer = Das Ziel ist nicht neuer als die laufende Version.
move-start-not-loaded = Kein offenes Manifest enthält die laufende Version, daher ist ihre Stückliste nicht zu vergleichen. Die Mindestversionen gelten dennoch.
move-meant = Kein offenes Manifest enthält genau diese Version. Diese beginnen damit:
move-direct = In einem Schritt
move-no-direct = Kein Release ist in einem Schritt erreichbar.
move-blocked = In einem Schritt versperrt
route-best = Der Weg
route-hops = Wenigste Schritte
route-risks = Wenigste Risiken
route-size = { $hops ->
    [one] 1 Schritt
   *[other] { $hops } Schritte
  }, { $risks ->
    [0] keine Risiken
    [one] 1 Risiko
   *[other] { $risks } Risiken
  }
risks-count = { $count ->
    [one] 1 Risiko
   *[other] { $count } Risiken
  }
no-risks = keine Risiken
plan-this = Planen
floor-release = Erlaubt ab { $version } (minCompatibleVcfVersion).
floor-bundle = Ihr strengstes Bundle { $id } zählt ab { $version }.
bundles-to-fetch = { $count ->
    [0] Kein Bundle ist genannt
    [one] 1 Bundle zu holen
   *[other] { $count } Bundles zu holen
  }
copy-bundle-ids = { $count ->
    [one] 1 Bundle-ID kopieren
   *[other] { $count } Bundle-IDs kopieren
  }
no-bundle-id = keine ID angegeben
instead-of-bundle = anstelle des zurückgerufenen { $id }
back-in-time = Zurück in der Zeit
back-in-time-lead = Diese sind neuer als die Stückliste des Ziels, daher wird es nicht angeboten (KB 430825). Wählen Sie ein späteres Ziel.
back-in-time-of = { $component }: { $installed } ist neuer als { $target }.
risk-replaced = Bundle { $id } ist zurückgerufen; nehmen Sie stattdessen { $targets }.
risk-replaced-same = Bundle { $id } ist zurückgerufen; nehmen Sie stattdessen { $targets }. Nicht als dieselbe Komponente bekannt: { $others }.
risk-replaced-unsaid = Bundle { $id } ist zurückgerufen; nehmen Sie stattdessen { $targets }: ob es dieselbe Komponente enthält, ist nicht bekannt.
risk-replaced-unsaid-beside = Bundle { $id } ist zurückgerufen; nehmen Sie stattdessen { $targets }: ob es dieselbe Komponente enthält, ist nicht bekannt. Bekannt als eine andere: { $others }.
risk-off-bom = { $component } { $version } ({ $id } aus { $carrier }) ist { $stands ->
    [newer] neuer als die BOM
    [older] älter als die BOM
   *[other] nicht vergleichbar mit der BOM
  } des Ziels: { $bom }.
off-bom = { $stands ->
    [newer] neuer als die BOM des Ziels
    [older] älter als die BOM des Ziels
   *[other] nicht vergleichbar mit der BOM des Ziels
  }, aus { $carrier }
risk-looks-recalled = Die Id von Bundle { $id } gleicht einer zurückgerufenen: { $like }. Vergleichen Sie beide.
looks-recalled = gleicht einem zurückgerufenen
risk-unmatched = { $count ->
    [one] 1 Bundle ohne Id.
   *[other] { $count } Bundles ohne Id.
  }
risk-unmatched-of = SKU { $skus }: { $count ->
    [one] 1 Bundle ohne Id.
   *[other] { $count } Bundles ohne Id.
  }
risks-unmatched = Bundles ohne Id lassen sich Rückrufen nicht zuordnen. Suchen Sie sie im Versionskatalog oder im Bundle-Verzeichnis des Depots.
risk-no-floor = Keine Mindestversion ist angegeben, daher ist nicht zu prüfen, ob der Schritt erlaubt ist.
risk-recalls-unsaid = Kein offenes Manifest hat eine brauchbare Rückrufliste.
risk-no-bundles = Das Release nennt kein Bundle, daher ist offen, was zu holen ist.
block-minimum = Verlangt mindestens { $version }.
block-bundle = Ein Bundle davon gilt erst ab { $version }.
block-recalled = Bundle { $id } ist zurückgerufen. { $answer }
block-no-bundle = Bundle { $id } ist zurückgerufen, und es gibt kein { $component }-Bundle zu holen: was es ersetzt, enthält andere Komponenten.
step = Schritt
from = Von
to = Nach
bundle = Bundle
instead-of = Anstelle von
risks = Risiken

inventory-paste = Liste einfügen oder ablegen
inventory-private = Wird in diesem Browser gelesen; nichts verlässt ihn.
inventory-placeholder = Bundle-IDs, Dateinamen, Zeilen „Komponente Version“, CSV mit Kopfzeile oder JSON …
inventory-example = Ein Beispiel zeigen
finding-recalled = Zurückgerufen
finding-with-recalled = Mit zurückgerufenen Bundles
finding-perhaps-recalled = Vielleicht zurückgerufen
finding-ambiguous = Mehrdeutig
finding-near = Ähnlich
finding-incomplete = Build fehlt
finding-outside-boms = Außerhalb der Stücklisten
finding-not-found = Nicht gefunden
finding-unclear = Nicht verstanden
finding-unsaid = Nichts gesagt
finding-async-patch = Async-Patch
finding-in-boms = In einer Stückliste
finding-release = Release
finding-clear = Nicht zurückgerufen
finding-begins = Nur { $id } beginnt so.
finding-carried-lead = { $count ->
    [0] Im zurückgerufenen Bundle { $id } enthalten
   *[other] Im zurückgerufenen Bundle { $id } und { $count } weiteren enthalten
  }{ $releases ->
    [0] .
   *[other] {" "}(in { $release }).
  }
finding-alike-lead = Im Bundle { $id } enthalten, dessen ID einer zurückgerufenen gleicht{ $releases ->
    [0] .
   *[other] {" "}(in { $release }).
  } Vergleichen Sie beide.
finding-release-alike = { $count ->
    [one] Die ID von 1 seiner Bundles gleicht einer zurückgerufenen. Vergleichen Sie beide.
   *[other] Die IDs von { $count } seiner Bundles gleichen zurückgerufenen. Vergleichen Sie sie.
  }
finding-ambiguous-lead = { $count } IDs beginnen so: { $ids } …
finding-near-recalled = Nicht diese ID, aber eine, die sich nur in Groß- und Kleinschreibung, Leerzeichen oder Vorsatz unterscheidet, ist zurückgerufen: { $ids }. Vergleichen Sie beide.
finding-near-lead = Nicht diese ID, aber eine, die sich nur in Groß- und Kleinschreibung, Leerzeichen oder Vorsatz unterscheidet: { $ids }.
finding-not-found-lead = In den offenen Dokumenten nicht gefunden. Das ist nicht dasselbe wie unbedenklich.
finding-unsaid-lead = Kein offenes Manifest hat eine brauchbare Rückrufliste.
finding-in-boms-lead = { $count ->
    [0] In der Stückliste von { $name }.
    [one] In der Stückliste von { $name } und eines früheren Releases.
   *[other] In der Stückliste von { $name } und { $count } früheren Releases.
  }
finding-possible-recalled = { $version } (zurückgerufen)
finding-possible-in = { $version } ({ $name })
finding-possible-lead = { $more ->
    [0] Gemeint sein kann { $versions }
   *[other] Gemeint sein kann { $versions } oder { $more } weitere
  }: Geben Sie den Build an.{ $recalled ->
    [0] {""}
    [one] {" "}Eine davon ist zurückgerufen.
   *[other] {" "}{ $recalled } davon sind zurückgerufen.
  }
finding-possible-whole = Vielleicht zurückgerufen: Ein zurückgerufenes Bundle enthält { $version } und sagt nicht, in welchem Build.
finding-async-patch-lead = Async-Patch des Manifests, neben den Stücklisten: { $patch }.
finding-outside-lead = In keiner Stückliste; am nächsten ist { $version } in { $name }.
finding-release-lead = { $name }. { $count ->
    [0] Keines seiner Bundles ist zurückgerufen.
    [one] 1 seiner Bundles ist zurückgerufen.
   *[other] { $count } seiner Bundles sind zurückgerufen.
  }
finding-release-closed = { $name } ist nicht anwendbar. { $count ->
    [0] Keines seiner Bundles ist zurückgerufen.
    [one] 1 seiner Bundles ist zurückgerufen.
   *[other] { $count } seiner Bundles sind zurückgerufen.
  }
finding-unclear-lead = Weder eine ID noch eine Komponente mit Version.
named-by-none = Kein offenes Release nennt es.
named-by-one = Genannt von { $name }.
named-by-many = Genannt von { $name } und { $count } weiteren.
bom-matches = { $same ->
    [one] Die Komponenten-Version entspricht der Stückliste von { $release }.
   *[other] Alle { $same } Komponenten-Versionen entsprechen der Stückliste von { $release }.
  }
bom-recalled = { $count ->
    [one] Das ist keine Entwarnung: 1 Zeile der Liste ist zurückgerufen oder kommt mit zurückgerufenen Bundles.
   *[other] Das ist keine Entwarnung: { $count } Zeilen der Liste sind zurückgerufen oder kommen mit zurückgerufenen Bundles.
  }
bom-alike = { $count ->
    [one] Das ist keine Entwarnung: 1 Zeile der Liste sieht ähnlich aus oder kommt mit Ähnlichem. Vergleichen Sie beide.
   *[other] Das ist keine Entwarnung: { $count } Zeilen der Liste sehen ähnlich aus oder kommen mit Ähnlichem. Vergleichen Sie sie.
  }
bom-open = { $count ->
    [one] 1 Komponente bleibt hierbei außen vor: Ohne ihren Build lässt sich nicht sagen, welche Version es ist.
   *[other] { $count } Komponenten bleiben hierbei außen vor: Ohne ihre Builds lässt sich nicht sagen, welche Versionen es sind.
  }
bom-open-recalled = { $count ->
    [one] Das ist keine Entwarnung: 1 der Komponenten ist vielleicht zurückgerufen.
   *[other] Das ist keine Entwarnung: { $count } der Komponenten sind vielleicht zurückgerufen.
  }
bom-nearest = Nächste Stückliste: { $release } ({ $same } gleich, { $count } nicht).
inventory-floor = Im Ganzen zählt dies als { $release }: das Mindeste aller Komponenten.
deviations = { $count ->
    [one] 1 Komponente weicht ab
   *[other] { $count } Komponenten weichen ab
  }
deviation-up = { $component }: { $installed } ist neuer als { $bom }.
deviation-down = { $component }: { $installed } ist älter als { $bom }.
deviation-incomparable = { $component }: { $installed } ist mit { $bom } nicht zu ordnen.
deviation-added = { $component }: { $installed }, nicht in der Stückliste.
open-release = Das Release öffnen
where-from-here = Wohin kann ich von hier?
line = Zeile
given = Angabe
finding = Befund
targets = Ersatz

bom = Stückliste
sku-join = SKU { $name }
sku-all-same = Alle Zeilen sind wie in der Stückliste.
not-in-the-bom = nicht in der Stückliste
not-in-the-sku = nicht in der SKU
upgrade-order = Reihenfolge der Aktualisierung

manifest-changes = Änderungen
show-on-matrix = In der Matrix zeigen
changes-list = Liste der Änderungen
changes-none = Wählen Sie zwei Manifeste
changes-none-lead = Die Matrix zeigt, was sich von einem Manifest zum anderen geändert hat. Beide wählen Sie im Vergleich.
changes-no-cell = Keine BOM-Zelle hat sich geändert
changes-no-cell-lead = Beide Manifeste enthalten dieselben Releases mit denselben Komponenten.
changes-gone = { $count ->
    [one] 1 Release ist weggefallen: { $names }
   *[other] { $count } Releases sind weggefallen: { $names }
  }
release-is-new = Neues Release
cell-no-bundle = Kein Bundle dieses Releases nennt sie.
cell-recalled = Ein Bundle dieser Komponente ist zurückgerufen
legend-ending = Support beendet oder bald zu Ende
compare-sentence = { $count ->
    [one] 1 Änderung von { $from } zu { $to }.
   *[other] { $count } Änderungen von { $from } zu { $to }.
  }
