# Was von einer Ansicht zu sehen ist, deren Teil des Programms unterwegs ist oder fehlt.
part-coming = Diese Ansicht wird geladen…
part-missing-title = Diese Ansicht konnte nicht geladen werden
part-missing = Der Teil des Programms, den sie braucht, war nicht zu bekommen: Das Netz ist weg, oder die Kopie auf dem Server ist unvollständig. Was geöffnet ist, bleibt, wie es ist.
part-retry = Noch einmal versuchen
