# Was die Betreiber des Betrachters in config.json anbieten.
offers-services = Dienste dieser Seite
offers-services-lead = Eingerichtet von denen, die diesen Betrachter betreiben. Eine Auswahl füllt nur das Formular aus; gefragt wird erst, wenn Sie es tun.
offers-links = Verweise dieser Seite
