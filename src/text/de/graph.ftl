# Der Release-Graph.
graph-role = Release-Graph
graph-label = Release-Graph mit { $nodes ->
    [one] 1 Eintrag
   *[other] { $nodes } Einträgen
  } und { $edges ->
    [one] 1 Kante
   *[other] { $edges } Kanten
  }
graph-counts = { $nodes ->
    [one] 1 Eintrag
   *[other] { $nodes } Einträge
  }, { $edges ->
    [one] 1 Kante
   *[other] { $edges } Kanten
  }
showing-of = { $shown } von { $all } gezeigt, nach Risiko geordnet
urgent-first = Zuerst gezeichnet: was betroffen ist und was daran hängt, { $shown } von { $all } Einträgen
urgent-unknown = { $count ->
    [one] 1 Eintrag, der UNBEKANNT ist, ist nicht gezeichnet
   *[other] { $count } Einträge, die UNBEKANNT sind, sind nicht gezeichnet
  }
draw-all = Alles zeichnen
urgent-again = Betroffenes zuerst
urgent-again-lead = Zeichnen, was betroffen ist und was daran hängt, und den Rest weglassen
implied = +{ $count } mittelbar
graph-or-table = Graph oder Tabelle
as-table = Tabelle
flow-lr = Von links nach rechts
flow-tb = Von oben nach unten
group-by = Gruppieren nach
group-none = Keine Gruppen
group-product = Nach Produkt
group-branch = Nach Zweig
group-base-image = Nach Basis-Image
group-registry = Nach Registry
group-status = Nach Stand
look-both = Beides
look-dependencies = Hängt ab
look-dependants = Gebraucht von
direction = Richtung
depth = Tiefe { $count }
deeper = Einen Schritt weiter
less-deep = Einen Schritt weniger
unfocus = Den ganzen Graphen zeigen
zoom = Zoom
zoom-in = Vergrößern
zoom-out = Verkleinern
fit = Einpassen
zoom-hint = Mit Strg und Mausrad vergrößern
laying-out = Wird angeordnet …
lassoed = { $count ->
    [one] 1 Eintrag im Rechteck
   *[other] { $count } Einträge im Rechteck
  }
line-solid = gilt
line-dashed = steht aus
line-dotted = nicht geladen
line-barred = gesperrt
role-selected = ausgewählt
role-hover = unter dem Zeiger
role-path = auf dem Weg
role-search = gefunden
role-upstream = braucht den ausgewählten Eintrag
role-downstream = vom ausgewählten Eintrag gebraucht
role-added = hinzugekommen
role-removed = entfallen
role-changed = geändert
