# Was fehlschlug, ausführlich: Ursachen, Auswege, was erwartet wurde.

fault-network-lead = Der Browser sagt nicht, warum. Das können die Ursachen sein, die wahrscheinlichste zuerst:
fault-timeout-lead = Der Server begann zu spät oder verstummte. Vielleicht ist er ausgelastet: Fragen Sie erneut, oder speichern Sie das Dokument auf anderem Weg und öffnen Sie die Datei.
fault-auth-lead = Der Server will wissen, wer fragt. Geben Sie ein Token für ihn ein; es bleibt im Speicher dieser Seite, geht nur an diesen Server und ist fort, wenn die Seite geschlossen wird.
fault-forbidden-lead = Der Server kennt die Anfrage und lehnt sie ab. Ein anderes Token darf dies vielleicht lesen.
fault-missing-lead = Unter dieser Adresse hat der Server nichts. Prüfen Sie die Adresse, und ob es verschoben oder gelöscht wurde.
fault-conflict-lead = Auf dem Server steht etwas dagegen. Was, sagen seine eigenen Worte.
fault-rate-lead = Der Server bittet, vor der nächsten Anfrage zu warten.
fault-server-lead = Der Fehler liegt auf der Seite des Servers. Später erneut zu fragen hilft oft.
fault-http-lead = Status oder Host der Antwort sind nicht die erwarteten; daher wurde nichts davon übernommen.
fault-html-lead = Oft eine Anmeldeseite, der Hinweis eines Proxys oder die Seite einer anderen Adresse. Öffnen Sie sie in einem Tab, oder prüfen Sie die Adresse.
fault-not-json-lead = An der Stelle unten hört der Text auf, JSON zu sein; nichts davon wurde übernommen.
fault-empty-lead = { $count ->
    [0] { $title } ist leer (0 Bytes).
    [one] { $title } enthält nur Leerraum (1 Byte).
   *[other] { $title } enthält nur Leerraum ({ $count } Bytes).
  } Laden oder speichern Sie es erneut.
fault-truncated-lead = Der Anfang kam, das Ende nicht. Laden oder speichern Sie es erneut.
fault-too-big-lead = An der Grenze wurde aufgehört zu lesen, damit diese Seite bedienbar bleibt. Öffnen Sie einen Teil, etwa eine Seite einer Liste.
fault-too-deep-lead = Kein Dokument dieser Art ist so tief verschachtelt. Es wurde nicht gelesen, damit diese Seite am Leben bleibt.
fault-shape-lead = Weder ein Katalogdokument noch ein Manifest. Im Inspektor ist es trotzdem lesbar.
fault-partial-lead = Alles Lesbare wird gezeigt; was auffiel, steht im Inspektor.
fault-stopped-lead = Es wurde angehalten, bevor es vollständig war. Nichts davon wurde übernommen.
fault-withheld-lead = Diese Adresse wird nie von selbst angefragt.

failures-more = und { $count } ältere

cause-offline = Dieser Rechner ist offline, sagt der Browser.
cause-mixed = Diese Seite wurde über https geladen, die Adresse ist http: Das verweigern Browser. Nehmen Sie https für die Adresse.
cause-cors-plain = Falls es den Server gibt, erlaubt er dieser Seite nicht, seine Antworten zu lesen (CORS). Er muss senden:
cause-policy = Die Richtlinie dieser Seite (Content-Security-Policy, connect-src) nennt die Adresse vielleicht nicht.
cause-certificate = Dem Zertifikat wird vielleicht nicht vertraut (TLS). Öffnen Sie die Adresse in einem Tab: Dann sagt der Browser es.
cause-unreachable = Den Host gibt es vielleicht nicht, er ist von hier nicht erreichbar (VPN?), oder er verweigert den Port.
cause-redirects = Zu viele Weiterleitungen, oder eine dorthin, wohin der Browser nicht folgen darf.
cause-broke-off = Die Antwort brach nach { $count } Bytes ab.
cause-encoding = Der Inhalt ist so komprimiert, dass er nicht zu entpacken war.
cause-elsewhere = { $host } hat geantwortet, nicht der gefragte Host.
cause-portal = Dieses Netz will vielleicht, dass zuerst seine eigene Seite besucht wird (Hotel, Gäste-WLAN).
cause-took-longer = Es dauerte länger als { $seconds } Sekunden.
cause-larger = Es ist größer als { $megabytes } MB.
cause-no-body = Die Antwort ist leer.
cause-requests-off = Anfragen sind auf dieser Seite abgeschaltet.
cause-template = In der Adresse stehen geschweifte Klammern, die niemand ausgefüllt hat.
cause-not-askable = Das ist keine Adresse des Webs, oder sie enthält einen Benutzernamen. Angefragt wird nur http und https ohne einen solchen.
cause-bad-token = Das Token hat Zeichen, die nicht gesendet werden können.
cause-no-sample = Diese Kopie des Betrachters wurde ohne ihr Beispiel veröffentlicht. Der Ordner sample des Betrachters gehört an diese Adresse; eigene Dokumente lassen sich auch ohne ihn öffnen.
cause-host-fetcher = Die Abruffunktion der Seite um diesen Betrachter herum ist gescheitert.

way-proxy = Stellen Sie die API unter der Adresse dieser Seite bereit (Reverse-Proxy); dann braucht es keine Erlaubnis.
way-open-file = Speichern Sie das Dokument, etwa mit curl, und öffnen Sie die Datei hier.
way-host-page = Lassen Sie die Seite, die diesen Betrachter einbettet, das Dokument übergeben (Eigenschaft „documents“).
way-raise-limit = Heben Sie die Grenze an: Attribut „max-bytes“ des Elements.

sign-in-lead = Es wird nur an { $host } gesendet, als „Authorization: Bearer“. Es bleibt im Speicher dieser Seite und sonst nirgends.
sign-in-token = Token
sign-in-use = Verwenden und erneut fragen
sign-in-bad = Ein Token ist eine Zeile sichtbarer Zeichen. Fügen Sie es ohne Zeilenumbrüche ein.
sign-in-host-bad = Zuerst wurde die Seite um diesen Betrachter gefragt; was sie gab, ist nicht verwendbar.
sign-in-forget = Token vergessen
