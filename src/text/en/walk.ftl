# Walking through the graph: folding, chains, differences, what is selected together.
graph-tools = Graph
flow-turn = Turn the drawing
implied-lead = Edges that longer ways imply; press to draw them
hubs-folded-lead = { $count ->
    [one] 1 hub without its { $edges } edges
   *[other] { $count } hubs without their { $edges } edges
  }
reset-folds = Undo folding
show-changes = Differences
show-in-graph = Show in the graph
hide-changes = Hide the differences
changes-counted = { $added } added, { $removed } removed, { $changed } changed
trail = Way to this focus
trail-all = Whole graph
trail-more = + { $count }
chains-lit = { $count ->
    [one] 1 chain is lit
   *[other] the { $count } shortest chains are lit
  }
focus-select-first = Select an item first: depth and direction are counted from it.
chain-open = Select the other end and press p
chain-details = Chains with their proof
chain-clear = Put the chain away
marked = Selected together
marked-count = { $count } selected
marked-clear = Select nothing
focus-on-them = Focus on them
focused-first = The focus is on the first { $count } of them
copy-ids = Copy ids
minimap = The whole graph; drag to move
layout-stopped = Arranging was stopped
command-open = Open details
command-focus = Focus
command-unfold = Show what is hidden
command-fold = Fold what only it needs
command-mark = Select with others
command-path-from = Chain from here
command-path-to = Chain to here
command-inspect = Show in the document
unfolded-count = { $count ->
    [one] 1 item came out of { $name }
   *[other] { $count } items came out of { $name }
  }
folded-count = { $count ->
    [one] 1 item was folded into { $name }
   *[other] { $count } items were folded into { $name }
  }
unfolded-edges = { $count ->
    [one] 1 edge of { $name } is drawn now
   *[other] { $count } edges of { $name } are drawn now
  }
folded-edges = { $count ->
    [one] 1 edge of { $name } is not drawn any more
   *[other] { $count } edges of { $name } are not drawn any more
  }
nothing-to-fold = Nothing hangs on { $name } alone
key-fold = Fold or unfold the item
key-mark = Select the item with others
key-menu = What can be done with the item
