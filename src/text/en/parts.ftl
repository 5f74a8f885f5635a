# What is seen of a view whose part of the program is on its way, or cannot be had.
part-coming = Loading this view…
part-missing-title = This view could not be loaded
part-missing = The part of the program that it needs could not be fetched: the network is down, or the copy on the server is incomplete. What is open stays as it is.
part-retry = Try again
