# The release graph.
graph-role = release graph
graph-label = Release graph with { $nodes ->
    [one] 1 item
   *[other] { $nodes } items
  } and { $edges ->
    [one] 1 edge
   *[other] { $edges } edges
  }
graph-counts = { $nodes ->
    [one] 1 item
   *[other] { $nodes } items
  }, { $edges ->
    [one] 1 edge
   *[other] { $edges } edges
  }
showing-of = Showing { $shown } of { $all }, ranked by risk
urgent-first = Drawn first: what is hit and what is around it, { $shown } of { $all } items
urgent-unknown = { $count ->
    [one] 1 item that is UNKNOWN is not drawn
   *[other] { $count } items that are UNKNOWN are not drawn
  }
draw-all = Draw everything
urgent-again = What is hit first
urgent-again-lead = Draw what is hit and what is around it, and leave out the rest
implied = +{ $count } implied
graph-or-table = Graph or table
as-table = Table
flow-lr = Left to right
flow-tb = Top to bottom
group-by = Group by
group-none = No groups
group-product = By product
group-branch = By branch
group-base-image = By base image
group-registry = By registry
group-status = By status
look-both = Both
look-dependencies = Depends on
look-dependants = Needed by
direction = Direction
depth = Depth { $count }
deeper = One step deeper
less-deep = One step less
unfocus = Show the whole graph
zoom = Zoom
zoom-in = Zoom in
zoom-out = Zoom out
fit = Fit
zoom-hint = Hold Ctrl to zoom with the wheel
laying-out = Arranging …
lassoed = { $count ->
    [one] 1 item in the rectangle
   *[other] { $count } items in the rectangle
  }
line-solid = in force
line-dashed = pending
line-dotted = not loaded
line-barred = blocked
role-selected = selected
role-hover = under the pointer
role-path = on the path
role-search = found
role-upstream = needs the selected item
role-downstream = needed by the selected item
role-added = added
role-removed = removed
role-changed = changed
