# Im Graphen unterwegs: Falten, Ketten, Unterschiede, gemeinsam Ausgewähltes.
graph-tools = Graph
flow-turn = Zeichnung drehen
implied-lead = Kanten, die aus längeren Wegen folgen; drücken, um sie zu zeichnen
hubs-folded-lead = { $count ->
    [one] 1 Knotenpunkt ohne seine { $edges } Kanten
   *[other] { $count } Knotenpunkte ohne ihre { $edges } Kanten
  }
reset-folds = Falten aufheben
show-changes = Unterschiede
show-in-graph = Im Graphen zeigen
hide-changes = Unterschiede ausblenden
changes-counted = { $added } neu, { $removed } entfallen, { $changed } geändert
trail = Weg zu diesem Fokus
trail-all = Ganzer Graph
trail-more = + { $count }
chains-lit = { $count ->
    [one] 1 Kette ist hervorgehoben
   *[other] die { $count } kürzesten Ketten sind hervorgehoben
  }
focus-select-first = Wählen Sie zuerst einen Eintrag: Von ihm aus zählen Tiefe und Richtung.
chain-open = Das andere Ende auswählen und p drücken
chain-details = Ketten mit Belegen
chain-clear = Kette weglegen
marked = Gemeinsam ausgewählt
marked-count = { $count } ausgewählt
marked-clear = Nichts auswählen
focus-on-them = Auf sie fokussieren
focused-first = Der Fokus liegt auf den ersten { $count }
copy-ids = Kennungen kopieren
minimap = Der ganze Graph; ziehen, um ihn zu bewegen
layout-stopped = Das Anordnen wurde abgebrochen
command-open = Einzelheiten öffnen
command-focus = Fokussieren
command-unfold = Verborgenes zeigen
command-fold = Falten, was nur davon gebraucht wird
command-mark = Mit anderen auswählen
command-path-from = Kette von hier
command-path-to = Kette hierher
command-inspect = Im Dokument zeigen
unfolded-count = { $count ->
    [one] 1 Eintrag kam aus { $name } hervor
   *[other] { $count } Einträge kamen aus { $name } hervor
  }
folded-count = { $count ->
    [one] 1 Eintrag wurde in { $name } gefaltet
   *[other] { $count } Einträge wurden in { $name } gefaltet
  }
unfolded-edges = { $count ->
    [one] 1 Kante von { $name } ist jetzt gezeichnet
   *[other] { $count } Kanten von { $name } sind jetzt gezeichnet
  }
folded-edges = { $count ->
    [one] 1 Kante von { $name } ist nicht mehr gezeichnet
   *[other] { $count } Kanten von { $name } sind nicht mehr gezeichnet
  }
nothing-to-fold = An { $name } allein hängt nichts
key-fold = Eintrag falten oder entfalten
key-mark = Eintrag mit anderen auswählen
key-menu = Was sich mit dem Eintrag tun lässt
