# The inspector: addresses, answers, links; the evidence file.
inspect-nothing = Geben Sie oben eine Adresse ein, oder öffnen Sie zuerst ein Dokument.
inspect-address = Adresse, die angesehen werden soll
inspect-go = Ansehen
inspect-again = Erneut anfragen
inspect-answer = Antwort
inspect-text = Text
inspect-not-asked = Diese Adresse wurde nicht angefragt
inspect-ask = Anfragen
inspect-ask-title = { $host } anfragen?
inspect-ask-lead = Der Verweis führt zu einem anderen Rechner als die geöffneten Dokumente. Dorthin wurde noch nichts gesendet; kein Token eines anderen Rechners geht mit.
inspect-ask-host = { $host } anfragen
inspect-not-askable = Das kann nicht angefragt werden
inspect-masked = Der geheime Teil der Adresse steht nicht im Link. Geben Sie oben die ganze Adresse ein.
visit-back = Zurück im Inspektor
visit-forward = Vor im Inspektor
visited = Verlauf ({ $count })
look-here = Hier ansehen
open-as-document = Als Dokument öffnen
opened-as-document = Zu den geöffneten Dokumenten hinzugefügt
copy-curl = Als curl kopieren
answer-status = Status { $status }
answer-status-name = Status
answer-took = { $count } ms
answer-address = Adresse
answer-time = Erhalten (UTC)
answer-bytes = Bytes
answer-hash = SHA-256
answer-headers = Kopfzeilen der Antwort
answer-no-headers = Keine, die diese Seite sehen darf.
answer-curl = Dieselbe Anfrage in einer Shell
embedded-lead = Eine Kopie in dieser Antwort. Sie kann weniger sagen als die Ressource selbst oder veraltet sein.
embedded-copy = eingebettete Kopie
embedded-whole = Zurück zur ganzen Antwort
embedded-more = und { $count } weitere, im Rohtext
base-lead = Links von Dateien gelten ab
base-use = Verwenden
base-set = Links von Dateien gelten jetzt ab dort
base-wrong = Das ist keine Adresse im Web.
fault-raise = Bis { $megabytes } MB lesen
evidence-title = Beweisdatei
evidence-save = Beweisdatei sichern
evidence-save-lead = Beweisdatei sichern: jede Antwort mit ihrer Prüfsumme und diese Ansicht in einer Datei, die sich ohne Netz wieder öffnet
evidence-saved = Beweisdatei gesichert
evidence-lead = Beweisdatei vom { $time }: gezeigt wie aufgezeichnet, mit { $now } als heute.
evidence-intact = { $count ->
    [one] ihre Prüfsumme stimmt
   *[other] alle { $count } Prüfsummen stimmen
  }
evidence-changed = { $count ->
    [one] Nach der Aufzeichnung geändert: { $names }
   *[other] { $count } nach der Aufzeichnung geändert: { $names }
  }
evidence-leave = Beweisdatei schließen
