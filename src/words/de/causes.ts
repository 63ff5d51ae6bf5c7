import { catalogue } from '../template.ts'

export const causes = catalogue({
  '1 message is waiting': '1 Nachricht wartet',
  'A SOCKS proxy is set: {host}, port {port}': 'Ein SOCKS-Proxy ist eingestellt: {host}, Port {port}',
  'A check of a copy of {app}’s index found it damaged':
    'Eine Prüfung an einer Kopie des Index von {app} ergab, dass er beschädigt ist',
  'A copy of {waiting} already stands in Sent': 'Eine Kopie von {waiting} liegt schon in „Gesendet“',
  'A filter on this Mac stops the mail app.': 'Ein Filter auf diesem Mac hält die Mail-App auf.',
  'A mailbox has no room left, and it seems to be that of somebody you are writing to. They need to make room before your message can arrive.':
    'Ein Postfach hat keinen Platz mehr, und anscheinend gehört es jemandem, dem du schreibst. Dort muss erst Platz gemacht werden, bevor deine Nachricht ankommen kann.',
  'A message goes to more people than the server allows in one go. Send it to smaller groups.':
    'Eine Nachricht geht an mehr Leute, als der Server auf einmal erlaubt. Sende sie an kleinere Gruppen.',
  'As it is, it can never leave. Make its attachments smaller, or send a link instead.':
    'So, wie sie ist, kann sie nie hinaus. Mach ihre Anhänge kleiner oder sende stattdessen einen Link.',
  '{app} no longer has that account, so the message can never leave. Open it, choose another account as the sender and send it again.':
    '{app} hat diesen Account nicht mehr, also kann sie nie hinaus. Öffne sie, wähle einen anderen Account als Absender und sende sie noch einmal.',
  'A message is addressed to somebody whom the server does not accept, perhaps through a typing mistake. Open the message and look at its addresses.':
    'Eine Nachricht ist an jemanden gerichtet, den der Server nicht annimmt, vielleicht wegen eines Tippfehlers. Öffne die Nachricht und sieh dir ihre Adressen an.',
  'A message of {size} left the outbox while these stay':
    'Eine Nachricht mit {size} hat den Postausgang verlassen, während diese bleiben',
  'A network filter is installed: {product}': 'Ein Netzwerkfilter ist installiert: {product}',
  'A password that is really wrong is refused in the same words':
    'Ein wirklich falsches Passwort wird mit denselben Worten abgelehnt',
  'A program on this Mac that filters the network ({product}) lets neither {app} nor Outbox Doctor through. Allow {app} in that program.':
    'Ein Programm auf diesem Mac, das das Netz filtert ({product}), lässt weder {app} noch Outbox Doctor durch. Erlaube {app} in diesem Programm.',
  'A program on this Mac that filters the network ({product}) was changed a short while ago. Since then nothing of your mail provider answers here, while others do: most likely the program keeps it away.':
    'Ein Programm auf diesem Mac, das das Netzwerk filtert ({product}), wurde vor Kurzem geändert. Seitdem antwortet hier nichts von deinem Mailanbieter, andere schon: Wahrscheinlich hält das Programm ihn fern.',
  'A program on this Mac that filters the network lets neither {app} nor Outbox Doctor through. Allow {app} in that program.':
    'Ein Programm auf diesem Mac, das das Netz filtert, lässt weder {app} noch Outbox Doctor durch. Erlaube {app} in diesem Programm.',
  'A program on this Mac that filters the network was changed a short while ago. Since then nothing of your mail provider answers here, while others do: most likely the program keeps it away.':
    'Ein Programm auf diesem Mac, das das Netzwerk filtert, wurde vor Kurzem geändert. Seitdem antwortet hier nichts von deinem Mailanbieter, andere schon: Wahrscheinlich hält das Programm ihn fern.',
  'A program that filters web addresses, or a slow router, is the usual reason.':
    'Meistens liegt es an einem Programm, das Webadressen filtert, oder an einem langsamen Router.',
  'A proxy is set that does not work.': 'Ein Proxy ist eingestellt, der nicht geht.',
  'A proxy is set: {host}, port {port}': 'Ein Proxy ist eingestellt: {host}, Port {port}',
  'A router, a firewall or a security program that inspects mail does this. Port 465 usually gets round it.':
    'Ein Router, eine Firewall oder ein Sicherheitsprogramm, das Mail untersucht, tut das. Port 465 führt meistens daran vorbei.',
  'A security program opens your encrypted mail connection.':
    'Ein Sicherheitsprogramm öffnet deine verschlüsselte Mailverbindung.',
  'A security program stands between your mail app and the mail server and reads the encrypted connection. The mail app may refuse to send through it.':
    'Ein Sicherheitsprogramm steht zwischen deiner Mail-App und dem Mailserver und liest die verschlüsselte Verbindung mit. Die Mail-App kann sich weigern, darüber zu senden.',
  'A sign-in was refused {ago}': 'Eine Anmeldung wurde {ago} abgewiesen',
  'A waiting message has {number} recipients; every server takes {sure}, and many refuse more':
    'Eine wartende Nachricht hat {number} Empfänger; {sure} nimmt jeder Server, und viele lehnen mehr ab',
  'A waiting message has {number} recipients; the server takes {most}':
    'Eine wartende Nachricht hat {number} Empfänger; der Server nimmt {most} an',
  'A waiting message is about {size} on its way; {host} takes {limit}':
    'Eine wartende Nachricht ist unterwegs etwa {size} groß; {host} nimmt bis zu {limit} an',
  'A waiting message is {size} on its way; {host} takes {limit}':
    'Eine wartende Nachricht ist unterwegs {size} groß; {host} nimmt bis zu {limit} an',
  'A weak Wi-Fi signal or a loose cable is the usual reason.':
    'Meistens liegt es an schwachem WLAN oder einem losen Kabel.',
  'A window of {app} is waiting for an answer': 'Ein Fenster von {app} wartet auf eine Antwort',
  'Add this network to the list on the provider’s website, or switch that restriction off there.':
    'Trage dieses Netz auf der Website des Anbieters in die Liste ein, oder schalte die Beschränkung dort ab.',
  'After sending, {app} puts a copy into it, and that can take long. Moving old mail into another folder makes it quicker.':
    'Nach dem Senden legt {app} eine Kopie hinein, und das kann lange dauern. Alte Mail in einen anderen Ordner zu bewegen macht es schneller.',
  'All {all} ports tried there are shut': 'Alle {all} dort geprüften Ports sind zu',
  'All {all} ports tried there are shut, that of its web pages, too':
    'Alle {all} dort geprüften Ports sind zu, auch der seiner Webseiten',
  'All {mail} mail ports there are shut': 'Alle {mail} Mail-Ports dort sind zu',
  'Allow Outbox Doctor in System Settings, Privacy & Security, Local Network.':
    'Erlaube Outbox Doctor in den Systemeinstellungen unter Datenschutz & Sicherheit, Lokales Netzwerk.',
  'Allow Outbox Doctor in {product}. The filter itself can stay on.':
    'Erlaube Outbox Doctor in {product}. Der Filter selbst kann anbleiben.',
  'An Outlook add-in holds the message back.': 'Ein Add-In von Outlook hält die Nachricht zurück.',
  'An address was refused.': 'Eine Adresse wurde abgewiesen.',
  'An app password that was mistyped or withdrawn is refused in the same words':
    'Ein App-Passwort, das falsch getippt oder zurückgezogen wurde, wird mit denselben Worten abgewiesen',
  'An intermediate certificate is only valid from {day}': 'Ein Zwischenzertifikat gilt erst ab {day}',
  'An intermediate certificate ran out on {day}': 'Ein Zwischenzertifikat ist seit {day} abgelaufen',
  'Another device in the same network is the proof: if mail works there, it is this Mac and not the server.':
    'Ein anderes Gerät im selben Netzwerk ist der Beweis: Geht die Mail dort, liegt es an diesem Mac und nicht am Server.',
  'Another network is the proof: if the server answers there, through your phone for example, it keeps out only this one.':
    'Ein anderes Netzwerk ist der Beweis: Antwortet der Server dort, etwa über dein Telefon, dann sperrt er nur dieses aus.',
  'Another network or another port may do until whoever runs the server, or the firewall before it, has updated it.':
    'Ein anderes Netz oder ein anderer Port hilft vielleicht, bis der Server oder die Firewall davor von ihrem Betreiber aktualisiert ist.',
  'Another network, or another DNS server, would get round it.':
    'Ein anderes Netzwerk oder ein anderer DNS-Server würde daran vorbeiführen.',
  'Another network, such as your phone’s, shows whether it is this one.':
    'Ein anderes Netzwerk, etwa das deines Telefons, zeigt, ob es an diesem hier liegt.',
  'Another program answers on your mail bridge’s port.':
    'Auf dem Port deiner Mail-Bridge antwortet ein anderes Programm.',
  'Asked for {host}, the network sent us to {redirect}':
    'Auf die Frage nach {host} hat uns das Netzwerk zu {redirect} geschickt',
  'At work on this Mac: {product}': 'Auf diesem Mac am Werk: {product}',
  'Backups, photo libraries and video calls are the usual ones.':
    'Meistens sind es Backups, Fotomediatheken oder Videoanrufe.',
  'Before any mail is sent, the mail app tells the server its name. The server does not accept that name, so it never gets to the mail.':
    'Bevor Mail gesendet wird, nennt die Mail-App dem Server ihren Namen. Der Server nimmt diesen Namen nicht an, also kommt es gar nicht erst zur Mail.',
  'Before you send it again:': 'Bevor du sie noch einmal sendest:',
  'By this Mac’s clock, the certificate of {host} is out of date':
    'Nach der Uhr dieses Macs gilt das Zertifikat von {host} gerade nicht',
  'Can still be taken back (Undo Send): {recallable}': 'Lässt sich noch zurückholen (Senden widerrufen): {recallable}',
  'Check that Wi-Fi is on or the cable is plugged in, and that the router is working.':
    'Prüfe, ob WLAN eingeschaltet ist oder das Kabel steckt, und ob der Router läuft.',
  'Company networks give addresses of their own on purpose': 'Firmennetzwerke geben mit Absicht eigene Adressen an',
  'Compared with {host}': 'Verglichen mit {host}',
  'Connected, but no greeting, on a port that is for encryption from the start':
    'Verbunden, aber keine Begrüßung, auf einem Port, der für Verschlüsselung von Anfang an da ist',
  'Copy the text of each waiting message into a note first.':
    'Kopiere zuerst den Text jeder wartenden Nachricht in eine Notiz.',
  'Copy the text of each waiting message into a note first. The old preferences are kept, so this can be undone.':
    'Kopiere zuerst den Text jeder wartenden Nachricht in eine Notiz. Die alten Einstellungen werden aufgehoben, also lässt sich das widerrufen.',
  'Disconnect the VPN and connect it again. Then its own name service is asked again.':
    'Trenne das VPN und verbinde es wieder. Dann wird wieder sein eigener Namensdienst gefragt.',
  'Do not accept it by hand unless the person who runs the server has told you its fingerprint.':
    'Bestätige es nicht von Hand, außer wenn dir die Person, die den Server betreibt, seinen Fingerabdruck genannt hat.',
  'Download Outlook again from where you have it, the App Store or Microsoft, and put it in the place of the old one.':
    'Lade Outlook noch einmal von dort, wo du es herhast, aus dem App Store oder von Microsoft, und ersetze damit das alte.',
  'Elsewhere it is {address}': 'Anderswo ist es {address}',
  'Even the router of this network takes {took} to answer':
    'Sogar der Router dieses Netzwerks braucht {took} für eine Antwort',
  'Everything in your outbox is set to be sent later. It leaves by itself at its time, as long as the mail app is open.':
    'Alles in deinem Postausgang soll später gesendet werden. Es geht zu seiner Zeit von selbst hinaus, wenn dann die Mail-App geöffnet ist.',
  'Everything works over the old way (IPv4).': 'Auf dem alten Weg (IPv4) geht alles.',
  'It only takes in mail or hands it out. It never passes on what you write. Choose the outgoing server of your provider instead.':
    'Er nimmt Mail nur an oder gibt sie heraus. Was du schreibst, gibt er nie weiter. Wähle stattdessen den Postausgangsserver deines Anbieters.',
  'For {host} on port {port}, choose {named}.': 'Wähle für {host} auf Port {port}: {named}.',
  'For {waiting}, the connection ended after the text was handed over':
    'Bei {waiting} endete die Verbindung, nachdem der Text übergeben war',
  'Guest, hotel and company networks do this on purpose. Whoever runs the network can open it.':
    'Netzwerke für Gäste, in Hotels und in Firmen tun das mit Absicht. Wer das Netzwerk betreibt, kann es öffnen.',
  'Your settings differ from what the provider publishes.':
    'Deine Einstellungen sind anders, als der Anbieter sie nennt.',
  'How many it takes, this server has not told': 'Wie viele er nimmt, hat dieser Server nicht gesagt',
  'IPv6 is set up here but leads nowhere.': 'IPv6 ist hier eingerichtet, führt aber nirgendwohin.',
  'If a VPN is on, try once without it: it makes you appear somewhere else.':
    'Ist ein VPN an, versuche es einmal ohne: Damit scheinst du anderswo zu sein.',
  'If it lasts, ask the provider which port to use.':
    'Wenn es anhält, frag den Anbieter, welcher Port der richtige ist.',
  'If that does not help, another network may, such as your phone’s; or ask whoever runs the VPN.':
    'Hilft das nicht, hilft vielleicht ein anderes Netz, etwa das deines Telefons; oder frage, wer das VPN betreibt.',
  'If your provider confirms it, enter {name} as the server.':
    'Wenn dein Anbieter es bestätigt, trag {name} als Server ein.',
  'In Mail: Mailbox, “Take All Accounts Online”, or Settings, Accounts, “Enable this account”.':
    'In Mail: im Menü „Postfach“ alle Accounts online schalten („Take All Accounts Online“), oder in den Einstellungen unter „Accounts“ diesen Account aktivieren („Enable this account“).',
  'In Mail: Mailbox, “Take All Accounts Online”.':
    'In Mail: im Menü „Postfach“ alle Accounts online schalten („Take All Accounts Online“).',
  'In Outlook: Get Add-ins, My add-ins. If your organisation has installed it, its IT can help.':
    'In Outlook: „Add-Ins abrufen“, „Meine Add-Ins“. Wenn deine Organisation es installiert hat, kann ihre IT helfen.',
  'In Outlook: the Outlook menu, “New Outlook”. Your organisation’s IT may have kept the older way open for now.':
    'In Outlook: im Menü „Outlook“ der Punkt „Neues Outlook“. Vielleicht hat die IT deiner Organisation den älteren Weg vorerst offen gelassen.',
  'In Outlook: the Outlook menu, “Work Offline”, without the tick.':
    'In Outlook: im Menü „Outlook“ den Haken bei „Offline arbeiten“ wegnehmen.',
  'In Outlook: the Outlook menu, “Work Offline”, without the tick. Then click the account and press “Send & Receive”.':
    'In Outlook: im Menü „Outlook“ den Haken bei „Offline arbeiten“ wegnehmen. Klick dann auf den Account und auf „Send & Receive“ (Senden und Empfangen).',
  'In that program, switch off the scanning of e-mail or of encrypted connections for the mail server.':
    'Schalte in diesem Programm die Prüfung von E-Mails oder von verschlüsselten Verbindungen für den Mailserver ab.',
  'In the filter, look for a rule or list that blocks your mail servers and allow them, or add them to its exceptions. The filter itself can stay on.':
    'Suche im Filter nach einer Regel oder Liste, die deine Mailserver blockiert, und erlaube sie, oder nimm sie in die Ausnahmen auf. Der Filter selbst kann anbleiben.',
  'In the filter, look for a rule that blocks {app} and allow it, or add {app} to its exceptions. The filter itself can stay on.':
    'Such im Filter nach einer Regel, die {app} sperrt, und hebe die Sperre auf, oder nimm {app} in die Ausnahmen auf. Der Filter selbst kann eingeschaltet bleiben.',
  'In the mail app: look in its menus for “Work Offline”, and take it online.':
    'In der Mail-App: Suche in ihren Menüs nach „Offline arbeiten“ und schalte sie wieder online.',
  'In {product}, look for a rule or list that blocks your mail servers and allow them, or add them to its exceptions. The filter itself can stay on.':
    'Suche in {product} nach einer Regel oder Liste, die deine Mailserver blockiert, und erlaube sie, oder nimm sie in die Ausnahmen auf. Der Filter selbst kann anbleiben.',
  'In {product}, look for a rule that blocks {app} and allow it, or add {app} to its exceptions. The filter itself can stay on.':
    'Such in {product} nach einer Regel, die {app} sperrt, und hebe die Sperre auf, oder nimm {app} in die Ausnahmen auf. Der Filter selbst kann eingeschaltet bleiben.',
  'Installed on this Mac: {product}': 'Auf diesem Mac installiert: {product}',
  'It answered {ago}, before this Mac joined another network':
    'Er hat {ago} geantwortet, bevor dieser Mac in ein anderes Netzwerk kam',
  'It cannot be reached: {ends}': 'Er ist nicht zu erreichen: {ends}',
  'It has stored nothing for {minutes} min': 'Seit {minutes} Minuten wurde darin nichts gespeichert',
  'It is meant to wait.': 'Das Warten ist gewollt.',
  'It is silent rather than refused: a firewall may stand before it':
    'Dort wird nicht abgewiesen, sondern geschwiegen: Vielleicht steht eine Firewall davor',
  'It may already have arrived.': 'Die Nachricht ist vielleicht schon angekommen.',
  'It may be allowed to: that cannot be seen': 'Vielleicht darf sie es: Das ist nicht zu sehen',
  'It may only be waiting before it tries again': 'Vielleicht wartet die App nur, bevor sie es wieder versucht',
  'It offers no way to sign in': 'Er bietet keine Anmeldung an',
  'It says: {line}': 'macOS sagt: {line}',
  'It sees the outbox with one of two permissions: System Settings, Privacy & Security, Full Disk Access or Automation.':
    'Outbox Doctor sieht den Postausgang mit einem von zwei Rechten: Systemeinstellungen, Datenschutz & Sicherheit, Festplattenvollzugriff oder Automation.',
  'It turned the waiting message away': 'Die wartende Nachricht hat er abgewiesen',
  'Its mail service may also be stopped': 'Vielleicht steht dort auch nur der Maildienst still',
  'Its maker is not known to this Mac or the world': 'Seinen Aussteller kennt weder dieser Mac noch die Welt',
  'Large packets get lost on the way.': 'Große Datenpakete gehen unterwegs verloren.',
  'Large providers give different addresses in different places':
    'Große Anbieter geben an verschiedenen Orten verschiedene Adressen an',
  'Look in its menus for a way to send what waits.':
    'Suche in den Menüs der App nach einem Weg, das Wartende zu senden.',
  'Look into the Outbox of Outlook yourself from time to time.':
    'Sieh von Zeit zu Zeit selbst in den Postausgang von Outlook.',
  'Look into the Outbox of {app} yourself from time to time.':
    'Sieh von Zeit zu Zeit selbst in den Postausgang von {app}.',
  'Look into the Sent mailbox, or ask one of the recipients.':
    'Sieh im Postfach „Gesendet“ nach oder frag einen der Empfänger.',
  'Look whether a program on this Mac that filters the network blocks Outbox Doctor, and allow it there.':
    'Sieh nach, ob ein Programm auf diesem Mac, das das Netz filtert, Outbox Doctor sperrt, und erlaube ihn dort.',
  'Look whether other devices get out. If not, restart the router, or ask your internet provider.':
    'Sieh nach, ob andere Geräte hinauskommen. Wenn nicht, starte den Router neu oder frag deinen Internetanbieter.',
  'Looking up names takes too long.': 'Namen nachzuschlagen dauert zu lange.',
  'Looking up {host} took {took}': '{host} nachzuschlagen hat {took} gedauert',
  'Mail app and server have no common encryption.': 'Mail-App und Server haben keine gemeinsame Verschlüsselung.',
  'Mail app and server share no way to sign in.': 'Mail-App und Server haben keine gemeinsame Art der Anmeldung.',
  'Mail apps are not allowed in yet.': 'Mail-Programme sind noch nicht zugelassen.',
  'Mail belongs to macOS: installing the latest macOS update repairs it.':
    'Mail gehört zu macOS: Das neueste Update von macOS zu installieren repariert es.',
  'Mail calls {host}, port {port}, and gets no answer':
    'Mail ruft bei {host} an (Port {port}) und bekommt keine Antwort',
  'Mail comes from {name} and leaves through {name2}': 'Mail kommt von {name} und geht über {name2} hinaus',
  'Mail for {domain} goes to {exchange}, which belongs to {name}':
    'Mail an {domain} geht zu {exchange}, das gehört zu {name}',
  'Mail hides your activity by way of Apple’s servers, and {product} stops just that. Allow Mail in that program, and your mail can leave.':
    'Mail verbirgt deine Aktivität über Apples Server, und genau das hält {product} auf. Erlaube Mail in diesem Programm, dann kann deine Mail hinaus.',
  'Mail is connected to {host}': 'Mail ist mit {host} verbunden',
  'Mail that is to be sent later leaves only while the mail app is open and the Mac awake, too.':
    'Auch Mail, die später gesendet werden soll, geht nur hinaus, solange die Mail-App geöffnet und der Mac wach ist.',
  'Mail’s index is damaged.': 'Der Index von Mail ist beschädigt.',
  'Messages that wait in the outbox stay in the old profile: copy the text of each into a note first.':
    'Nachrichten, die im Postausgang warten, bleiben im alten Profil: Kopiere zuerst den Text jeder einzelnen in eine Notiz.',
  'Microsoft has switched off the service legacy Outlook needs.':
    'Microsoft hat den Dienst abgeschaltet, den das ältere Outlook braucht.',
  'Most mail apps cope with such a folder': 'Die meisten Mail-Apps kommen mit so einem Ordner zurecht',
  'Names cannot be looked up.': 'Namen lassen sich nicht nachschlagen.',
  'No answer for {names}': 'Keine Antwort für {names}',
  'No change of the network was seen before': 'Vorher wurde keine Änderung des Netzwerks gesehen',
  'No name server answered': 'Kein Nameserver hat geantwortet',
  'No network is switched on or plugged in': 'Kein Netzwerk ist eingeschaltet oder eingesteckt',
  'No other provider and no public name server answered':
    'Kein anderer Anbieter und kein öffentlicher Nameserver hat geantwortet',
  'No other provider answers over IPv6 ({others} tried)':
    'Kein anderer Anbieter antwortet über IPv6 ({others} geprüft)',
  'No other provider could be tried on port {port}': 'Kein anderer Anbieter war auf Port {port} zu prüfen',
  'No other provider could be tried over IPv6': 'Kein anderer Anbieter war über IPv6 zu prüfen',
  'No public name server could be asked for it': 'Kein öffentlicher Nameserver war danach zu fragen',
  'No server for sending is set up for this account': 'Für diesen Account ist kein Server zum Senden eingerichtet',
  'No sign-in is known to have been refused before': 'Von einer vorher abgewiesenen Anmeldung ist nichts bekannt',
  'No web page came ({checks} tried)': 'Keine Webseite ist gekommen ({checks} geprüft)',
  'Nobody answers for the name {host}, here or elsewhere':
    'Für den Namen {host} antwortet niemand, weder hier noch anderswo',
  'None of these takes a password': 'Nichts davon geht mit einem Passwort',
  'Nothing is broken: {app} keeps it until you tell it to send. It does not try again by itself what was to be sent later, or could not be sent at once.':
    'Nichts ist kaputt: {app} behält es, bis du es sendest. Was später gesendet werden sollte oder sich nicht gleich senden ließ, versucht es nicht von selbst noch einmal.',
  'On another network, such as your phone’s, the mail should leave.':
    'In einem anderen Netzwerk, etwa dem deines Telefons, sollte die Mail hinausgehen.',
  'On port {port} of the same server, encryption and signing in are offered':
    'An Port {port} desselben Servers werden Verschlüsselung und Anmeldung angeboten',
  'On port {port} of the same server, encryption is not cut':
    'An Port {port} desselben Servers wird die Verschlüsselung nicht gekappt',
  'On this port, {named} works': 'Auf diesem Port funktioniert: {named}',
  'One address is not written as an address should be':
    'Eine Adresse ist nicht so geschrieben, wie eine Adresse sein muss',
  'Only messages that are to be signed or encrypted are stuck, and the connection is fine. Most likely the certificate for signing is missing or has run out, or there is none for a recipient.':
    'Nur Nachrichten, die signiert oder verschlüsselt werden sollen, stecken fest, und die Verbindung ist in Ordnung. Höchstwahrscheinlich fehlt das Zertifikat zum Signieren oder ist abgelaufen, oder für einen Empfänger gibt es keins.',
  'Only signed or encrypted mail waits ({messages})': 'Nur signierte oder verschlüsselte Mail wartet ({messages})',
  'Only this Mac knows its maker; the rest of the world does not':
    'Seinen Aussteller kennt nur dieser Mac; der Rest der Welt kennt ihn nicht',
  'Open a web browser: the sign-in page usually appears by itself.':
    'Öffne einen Webbrowser: Die Anmeldeseite erscheint meistens von selbst.',
  'Other names are found: {name} in {took}': 'Andere Namen werden gefunden: {name} in {took}',
  'Other names are found: {other}': 'Andere Namen werden gefunden: {other}',
  'Other providers take {took}, too': 'Andere Anbieter brauchen auch {took}',
  'Outbox Doctor cannot see everything here.': 'Outbox Doctor kann hier nicht alles sehen.',
  'Outbox Doctor could not see what waits in {app}, so it cannot promise that all is well. What else it checks still counts.':
    'Outbox Doctor konnte nicht sehen, was in {app} wartet, und kann deshalb nicht versprechen, dass alles gut ist. Was er sonst prüft, gilt trotzdem.',
  'Outbox Doctor itself is kept out, and your mail app is not:':
    'Nur Outbox Doctor selbst wird ausgesperrt, deine Mail-App nicht:',
  'Outbox Doctor itself reaches the server and gets as far as signing in':
    'Outbox Doctor selbst erreicht den Server und kommt bis zur Anmeldung',
  'Outbox Doctor itself reaches {host} and gets as far as signing in':
    'Outbox Doctor selbst erreicht {host} und kommt bis zur Anmeldung',
  'Outlook asks an add-in before it sends a message, and cannot reach it. Until it answers or is switched off, the message stays.':
    'Outlook fragt ein Add-In, bevor es eine Nachricht sendet, und kann es nicht erreichen. Bis es antwortet oder abgeschaltet wird, bleibt die Nachricht liegen.',
  'Outlook asks the add-in {lost} before it sends a message, and cannot reach it. Until it answers or is switched off, the message stays.':
    'Outlook fragt das Add-In {lost}, bevor es eine Nachricht sendet, und kann es nicht erreichen. Bis es antwortet oder abgeschaltet wird, bleibt die Nachricht liegen.',
  'Outlook reports error 17199: the account of a message is missing':
    'Outlook meldet Fehler 17199: Der Account einer Nachricht fehlt',
  'Outlook reports error {error}: the connection was dropped':
    'Outlook meldet Fehler {error}: Die Verbindung wurde abgebrochen',
  'Outlook says that it loses its connection, though yours works. Its preferences may be damaged. Outbox Doctor can set them back; your mail and accounts stay.':
    'Outlook sagt, dass es die Verbindung verliert, obwohl deine in Ordnung ist. Seine Einstellungen sind vielleicht beschädigt. Outbox Doctor kann sie zurücksetzen; deine Mail und deine Accounts bleiben.',
  'Outlook runs in its legacy form': 'Outlook läuft in seiner älteren Form',
  'Outlook still says that it loses its connection, though yours works. Its preferences were reset, and that did not help. A new profile may; the old one stays on your Mac.':
    'Outlook sagt noch immer, dass es die Verbindung verliert, obwohl deine in Ordnung ist. Seine Einstellungen wurden zurückgesetzt, und das half nicht. Vielleicht hilft ein neues Profil; das alte bleibt auf deinem Mac.',
  'Port 25 is blocked nearly everywhere.': 'Port 25 ist fast überall gesperrt.',
  'Port {port} of the same server, which is always encrypted, is open':
    'Port {port} desselben Servers, der immer verschlüsselt ist, ist offen',
  'Port {port} of this Mac speaks something other than {wanted}':
    'Port {port} dieses Macs spricht etwas anderes als {wanted}',
  'Port {port} of this Mac speaks {spoken}, not {wanted}': 'Port {port} dieses Macs spricht {spoken}, nicht {wanted}',
  'Port {port} of {host} answers as a web page, not as mail':
    'Port {port} von {host} antwortet wie eine Webseite, nicht wie Mail',
  'Port {port} of {host}: {ended}': 'Port {port} von {host}: {ended}',
  'Port {port} of {host}: {ended} on {tries} addresses': 'Port {port} von {host}: {ended} ({tries} Adressen)',
  'Protect Mail Activity and a filter get in each other’s way.':
    '„Mail-Aktivität schützen“ und ein Filter kommen sich in die Quere.',
  'Protect Mail Activity is on, and {product} filters the network':
    '„Mail-Aktivität schützen“ ist eingeschaltet, und {product} filtert das Netzwerk',
  'There is a limit for an hour or a day, and it is reached. Your mail can leave when that time is over.':
    'Es gibt eine Grenze für eine Stunde oder einen Tag, und sie ist erreicht. Deine Mail kann hinaus, wenn diese Zeit vorbei ist.',
  'Published for incoming mail: {fetches}': 'Vom Anbieter genannt für eingehende Mail: {fetches}',
  'Published for outgoing mail: {sends}': 'Vom Anbieter genannt für ausgehende Mail: {sends}',
  'Published, and it answers: {better}': 'Vom Anbieter genannt, und es antwortet: {better}',
  'Quit the other program and start the mail bridge again.':
    'Beende das andere Programm und starte die Mail-Bridge neu.',
  'Restart the router, and try without a VPN or on another network: where the long ones leave there, tell whoever runs this network that large packets get lost on the way up (MTU).':
    'Starte den Router neu, und versuche es ohne VPN oder in einem anderen Netzwerk: Gehen die langen dort hinaus, sage dem Betreiber dieses Netzwerks, dass große Pakete auf dem Weg hinauf verloren gehen (MTU).',
  'Restarting the router often helps.': 'Den Router neu zu starten hilft oft.',
  'Set the outgoing server to the other port that was found open.':
    'Stelle beim Postausgangsserver den anderen Port ein, der offen gefunden wurde.',
  'Set up: {server}': 'Eingerichtet: {server}',
  'Short messages (up to {short}) left the outbox; those of {large} or more stay':
    'Kurze Nachrichten (bis {short}) haben den Postausgang verlassen; die ab {large} bleiben',
  'Short words reach the mail server, and everything longer than one packet disappears on its way up. So short messages can leave while longer ones stay, and nobody is told.':
    'Kurzes erreicht den Mailserver, und alles, was länger als ein Paket ist, verschwindet auf dem Weg dorthin. Also können kurze Nachrichten hinaus, während längere bleiben, und niemand erfährt davon.',
  'Show this to your provider or administrator. Do not accept the certificate by hand.':
    'Zeig das deinem Anbieter oder Administrator. Bestätige das Zertifikat nicht von Hand.',
  'Signing in to send (SMTP) is switched off for this account.':
    'Die Anmeldung zum Senden (SMTP) ist für diesen Account abgeschaltet.',
  'Signing or encrypting fails before sending.': 'Signieren oder Verschlüsseln klappt vor dem Senden nicht.',
  'Small amounts of data reach the mail server, larger ones disappear on the way. That happens most likely in a VPN or tunnel. So the connection starts and then hangs.':
    'Kleine Datenmengen erreichen den Mailserver, größere verschwinden unterwegs. Das geschieht höchstwahrscheinlich in einem VPN oder Tunnel. So beginnt die Verbindung und bleibt dann hängen.',
  'Some company servers are found only through their VPN. Switch {name} on and try again.':
    'Manche Firmenserver sind nur über ihr VPN zu finden. Schalte {name} ein und versuch es noch einmal.',
  'Some files of {app} have been changed or are missing, so it may not work as it should. Installing it again repairs that; your mail stays.':
    'Einige Dateien von {app} wurden verändert oder fehlen, deshalb läuft die App vielleicht nicht, wie sie soll. Neu installieren behebt das; deine Mail bleibt.',
  'Somebody else answers for {host}': 'Jemand anderes antwortet für {host}',
  'Somebody else answers for {host} (status {status})': 'Jemand anderes antwortet für {host} (Status {status})',
  'Somebody you are writing to gets more mail just now than their provider lets through. The address is right; your message can arrive later.':
    'Jemand, dem du schreibst, bekommt gerade mehr Mail, als sein Anbieter durchlässt. Die Adresse stimmt; deine Nachricht kann später ankommen.',
  'Something added words of its own before encryption began':
    'Etwas hat eigene Worte hinzugefügt, bevor die Verschlüsselung begann',
  'Something in this network answers like a web page in the place of your mail server. It is a sign-in page that waits for you, or a proxy that knows no mail. On another network, such as your phone’s, the mail should leave.':
    'Etwas in diesem Netzwerk antwortet wie eine Webseite anstelle deines Mailservers. Es ist eine Anmeldeseite, die auf dich wartet, oder ein Proxy, der keine Mail kennt. In einem anderen Netzwerk, etwa dem deines Telefons, sollte die Mail hinausgehen.',
  'Something in your own network is sending so much that little room is left for your mail: even your router answers slowly. The {all} that wait will take long until it has finished.':
    'Etwas in deinem eigenen Netzwerk sendet so viel, dass für deine Mail wenig Platz bleibt: Sogar dein Router antwortet langsam. Die {all}, die warten, brauchen lange, bis es damit fertig ist.',
  'Something on the way cuts encrypted connections.': 'Etwas unterwegs bricht verschlüsselte Verbindungen ab.',
  'Something on the way may be holding its words back': 'Vielleicht hält etwas unterwegs seine Worte zurück',
  'Something on the way may disturb just this port': 'Etwas auf dem Weg kann gerade diesen Port stören',
  'Something on the way removes encryption.': 'Etwas unterwegs entfernt die Verschlüsselung.',
  'Something on this network, often an ad blocker, hides the mail server. Allow {hidden} there.':
    'Etwas in diesem Netzwerk, oft ein Werbeblocker, verbirgt den Mailserver. Erlaube dort {hidden}.',
  'Something on your network is sending so much that little room is left for your mail. The {all} that wait will take long until it has finished.':
    'Etwas in deinem Netzwerk sendet so viel, dass für deine Mail wenig Platz bleibt. Die {all}, die warten, brauchen lange, bis es damit fertig ist.',
  'Start the mail bridge, then send again.': 'Starte die Mail-Bridge und sende dann noch einmal.',
  'Switch the VPN off for a moment and send again, or tell the VPN to leave mail out.':
    'Schalte das VPN für einen Moment aus und sende noch einmal, oder stelle das VPN so ein, dass es Mail auslässt.',
  'System Settings, General, Date & Time: “Set time and date automatically”.':
    'Systemeinstellungen, Allgemein, Datum & Uhrzeit: Uhrzeit und Datum automatisch einstellen lassen.',
  'System Settings, General, Storage shows what takes the room. Emptying the Trash is a good start.':
    'Systemeinstellungen, Allgemein, Speicher zeigt, was den Platz braucht. Den Papierkorb zu leeren ist ein guter Anfang.',
  'That port of the mail server does not do, and another one does.':
    'Dieser Port des Mailservers taugt nicht, ein anderer schon.',
  'That server is a program on this Mac, so the password does not leave it: switch on encryption in that program, or allow “insecure authentication” in the server settings of this account.':
    'Dieser Server ist ein Programm auf diesem Mac, das Passwort verlässt ihn also nicht: Schalte in dem Programm die Verschlüsselung ein, oder erlaube in den Servereinstellungen dieses Accounts die „unsichere Authentifizierung“.',
  'The Mac does not trust the certificate.': 'Der Mac traut dem Zertifikat nicht.',
  'The Outlook profile may be damaged.': 'Das Profil von Outlook ist vielleicht beschädigt.',
  'The Sent folder holds {messages} messages ({size})': 'Im Ordner „Gesendet“ liegen {messages} Nachrichten ({size})',
  'The Sent folder is very large.': 'Der Ordner „Gesendet“ ist sehr groß.',
  'The VPN does not carry your mail.': 'Das VPN befördert deine Mail nicht.',
  'The VPN {name} is off: some names exist only while it is on':
    'Das VPN {name} ist aus: Manche Namen gibt es nur, solange es an ist',
  'The VPN {vpn} is on': 'Das VPN {vpn} ist an',
  'The account asks {host}, which does not': 'Der Account fragt {host}, das gehört nicht dazu',
  'The account has no outgoing server.': 'Der Account hat keinen Postausgangsserver.',
  'The account is set to send without signing in': 'Der Account ist so eingestellt, dass er ohne Anmeldung sendet',
  'The account is set to sign in to {host} with a password':
    'Der Account ist so eingestellt, dass er sich bei {host} mit einem Passwort anmeldet',
  'The account is set to use a mail server that does not exist under that name. There may be a typing error in the settings, or the provider has changed the name.':
    'Der Account ist auf einen Mailserver eingestellt, den es unter diesem Namen nicht gibt. Vielleicht ist in den Einstellungen ein Tippfehler, oder der Anbieter hat den Namen geändert.',
  'The account is set to: {method}': 'Der Account ist eingestellt auf: {method}',
  'The account is switched offline.': 'Der Account ist auf offline geschaltet.',
  'The account needs an app password.': 'Der Account braucht ein App-Passwort.',
  'The add-in {names} cannot be reached, and Outlook may hold messages back for it. The test: switch it off in Outlook (Get Add-ins, My add-ins), and send a short message to yourself. If that arrives, it was the add-in.':
    'Das Add-in {names} ist nicht zu erreichen, und Outlook hält vielleicht Nachrichten dafür zurück. Die Probe: Schalte es in Outlook aus (Add-Ins abrufen, Meine Add-Ins), und sende dir selbst eine kurze Nachricht. Kommt die an, war es das Add-in.',
  'The add-in {name} comes from {host}, which does not answer':
    'Das Add-In {name} kommt von {host}, und dort antwortet niemand',
  'The add-in {name} has been there for {count} days': {
    one: 'Das Add-in {name} ist seit einem Tag da',
    other: 'Das Add-in {name} ist seit {count} Tagen da',
  },
  'The certificate belongs to another name.': 'Das Zertifikat gehört zu einem anderen Namen.',
  'The certificate of {host} is only valid from {day}': 'Das Zertifikat von {host} gilt erst ab {day}',
  'The certificate of {host} ran out on {day}': 'Das Zertifikat von {host} ist seit {day} abgelaufen',
  'The certificate of {host} was issued by {issuer}, whom this Mac does not trust':
    'Das Zertifikat von {host} ist ausgestellt von {issuer}, und dem traut dieser Mac nicht',
  'The certificate of {host} was made by the server itself': 'Das Zertifikat von {host} hat der Server selbst gemacht',
  'The certificate that {host} shows was made by {inspector}':
    'Das Zertifikat, das {host} vorzeigt, ist gemacht von {inspector}',
  'The certificates that this Mac trusts could not be read':
    'Die Zertifikate, denen dieser Mac traut, waren nicht zu lesen',
  'The clock is {off} ahead': 'Die Uhr geht {off} vor',
  'The clock is {off} behind': 'Die Uhr geht {off} nach',
  'The connection keeps coming and going.': 'Die Verbindung kommt und geht.',
  'The connection to the outgoing server is fine': 'Die Verbindung zum Postausgangsserver ist in Ordnung',
  'The date or time on your Mac is wrong. Mail servers prove who they are with documents that are only valid for a time, so your Mac refuses them.':
    'Datum oder Uhrzeit auf deinem Mac sind falsch. Mailserver weisen sich mit Ausweisen aus, die nur eine Zeit lang gelten, und dein Mac hält diese für ungültig.',
  'The disk is full.': 'Die Festplatte ist voll.',
  'The encrypted connection to {host} is not cut': 'Die verschlüsselte Verbindung zu {host} bricht nicht ab',
  'The encryption setting does not fit the port.': 'Die Einstellung der Verschlüsselung passt nicht zum Port.',
  'The folder for sent mail may have been renamed, moved or deleted. Give it back its old name on the provider’s website, or choose another one in the settings of the account.':
    'Der Ordner für gesendete Mail wurde vielleicht umbenannt, verschoben oder gelöscht. Gib ihm auf der Webseite des Anbieters seinen alten Namen zurück, oder wähle in den Einstellungen des Accounts einen anderen.',
  'The greeting of {host} arrives as asterisks': 'Die Begrüßung von {host} kommt als Sternchen an',
  'The list in which {app} keeps track of your messages is damaged, so messages can get stuck in it. It can be built anew from the messages themselves.':
    'Die Liste, in der {app} über deine Nachrichten Buch führt, ist beschädigt, deshalb können Nachrichten darin feststecken. Sie lässt sich aus den Nachrichten selbst neu aufbauen.',
  'The long first word of modern encryption gets lost.': 'Das lange erste Wort moderner Verschlüsselung geht verloren.',
  'The mail app': 'Die Mail-App',
  'The mail app does not answer.': 'Die Mail-App antwortet nicht.',
  'The mail app does not sign in for sending.': 'Die Mail-App meldet sich zum Senden nicht an.',
  'The mail app does not tell when it is to leave, so nobody can tell whether that time has passed':
    'Die Mail-App verrät nicht, wann sie hinaus soll, also lässt sich nicht sagen, ob die Zeit schon vorbei ist',
  'The mail app is closed.': 'Die Mail-App ist geschlossen.',
  'The mail app is switched offline.': 'Die Mail-App ist auf offline geschaltet.',
  'The mail app may use a short first word, and not be hit':
    'Die Mail-App nimmt vielleicht ein kurzes erstes Wort und ist nicht betroffen',
  'The mail app missed that the network is back.': 'Die Mail-App hat nicht gemerkt, dass das Netzwerk wieder da ist.',
  'The mail app says: {record}': 'Das Mail-Programm meldet: {record}',
  'The mail app sends this only when you tell it to.': 'Die Mail-App sendet das erst, wenn du es ihr sagst.',
  'The mail app’s connection may be left over from before':
    'Die Verbindung der Mail-App kann ein Überrest von vorher sein',
  'The mail app’s installation is damaged.': 'Die Installation der Mail-App ist beschädigt.',
  'The mail app’s preferences may be damaged.': 'Die Einstellungen der Mail-App sind vielleicht beschädigt.',
  'The mail bridge on this Mac is not running. That is a helper program that your mail goes through.':
    'Die Mail-Bridge auf diesem Mac läuft nicht. Das ist ein Hilfsprogramm, durch das deine Mail geht.',
  'The mail server answers, until the connection is to be encrypted. A firewall or a filter of this network does that.':
    'Der Mailserver antwortet, bis die Verbindung verschlüsselt werden soll. Eine Firewall oder ein Filter dieses Netzwerks tut das.',
  'A port is a door; at yours the server takes nobody in. Another door of the same server does. Changing that one setting puts it right.':
    'Ein Port ist eine Tür, und an deiner lässt der Server niemanden ein. An einer anderen Tür desselben Servers geht es. Diese eine Einstellung zu ändern genügt.',
  'The mail server can encrypt, but something between it and your Mac hides that. Your mail app rightly refuses to send in the open.':
    'Der Mailserver kann verschlüsseln, aber etwas zwischen ihm und deinem Mac verbirgt das. Deine Mail-App weigert sich zu Recht, offen lesbar zu senden.',
  'The mail server does not accept the user name and password of this account. Perhaps the password was changed; enter it again, for receiving and for sending.':
    'Der Mailserver nimmt Benutzernamen und Passwort dieses Accounts nicht an. Vielleicht wurde das Passwort geändert; gib es neu ein, zum Empfangen und zum Senden.',
  'The mail server does not answer.': 'Der Mailserver antwortet nicht.',
  'The mail server does not take this mail just now, without saying that it never will. Your mail app tries again by itself; nothing is lost.':
    'Der Mailserver nimmt diese Mail gerade nicht an, sagt aber nicht, dass es so bleibt. Deine Mail-App versucht es von selbst wieder; nichts ist verloren.',
  'The mail server identifies itself with a certificate from somebody your Mac does not know. If the server belongs to a company or a school, its IT can say what is missing.':
    'Der Mailserver weist sich mit einem Zertifikat von jemandem aus, den dein Mac nicht kennt. Wenn der Server einer Firma oder einer Schule gehört, kann deren IT sagen, was fehlt.',
  'The mail server identifies itself with a certificate that is no longer valid. Only whoever runs the server can renew it, and your Mac is right not to send until then.':
    'Der Mailserver weist sich mit einem Zertifikat aus, das nicht mehr gilt. Nur wer den Server betreibt, kann es erneuern, und bis dahin sendet dein Mac zu Recht nicht.',
  'Nobody can tell whether it is the real one. Whoever runs it should get it a proper certificate.':
    'Niemand kann sagen, ob er der echte ist. Wer ihn betreibt, sollte ihm ein richtiges Zertifikat besorgen.',
  'The mail server identifies itself with a certificate that only becomes valid later. Only whoever runs the server can put that right.':
    'Der Mailserver weist sich mit einem Zertifikat aus, das erst später gültig wird. Nur wer den Server betreibt, kann das in Ordnung bringen.',
  'The mail server is not at fault: other providers cannot be reached that way either.':
    'Am Mailserver liegt es nicht: Andere Anbieter sind auf diesem Weg auch nicht zu erreichen.',
  'The mail server is there, but the door (the port) of your account is closed. Another door of it is open.':
    'Der Mailserver ist da, aber die Tür (der Port) deines Accounts ist zu. Eine andere Tür von ihm ist offen.',
  'The mail server is there, but the part of it that your account needs does not answer at the moment. Your mail waits until it does.':
    'Der Mailserver ist da, aber der Teil von ihm, den dein Account braucht, antwortet gerade nicht. Deine Mail wartet, bis er es wieder tut.',
  'The mail server may also be down: another device in the same network tells':
    'Der Mailserver kann auch ausgefallen sein: Das zeigt ein anderes Gerät im selben Netzwerk',
  'The mail server turns your mail away: the internet address you use has a bad name. Often it got that from somebody who had it before you.':
    'Der Mailserver weist deine Mail ab: Die Internetadresse, die du gerade benutzt, hat einen schlechten Ruf. Oft hat sie den von jemandem, der sie vor dir hatte.',
  'The mail server says that it cannot work just now. Your mail app tries again by itself; nothing is lost.':
    'Der Mailserver sagt, dass er gerade nicht arbeiten kann. Deine Mail-App versucht es von selbst wieder; nichts ist verloren.',
  'It does so for a while, usually after several sign-ins with a wrong password. Trying again makes it longer.':
    'Das tut er eine Zeit lang, meistens nach mehreren Anmeldungen mit falschem Passwort. Neue Versuche verlängern es.',
  'The mail server takes the connection but then says nothing. It may have too much to do. Your mail app tries again by itself; nothing is lost.':
    'Der Mailserver nimmt die Verbindung an, sagt dann aber nichts. Vielleicht hat er zu viel zu tun. Deine Mail-App versucht es von selbst wieder; nichts ist verloren.',
  'The mail server takes {took} to answer a connection':
    'Der Mailserver braucht {took}, um auf eine Verbindung zu antworten',
  'The mail server took this password before and refuses it now. Either it was changed, or sign-in in two steps was switched on: then the mail app needs an app password, made on the provider’s website.':
    'Der Mailserver hat dieses Passwort früher angenommen und lehnt es jetzt ab. Entweder wurde es geändert, oder die Anmeldung in zwei Schritten wurde eingeschaltet: Dann braucht das Mail-Programm ein App-Passwort von der Website des Anbieters.',
  'The mail server wants newer encryption than {app} on this Mac can do. An update of macOS or of the app brings it.':
    'Der Mailserver verlangt neuere Verschlüsselung, als {app} auf diesem Mac kann. Ein Update von macOS oder der App bringt sie mit.',
  'The mail server was found under its name before, and is not any more. Its provider may have changed the name, or it is known only in another network, such as that of an office.':
    'Der Mailserver war unter seinem Namen schon zu finden und ist es nicht mehr. Vielleicht hat sein Anbieter den Namen geändert, oder man kennt ihn nur in einem anderen Netz, etwa in dem eines Büros.',
  'The mail server, or something on the way to it, cannot cope with it. With a short one it answers at once.':
    'Der Mailserver oder etwas auf dem Weg zu ihm kommt damit nicht zurecht. Auf ein kurzes antwortet er sofort.',
  'The mailbox is full.': 'Das Postfach ist voll.',
  'The mailbox of this address is kept by {name} now, and your account still asks the old servers. They answer, but let nobody in any more. Use the servers of {name}.':
    'Das Postfach dieser Adresse liegt jetzt bei {name}, und dein Account fragt noch die alten Server. Sie antworten, lassen aber niemanden mehr ein. Nimm die Server von {name}.',
  'The message belongs to an account that is gone.': 'Die Nachricht gehört zu einem Account, den es nicht mehr gibt.',
  'The message breaks a mail rule.': 'Die Nachricht verstößt gegen eine Mailregel.',
  'The message is larger than the server takes.': 'Die Nachricht ist größer, als der Server annimmt.',
  'The message was probably handed to the server, and only its copy for the Sent folder could not be put away. Before you send it again, look whether it has arrived, or it may arrive twice.':
    'Die Nachricht wurde dem Server wahrscheinlich übergeben, und nur ihre Kopie für den Ordner „Gesendet“ ließ sich nicht ablegen. Schau nach, ob sie angekommen ist, bevor du sie noch einmal sendest, sonst kommt sie vielleicht doppelt an.',
  'The message was probably handed to the server, and only the confirmation got lost. Before you send it again, look whether it has arrived, or it may arrive twice.':
    'Die Nachricht wurde dem Server wahrscheinlich übergeben, und nur die Bestätigung ging verloren. Sieh nach, ob sie angekommen ist, bevor du sie noch einmal sendest, sonst kommt sie vielleicht zweimal an.',
  'The name in your account has something in it that no such name can have: {odd}. Perhaps it was copied from somewhere.':
    'Im Namen in deinem Account steht etwas, das kein solcher Name enthalten kann: {odd}. Vielleicht wurde er von irgendwo kopiert.',
  'The name of your mail server is known only inside the VPN “{vpn}”. The VPN is on, but the name service of this network answers in its place and does not know it.':
    'Den Namen deines Mailservers kennt man nur im VPN „{vpn}“. Das VPN ist an, aber an seiner Stelle antwortet der Namensdienst dieses Netzes, und der kennt ihn nicht.',
  'The name server of this network answers': 'Der Nameserver dieses Netzwerks antwortet',
  'The name servers of this network do not know {host}': 'Die Nameserver dieses Netzwerks kennen {host} nicht',
  'The name servers of this network give no answer for well-known names either':
    'Die Nameserver dieses Netzwerks geben auch für bekannte Namen keine Antwort',
  'The network changed {number} times within {within} minutes':
    'Das Netzwerk hat innerhalb von {within} Minuten {number} Mal gewechselt',
  'The network gave this Mac an address, but nobody answers beyond it':
    'Das Netzwerk hat diesem Mac eine Adresse gegeben, aber dahinter antwortet niemand',
  'The network wants you to sign in first.': 'Das Netzwerk will, dass du dich erst anmeldest.',
  'The new Outlook lets no other program see its outbox. So nobody can tell whether mail is waiting there. Everything else can still be checked.':
    'Das neue Outlook lässt kein anderes Programm in seinen Postausgang sehen. Also kann niemand sagen, ob dort Mail wartet. Alles andere lässt sich trotzdem prüfen.',
  'The older Outlook talks to Microsoft 365 in a way that Microsoft is switching off. The new Outlook does not need it: switch to it, and save the waiting messages before.':
    'Das ältere Outlook spricht mit Microsoft 365 auf eine Art, die Microsoft gerade abschaltet. Das neue Outlook braucht sie nicht: Wechsle dorthin und sichere vorher die wartenden Nachrichten.',
  'The outgoing server is a server for incoming mail.':
    'Als Postausgangsserver ist ein Server für eingehende Mail eingetragen.',
  'The outgoing server wants a user name and a password, and gets none. The account needs sign-in switched on for its outgoing server.':
    'Der Postausgangsserver will Benutzernamen und Passwort und bekommt keine. Beim Account muss die Anmeldung für den Postausgangsserver eingeschaltet werden.',
  'The provider does not let the account in from here.': 'Der Anbieter lässt den Account von hier aus nicht ein.',
  'The provider has blocked the account.': 'Der Anbieter hat den Account gesperrt.',
  'The provider may have changed its settings; its help pages name the right port.':
    'Vielleicht hat der Anbieter seine Einstellungen geändert; seine Hilfeseiten nennen den richtigen Port.',
  'The provider names {host} as its incoming server.': 'Der Anbieter nennt {host} als seinen Posteingangsserver.',
  'The provider names {host} as its outgoing server.': 'Der Anbieter nennt {host} als seinen Postausgangsserver.',
  'The provider no longer accepts passwords here.': 'Der Anbieter nimmt hier keine Passwörter mehr an.',
  'The provider publishes {host} as its server': 'Der Anbieter nennt öffentlich {host} als seinen Server',
  'The provider says that {host} encrypts on port {port}':
    'Der Anbieter sagt, dass {host} auf Port {port} verschlüsselt',
  'The provider wants you to confirm it is you.': 'Der Anbieter will eine Bestätigung, dass du es bist.',
  'The router of this network answers in {took}: the jam is behind it':
    'Der Router dieses Netzwerks antwortet in {took}: Der Stau liegt dahinter',
  'The same connection, made by Outbox Doctor, is cut or stays silent':
    'Dieselbe Verbindung, von Outbox Doctor aufgebaut, wird gekappt oder bleibt stumm',
  'The server answers unencrypted there': 'Der Server antwortet dort unverschlüsselt',
  'The server dislikes how the mail app greets it.': 'Dem Server gefällt nicht, wie die Mail-App ihn grüßt.',
  'The server does not listen on that port.': 'Auf diesem Port nimmt der Server nichts an.',
  'The server has shut your address out.': 'Der Server hat deine Adresse ausgesperrt.',
  'The server is under maintenance or overloaded.': 'Der Server wird gewartet oder ist überlastet.',
  'The server itself may be set up wrongly': 'Der Server selbst kann falsch eingerichtet sein',
  'The server leaves out the certificate in between (missing intermediate)':
    'Der Server lässt das Zertifikat dazwischen weg (es fehlt ein Zwischenzertifikat)',
  'The server lets nobody sign in before the connection is encrypted':
    'Der Server erlaubt keine Anmeldung, bevor die Verbindung verschlüsselt ist',
  'The server lets this account send only under its own addresses. The message has another one as its sender. Choose the address that belongs to the account.':
    'Der Server lässt diesen Account nur unter seinen eigenen Adressen senden. Die Nachricht hat eine andere als Absender. Wähle die Adresse, die zum Account gehört.',
  'The server may also be down: only another network tells':
    'Der Server kann auch ausgefallen sein: Das zeigt nur ein anderes Netzwerk',
  'The server offers no encryption there.': 'Der Server bietet dort keine Verschlüsselung an.',
  'The server refuses the password.': 'Der Server weist das Passwort ab.',
  'The server speaks encrypted from the first byte': 'Der Server spricht vom ersten Zeichen an verschlüsselt',
  'The server takes only a few connections at a time, and they are in use. Close mail apps on other devices, then it goes on.':
    'Der Server nimmt nur wenige Verbindungen zugleich an, und die sind belegt. Schließ Mail-Apps auf anderen Geräten, dann geht es weiter.',
  'The server takes {taken}': 'Der Server nimmt {taken} an',
  'The server that answers gives another name than the one in your account. Often the account needs that other name as its server. It could also be a stranger, so your Mac is right not to send.':
    'Der Server, der antwortet, nennt einen anderen Namen als den in deinem Account. Oft braucht der Account diesen anderen Namen als Server. Es könnte auch ein Fremder sein, also tut dein Mac recht daran, nicht zu senden.',
  'The server told the mail app: {record}': 'Der Server hat der Mail-App gesagt: {record}',
  'The server turns this one message away because of how it is made or what it carries. Other messages can leave; this one has to be changed or written anew.':
    'Der Server weist diese eine Nachricht ab, weil ihm ihr Aufbau oder ihr Inhalt nicht recht ist. Andere Nachrichten können hinaus; diese muss geändert oder neu geschrieben werden.',
  'The server vouches for itself, and the Mac does not trust that.':
    'Der Server bürgt für sich selbst, und dem traut der Mac nicht.',
  'The server’s certificate is not valid yet.': 'Das Zertifikat des Servers gilt noch nicht.',
  'The server’s certificate is out of date.': 'Das Zertifikat des Servers ist abgelaufen.',
  'The service still answers us, which it also does where it is switched off for an account':
    'Der Dienst antwortet uns noch, doch das tut er auch, wo er für einen Account abgeschaltet ist',
  'The setting is in Mail, Settings, Privacy: “Protect Mail Activity”. It can stay on once Mail is allowed.':
    'Die Einstellung steht in Mail, Einstellungen, Datenschutz: „Mail-Aktivität schützen“. Sie kann eingeschaltet bleiben, sobald Mail erlaubt ist.',
  'The setting is in System Settings, Network, Details, Proxies. Mail has to go past it.':
    'Die Einstellung steht in den Systemeinstellungen unter Netzwerk, Details, Proxys. Mail muss daran vorbei.',
  'The setting is in System Settings, Network, Details, Proxies: “SOCKS proxy”.':
    'Die Einstellung steht in den Systemeinstellungen unter Netzwerk, Details, Proxys: „SOCKS-Proxy“.',
  'The smallest message that is stuck has {size}': 'Die kleinste Nachricht, die feststeckt, hat {size}',
  'The true time could not be asked': 'Die richtige Zeit war nicht zu erfragen',
  'The way leads through the tunnel {name}': 'Der Weg führt durch den Tunnel {name}',
  'The way leads through the tunnel {name}, packets of at most {mtu} bytes':
    'Der Weg führt durch den Tunnel {name}, Pakete von höchstens {mtu} Byte',
  'The way leads through {name}, packets of at most {mtu} bytes':
    'Der Weg führt über {name}, Pakete von höchstens {mtu} Byte',
  'The way to the mail server is not clear either': 'Auch der Weg zum Mailserver ist nicht frei',
  'The way to the mail server works': 'Der Weg zum Mailserver ist in Ordnung',
  'The way to {host} leads through a VPN ({tunnel})': 'Der Weg zu {host} führt über ein VPN ({tunnel})',
  'The way to {host} leads through the VPN {vpn} ({tunnel})': 'Der Weg zu {host} führt über das VPN {vpn} ({tunnel})',
  'The web page of {host} came within {took}': 'Die Webseite von {host} kam innerhalb von {took}',
  'The window may be behind others or on another desktop.':
    'Das Fenster kann hinter anderen liegen oder auf einem anderen Schreibtisch.',
  'The {protocol} server': 'Der {protocol}-Server',
  'Then, in Mail: choose the mailbox, and in the menu Mailbox, “Rebuild”.':
    'Dann in Mail: Wähle das Postfach und im Menü „Postfach“ den Punkt „Wiederherstellen“.',
  'There are several ways to prove to a server who you are. The one your account is set to use is not among those that this server offers.':
    'Es gibt mehrere Arten, einem Server zu beweisen, wer du bist. Die Art, auf die dein Account eingestellt ist, bietet dieser Server nicht an.',
  'There are several ways to prove to a server who you are. {app} knows none of those that this server offers.':
    'Es gibt mehrere Wege, einem Server zu beweisen, wer du bist. {app} kennt keinen von denen, die dieser Server anbietet.',
  'There are two ways to the mail server, an old one and a new one (IPv6). On this network the new one is a dead end, and the mail app may wait there.':
    'Zum Mailserver führen zwei Wege, ein alter und ein neuer (IPv6). In diesem Netzwerk ist der neue eine Sackgasse, und die Mail-App wartet vielleicht dort.',
  'There is hardly any room left on your Mac, and the mail app needs some to put a message together.':
    'Auf deinem Mac ist kaum noch Platz, und die Mail-App braucht welchen, um eine Nachricht zusammenzustellen.',
  'There is no server called that.': 'Einen Server mit diesem Namen gibt es nicht.',
  'There is no way to the internet: your Mac has joined a network, but nothing beyond it answers. Mail leaves by itself once that is mended.':
    'Es gibt keinen Weg ins Internet: Dein Mac ist in einem Netzwerk, aber dahinter antwortet nichts. Mail geht von selbst hinaus, sobald das behoben ist.',
  'There is no {host} for the name servers of this network': '{host} gibt es für die Nameserver dieses Netzwerks nicht',
  'There is no {host}, here or elsewhere': '{host} gibt es nicht, weder hier noch anderswo',
  'There is nothing to repair on your Mac.': 'An deinem Mac gibt es nichts zu reparieren.',
  'This Mac accepts that certificate': 'Dieser Mac nimmt das Zertifikat an',
  'This Mac has an address but no name server to ask':
    'Dieser Mac hat eine Adresse, aber keinen Nameserver, den er fragen könnte',
  'This Mac is not connected.': 'Dieser Mac ist nicht verbunden.',
  'This Mac says: {reason}': 'Dieser Mac sagt: {reason}',
  'This Mac’s clock is right': 'Die Uhr dieses Macs geht richtig',
  'This Mac’s clock is wrong.': 'Die Uhr dieses Macs geht falsch.',
  'This Mac’s clock is {minutes} minutes off, which was allowed for':
    'Die Uhr dieses Macs geht {minutes} Minuten falsch, was berücksichtigt wurde',
  'This account is switched off in {app} while the others go on. Its mail waits until you switch it on again.':
    'Dieser Account ist in {app} abgeschaltet, während die anderen weiterlaufen. Seine Mail wartet, bis du ihn wieder einschaltest.',
  'This account sends through the server of another provider, and that server turns its mail away. It needs the outgoing server of its own provider.':
    'Dieser Account sendet über den Server eines anderen Anbieters, und der weist seine Mail ab. Er braucht den Postausgangsserver seines eigenen Anbieters.',
  'This happens after sleep, or after a change of Wi-Fi or VPN.':
    'Das kommt nach dem Ruhezustand vor oder nach einem Wechsel von WLAN oder VPN.',
  'This network blocks mail altogether.': 'Dieses Netzwerk sperrt Mail ganz und gar.',
  'This network blocks the port your mail uses.': 'Dieses Netzwerk sperrt den Port, den deine Mail benutzt.',
  'It lets nothing out until you have signed in on its own page. Hotels and trains do that. Your mail waits until then.':
    'Es lässt nichts hinaus, bis du dich auf seiner eigenen Seite angemeldet hast. Das ist in Hotels und Zügen so. Deine Mail wartet so lange.',
  'This provider does not let mail apps in with the account’s normal password. It wants a special password for the app, which you make on the provider’s website, or its own sign-in window.':
    'Dieser Anbieter lässt Mail-Apps mit dem normalen Passwort des Accounts nicht hinein. Er verlangt ein eigenes Passwort für die App, das du auf seiner Website anlegst, oder sein eigenes Anmeldefenster.',
  'This server takes the password only without encryption, and {app} does not say it so unless it was allowed to.':
    'Dieser Server nimmt das Passwort nur ohne Verschlüsselung, und so nennt {app} es nur, wenn es erlaubt wurde.',
  'To be sent later: {later}': 'Soll später gesendet werden: {later}',
  'To reach the mail server, your Mac must first look up where its name leads, as in a phone book. On this network that does not work.':
    'Um den Mailserver zu erreichen, muss dein Mac erst nachschlagen, wohin sein Name führt, wie in einem Telefonbuch. In diesem Netzwerk geht das nicht.',
  'Too many devices or windows use the account.': 'Zu viele Geräte oder Fenster benutzen den Account.',
  'Too many recipients at once.': 'Zu viele Empfänger auf einmal.',
  'Try to send one of them without signature and encryption, if what it says allows that.':
    'Versuch, eine davon ohne Signieren und ohne Verschlüsseln zu senden, wenn ihr Inhalt das erlaubt.',
  'Use a port of the server that encrypts: without that, anybody on the way could read the password.':
    'Nimm einen Port des Servers, der verschlüsselt: Ohne das könnte jeder auf dem Weg das Passwort lesen.',
  'Use port {port} of {host} in place of port {port2}.': 'Nimm Port {port} von {host} statt Port {port2}.',
  'Wait an hour without trying, or use another network. Check the password on every device first.':
    'Warte eine Stunde, ohne es zu versuchen, oder nimm ein anderes Netzwerk. Prüfe vorher das Passwort auf jedem Gerät.',
  'Web pages work here, but this network lets no mail through, to any provider. On another network, such as your phone’s, the mail should leave.':
    'Webseiten gehen hier, aber dieses Netzwerk lässt keine Mail durch, zu keinem Anbieter. In einem anderen Netzwerk, etwa dem deines Telefons, sollte die Mail hinausgehen.',
  'What {host} offers arrives overwritten': 'Was {host} anbietet, kommt überschrieben an',
  'When it is to leave cannot be seen from here. Look into “Send Later” in the mail app: if its time has passed, or there is none, send it from there.':
    'Wann sie hinaus soll, ist von hier nicht zu sehen. Schau in der Mail-App unter „Später senden“ nach: Ist die Zeit vorbei oder steht dort keine, sende sie von dort aus.',
  'Whether it answers others, another network tells, such as your phone’s: if it does there, it is not down, and something keeps it from you here.':
    'Ob er anderen antwortet, zeigt ein anderes Netzwerk, etwa das deines Telefons: Antwortet er dort, ist er nicht ausgefallen, und hier hält ihn etwas von dir fern.',
  'Whether it is only busy could not be seen': 'Ob die App nur beschäftigt ist, war nicht zu sehen',
  'Whether macOS has slowed it down cannot be seen directly':
    'Ob macOS die App gebremst hat, ist nicht direkt zu sehen',
  'Whether your mail app is hit depends on the version of macOS: newer ones use the long word.':
    'Ob deine Mail-App betroffen ist, hängt von der Version von macOS ab: Neuere nehmen das lange Wort.',
  'Which certificates this Mac trusts besides could not be read':
    'Welchen Zertifikaten dieser Mac sonst noch traut, war nicht zu lesen',
  'Wi-Fi is switched off': 'Das WLAN ist ausgeschaltet',
  'With a short first word, encryption succeeded at once':
    'Mit einem kurzen ersten Wort gelang die Verschlüsselung sofort',
  'With this kind of account the new Outlook mostly talks to the mail server from Microsoft’s data centre and not from this Mac: what was checked from here proves nothing for it.':
    'Bei dieser Art von Account spricht das neue Outlook meist aus Microsofts Rechenzentrum mit dem Mailserver und nicht von diesem Mac aus: Was von hier aus geprüft wurde, beweist dafür nichts.',
  'Without it, {host} answers on port {port}': 'Ohne ihn antwortet {host} auf Port {port}',
  'Without the VPN, or with a smaller packet size (MTU) on it, the mail should leave.':
    'Ohne das VPN, oder mit kleineren Datenpaketen darin (MTU), sollte die Mail hinausgehen.',
  'You can still take this message back. It leaves by itself in a few seconds.':
    'Du kannst diese Nachricht noch zurückholen. Sie geht in ein paar Sekunden von selbst hinaus.',
  'You may not send with that From address.': 'Mit dieser Absenderadresse darfst du nicht senden.',
  'You sent more than the provider allows for now.': 'Du hast mehr gesendet, als der Anbieter im Moment erlaubt.',
  'Your Mac and the mail server do not share a kind of encryption that is still safe. Usually the server is too old and its operator must update it; sometimes the Mac is.':
    'Dein Mac und der Mailserver haben keine Verschlüsselung gemeinsam, die noch sicher ist. Meistens ist der Server zu alt, und sein Betreiber muss ihn erneuern; manchmal ist es der Mac.',
  'Your Mac has no connection to the internet at the moment. Mail leaves by itself once it is connected again.':
    'Dein Mac hat gerade keine Verbindung zum Internet. Mail geht von selbst hinaus, sobald er wieder verbunden ist.',
  'Your Mac sends its connections through another computer, a proxy, which does not answer. Mail apps wait for it in vain.':
    'Dein Mac leitet seine Verbindungen über einen anderen Computer, einen Proxy, und der antwortet nicht. Mail-Apps warten vergeblich auf ihn.',
  'Your Mac is set to send its connections through another computer, a proxy. It answers mail as if mail were web pages, so your mail gets no further.':
    'Dein Mac ist so eingestellt, dass er seine Verbindungen über einen anderen Computer schickt, einen Proxy. Der behandelt Mail, als wären es Webseiten, also kommt deine Mail nicht weiter.',
  'Your Mac needs several seconds just to find the mail server. The mail app may give up before it is found.':
    'Dein Mac braucht mehrere Sekunden, nur um den Mailserver zu finden. Die Mail-App gibt vielleicht auf, bevor er gefunden ist.',
  'Your account encrypts the connection in another way than the server expects on this port. Changing that one setting puts it right.':
    'Dein Account verschlüsselt die Verbindung anders, als es der Server auf diesem Port erwartet. Diese eine Einstellung zu ändern bringt es in Ordnung.',
  'Your account is set to encrypt, but the server does not offer that on this port. Another port of the same server usually does; without encryption your mail should not be sent.':
    'Dein Account ist auf Verschlüsselung eingestellt, aber der Server bietet sie auf diesem Port nicht an. Ein anderer Port desselben Servers tut es meistens; ohne Verschlüsselung sollte deine Mail nicht gesendet werden.',
  'As your account is set up, it does not work. The settings that the provider publishes do answer.':
    'So, wie dein Account eingerichtet ist, geht es nicht. Unter den Einstellungen, die der Anbieter nennt, antwortet ein Server.',
  'Your account sends by an old door, port 25, which most networks keep shut against spam. The same server takes mail by a door meant for you.':
    'Dein Account sendet durch eine alte Tür, Port 25, die die meisten Netzwerke wegen Spam geschlossen halten. Derselbe Server nimmt Mail durch eine Tür an, die für dich gedacht ist.',
  'Your connection is fine and other providers answer, but from this mail server nobody answers us. Most likely it is down; then your mail waits and leaves when the server is back.':
    'Deine Verbindung ist in Ordnung und andere Anbieter antworten, aber von diesem Mailserver antwortet uns niemand. Wahrscheinlich ist er ausgefallen; dann wartet deine Mail und geht hinaus, sobald er wieder da ist.',
  'Your connection is fine, but the mail server is not answering. Your mail waits and leaves when the server is back.':
    'Deine Verbindung ist in Ordnung, aber der Mailserver antwortet nicht. Deine Mail wartet und geht hinaus, wenn der Server wieder da ist.',
  'Your connection runs through a VPN that keeps the port of your mail shut. Without the VPN the mail should leave.':
    'Deine Verbindung läuft über ein VPN, das den Port deiner Mail sperrt. Ohne das VPN sollte die Mail hinausgehen.',
  'Your connection runs through a VPN, and it lets web pages through but not your mail. Without the VPN the mail should leave.':
    'Deine Verbindung läuft über ein VPN, und das lässt Webseiten durch, aber deine Mail nicht. Ohne das VPN sollte die Mail hinausgehen.',
  'Your connection runs through the VPN {vpn}, which keeps the port of your mail shut. Without the VPN the mail should leave.':
    'Deine Verbindung läuft über das VPN {vpn}, das den Port deiner Mail sperrt. Ohne das VPN sollte die Mail hinausgehen.',
  'Your connection runs through the VPN {vpn}, and it lets web pages through but not your mail. Without the VPN the mail should leave.':
    'Deine Verbindung läuft über das VPN {vpn}, und das lässt Webseiten durch, aber deine Mail nicht. Ohne das VPN sollte die Mail hinausgehen.',
  'Your connection was lost and found again several times in a few minutes. Each time, a message on its way has to start anew.':
    'Deine Verbindung war in wenigen Minuten mehrmals weg und wieder da. Jedes Mal muss eine Nachricht, die unterwegs ist, neu anfangen.',
  'Your connection works again, but {app} has not noticed. Sending once more, or quitting it and opening it again, gets your mail on its way.':
    'Deine Verbindung funktioniert wieder, aber {app} hat es nicht gemerkt. Noch einmal senden, oder die App beenden und neu öffnen, bringt deine Mail auf den Weg.',
  'Your connection works, but {product} keeps {app} from using it. That is a program on this Mac that filters the network. Allow {app} in it.':
    'Deine Verbindung funktioniert, aber {product} lässt {app} nicht hinaus. Das ist ein Programm auf diesem Mac, das das Netzwerk filtert. Erlaube {app} darin.',
  'Your connection works, but a program that filters the network keeps {app} from using it. Allow {app} in that program.':
    'Deine Verbindung funktioniert, aber ein Programm, das das Netzwerk filtert, lässt {app} nicht hinaus. Erlaube {app} in diesem Programm.',
  'Your internet address is on a blocklist.': 'Deine Internetadresse steht auf einer Sperrliste.',
  'Your mail app knows where to fetch mail for this account but not where to send it. The account needs an outgoing server.':
    'Deine Mail-App weiß, wo sie für diesen Account Mail holt, aber nicht, worüber sie sie senden soll. Der Account braucht einen Postausgangsserver.',
  'Your mail can leave, but none comes in, and this is why:':
    'Deine Mail kann hinaus, aber es kommt keine herein, und das ist der Grund:',
  'Your mail comes in by port {port}': 'Deine Mail kommt über Port {port} herein',
  'Your mail goes through a helper program on this Mac, a mail bridge. Another program has taken its place, so the mail app talks to the wrong one.':
    'Deine Mail geht durch ein Hilfsprogramm auf diesem Mac, eine Mail-Bridge. Ein anderes Programm hat ihren Platz eingenommen, deshalb spricht die Mail-App mit dem falschen.',
  'Your mail is waiting because {app} is not open. Open it, and the mail leaves by itself.':
    'Deine Mail wartet, weil {app} nicht geöffnet ist. Öffne die App, dann geht die Mail von selbst hinaus.',
  'Your mail leaves by port {port}': 'Deine Mail geht über Port {port} hinaus',
  'Your mail uses one particular port': 'Deine Mail benutzt einen bestimmten Port',
  'Your mail waits because you asked it to:': 'Deine Mail wartet, weil du es so wolltest:',
  'Your mailbox at the provider has no room left, and some providers then stop sending, too. Delete or archive large messages and empty the Trash.':
    'Dein Postfach beim Anbieter hat keinen Platz mehr, und manche Anbieter senden dann auch nicht mehr. Lösche oder archiviere große Nachrichten und leere den Papierkorb.',
  'Your organisation does not allow mail apps to send in that way. Its IT can allow it for you, or the account can be added as an Exchange account instead.':
    'Deine Organisation erlaubt Mail-Apps nicht, so zu senden. Die IT dort kann es dir erlauben, oder der Account lässt sich stattdessen als Exchange-Account hinzufügen.',
  'Your provider does not let mail apps send in the way this account is set up, as it does with new private accounts. You can send on its website or with its own app; look there whether sending by SMTP can be allowed.':
    'Dein Anbieter lässt Mail-Programme nicht so senden, wie dieser Account eingerichtet ist; das hält er mit neuen privaten Accounts so. Senden kannst du auf seiner Website oder mit seiner eigenen App; sieh dort nach, ob sich das Senden über SMTP erlauben lässt.',
  'Your provider has blocked this account, or blocked it from sending. Its website tells you why, and how to open it again.':
    'Dein Anbieter hat diesen Account gesperrt, oder er lässt ihn nicht mehr senden. Auf seiner Website steht, warum, und wie er wieder freigegeben wird.',
  'Your provider no longer takes passwords from mail apps. Sign the account in anew, in the window that your provider shows for that.':
    'Dein Anbieter nimmt von Mail-Apps keine Passwörter mehr an. Melde den Account neu an, in dem Fenster, das dein Anbieter dafür zeigt.',
  'Your provider is not sure that it is you who signs in. Sign in once on its website in a browser and confirm, then your mail app is let in again.':
    'Dein Anbieter ist nicht sicher, dass du es bist, der sich anmeldet. Melde dich einmal im Browser auf seiner Website an und bestätige es, dann wird deine Mail-App wieder hineingelassen.',
  'Your provider lets them in only after you have allowed it on its website. That switch seems to be off. Your password may well be right.':
    'Dein Anbieter lässt sie erst ein, wenn du es auf seiner Website erlaubt hast. Dieser Schalter scheint aus zu sein. Dein Passwort kann durchaus stimmen.',
  'It is let in only from certain internet addresses or countries. Where you are now is not among them. Your password was not even looked at, so leave it as it is.':
    'Er wird nur von bestimmten Internetadressen oder Ländern aus eingelassen. Dein jetziger Ort gehört nicht dazu. Dein Passwort wurde gar nicht geprüft; lass es also, wie es ist.',
  'Your upload is full.': 'Deine Leitung nach draußen ist ausgelastet.',
  'a filter on this Mac': 'ein Filter auf diesem Mac',
  'a waiting message': 'einer wartenden Nachricht',
  'an unknown day': 'unbekanntem Tag',
  'cut off': 'abgebrochen',
  'cut off within {took}': 'abgebrochen nach {took}',
  'encryption after the greeting (STARTTLS)': 'Verschlüsselung nach der Begrüßung (STARTTLS)',
  'encryption from the start (TLS)': 'Verschlüsselung von Anfang an (TLS)',
  'it worked before that': 'davor ging es',
  'macOS no longer recognises {app} as its maker made it':
    'Für macOS ist {app} nicht mehr so, wie der Hersteller es gemacht hat',
  'macOS put the mail app to sleep in the background.': 'macOS hat die Mail-App im Hintergrund schlafen gelegt.',
  'no answer': 'keine Antwort',
  'no answer within {took}': 'keine Antwort innerhalb von {took}',
  'no encryption': 'keine Verschlüsselung',
  'no name': 'keinen Namen',
  'no way there': 'kein Weg dorthin',
  'none at all': 'gar nichts',
  'open after {took}': 'offen nach {took}',
  refused: 'abgewiesen',
  'refused within {took}': 'abgewiesen nach {took}',
  'somebody unnamed': 'jemandem ohne Namen',
  'that was {ago}': 'das war {ago}',
  'the error came after that, too': 'der Fehler kam auch danach noch',
  'the error may come from that instead': 'der Fehler kann stattdessen daher kommen',
  'this Mac did not allow the connection': 'dieser Mac hat die Verbindung nicht erlaubt',
  '{app} calls {host}, port {port}, and gets no answer':
    '{app} ruft bei {host} an (Port {port}) und bekommt keine Antwort',
  '{app} can do {max} at most': '{app} kann höchstens {max}',
  '{app} has been hidden for {minutes} min': '{app} ist seit {minutes} Minuten ausgeblendet',
  '{app} was there for so long that macOS lets it rest. That saves energy. Bring it to the front, and it goes on sending.':
    '{app} war so lange dort, dass macOS die App ruhen lässt. Das spart Energie. Hol sie nach vorn, dann sendet sie weiter.',
  '{app} has been told to work offline, so it keeps your mail until you take it online again. Nothing is wrong with your connection.':
    '{app} soll offline arbeiten und behält deshalb deine Mail, bis du die App wieder online schaltest. Mit deiner Verbindung ist alles in Ordnung.',
  '{app} has no account any more for {waiting}': '{app} hat keinen Account mehr zu {waiting}',
  '{app} has no connection for sending': '{app} hat keine Verbindung zum Senden',
  '{app} has no connection to {host}': '{app} hat keine Verbindung zu {host}',
  '{app} has this account switched off': 'In {app} ist dieser Account abgeschaltet',
  '{app} has this account switched offline': 'In {app} ist dieser Account auf offline geschaltet',
  '{app} is connected to the mail server, but a program on this Mac that filters the network ({product}) seems to keep Outbox Doctor out. So it cannot check the server, and has nothing to say against it.':
    '{app} ist mit dem Mailserver verbunden, aber ein Programm auf diesem Mac, das das Netz filtert ({product}), sperrt wohl Outbox Doctor aus. Er kann den Server also nicht prüfen und hat nichts gegen ihn zu sagen.',
  '{app} is connected to the mail server, but macOS does not let Outbox Doctor into the network of this house, where that server stands. So it cannot check the server, and has nothing to say against it.':
    '{app} ist mit dem Mailserver verbunden, aber macOS lässt Outbox Doctor nicht in das Netz dieses Hauses, in dem der Server steht. Er kann den Server also nicht prüfen und hat nichts gegen ihn zu sagen.',
  '{app} is connected to the mail server, but something on this Mac keeps Outbox Doctor out. So it cannot check the server, and has nothing to say against it.':
    '{app} ist mit dem Mailserver verbunden, aber etwas auf diesem Mac sperrt Outbox Doctor aus. Er kann den Server also nicht prüfen und hat nichts gegen ihn zu sagen.',
  '{app} is connected to {host}, port {port}': '{app} ist mit {host}, Port {port}, verbunden',
  '{app} is not running': '{app} ist nicht geöffnet',
  '{app} is open but no longer reacts, so your mail does not leave. Quitting it and opening it again usually helps; the waiting mail is kept.':
    '{app} ist geöffnet, reagiert aber nicht mehr, deshalb geht deine Mail nicht hinaus. Beenden und neu öffnen hilft meistens; die wartende Mail bleibt erhalten.',
  '{app} is set to work offline': '{app} ist auf Offline-Betrieb gestellt',
  '{app} knows none of these ways': '{app} kennt keinen dieser Wege',
  '{app} leaves what was put off in its outbox until somebody sends it':
    '{app} lässt im Postausgang, was aufgeschoben wurde, bis es jemand sendet',
  '{app} says a password without encryption only where it is allowed to':
    '{app} nennt ein Passwort ohne Verschlüsselung nur dort, wo es darf',
  '{app} shows a window and waits for you to answer it. Until then it sends nothing.':
    '{app} zeigt ein Fenster und wartet auf deine Antwort. Bis dahin wird nichts gesendet.',
  '{app} still calls {host}, port {port}, and gets no answer':
    '{app} ruft noch immer bei {host} an (Port {port}) und bekommt keine Antwort',
  '{app} tells that a message was handed over and something failed after that':
    '{app} sagt, dass eine Nachricht übergeben wurde und danach etwas schiefging',
  '{app} told of a wrong password {ago}': '{app} hat {ago} von einem falschen Passwort gesprochen',
  '{app} wants {min} at least': '{app} verlangt mindestens {min}',
  '{app} was asked twice how it is and did not answer in time':
    '{app} wurde zweimal gefragt, wie es steht, und hat nicht rechtzeitig geantwortet',
  '{bad} waiting messages have an address that is not written as an address should be':
    '{bad} wartende Nachrichten haben eine Adresse, die nicht so geschrieben ist, wie eine Adresse sein muss',
  '{count} addresses': { one: '{count} Adresse', other: '{count} Adressen' },
  '{count} large messages': { one: '{count} große Nachricht', other: '{count} große Nachrichten' },
  '{count} small messages': { one: '{count} kleine Nachricht', other: '{count} kleine Nachrichten' },
  '{days} days': '{days} Tage',
  '{floor} MB free where mail is kept; at least {least} MB are needed':
    '{floor} MB frei, wo Mail aufbewahrt wird; mindestens {least} MB sind nötig',
  '{host} accepts the connection on port {port} but says nothing':
    '{host} nimmt die Verbindung auf Port {port} an, sagt aber nichts',
  '{host} and {host2} greet in the same words': '{host} und {host2} grüßen mit denselben Worten',
  '{host} answers on port {port} in {took}': '{host} antwortet auf Port {port} in {took}',
  '{host} has hung up and {app} has not noticed': '{host} hat aufgelegt, und {app} hat es nicht gemerkt',
  '{host} is for fetching mail, by what its provider publishes':
    '{host} ist zum Abrufen von Mail da, so sagt es sein Anbieter',
  '{host} is {address} by the name servers of this network': '{host} ist für die Nameserver dieses Netzwerks {address}',
  '{host} itself may be too busy to encrypt': '{host} selbst ist vielleicht zu beschäftigt, um zu verschlüsseln',
  '{host} offered encryption before': '{host} hat früher Verschlüsselung angeboten',
  '{host} offers no way to sign in on port {port}': '{host} bietet an Port {port} keine Anmeldung an',
  '{host} offers to sign in by: {list}': '{host} bietet zur Anmeldung an: {list}',
  '{host} over IPv4: open after {took}': '{host} über IPv4: offen nach {took}',
  '{host} over IPv6: no answer within {took} ({addresses})':
    '{host} über IPv6: keine Antwort innerhalb von {took} ({addresses})',
  '{host} refused the sign-in': '{host} hat die Anmeldung abgewiesen',
  '{host} said at its greeting: {words}': '{host} hat bei der Begrüßung gesagt: {words}',
  '{host} said at signing in: {words}': '{host} hat bei der Anmeldung gesagt: {words}',
  '{host} said at {stage}: {words}': '{host} hat bei {stage} gesagt: {words}',
  '{host} takes the mail that other servers send to its provider (MX)':
    '{host} nimmt die Mail an, die andere Server seinem Anbieter schicken (MX)',
  '{host} takes the mail that others send to this address (MX)':
    '{host} nimmt die Mail an, die andere an diese Adresse schicken (MX)',
  '{host} told the mail app: {words}': '{host} hat der Mail-App gesagt: {words}',
  '{host} was found {ago}, so there is no typing error in it':
    '{host} wurde {ago} gefunden, ein Tippfehler ist es also nicht',
  '{host}, another provider, cannot be reached on port {port} from here either':
    'Ein anderer Anbieter, {host}, ist auf Port {port} von hier auch nicht zu erreichen',
  '{host}, port {port}, greets as a server for fetching mail does':
    '{host}, Port {port}, grüßt wie ein Server zum Abrufen von Mail',
  '{host}, port {port}, offers no encryption and takes passwords only':
    '{host}, Port {port}, bietet keine Verschlüsselung an und nimmt nur Passwörter',
  '{host}, port {port}, {how}': '{host}, Port {port}, {how}',
  '{host}, port {port}: a short word is answered, and one of {bytes} bytes gets no answer, twice':
    '{host}, Port {port}: Ein kurzes Wort wird beantwortet, und eines von {bytes} Byte bleibt ohne Antwort, zweimal',
  '{host}, port {port}: cut off while encryption began':
    '{host}, Port {port}: abgebrochen, als die Verschlüsselung begann',
  '{host}, port {port}: encryption (STARTTLS) is not among what the server offers':
    '{host}, Port {port}: Verschlüsselung (STARTTLS) bietet der Server nicht an',
  '{host}, port {port}: hung up before anybody could sign in':
    '{host}, Port {port}: aufgelegt, bevor sich jemand anmelden konnte',
  '{host}, port {port}: no common cipher': '{host}, Port {port}: kein gemeinsames Verschlüsselungsverfahren',
  '{host}, port {port}: no common version of TLS': '{host}, Port {port}: keine gemeinsame Version von TLS',
  '{host}, port {port}: no encryption after a long first word, twice':
    '{host}, Port {port}: zweimal keine Verschlüsselung nach einem langen ersten Wort',
  '{host}, port {port}: no encryption is offered': '{host}, Port {port}: keine Verschlüsselung angeboten',
  '{host}, port {port}: set to {named}': '{host}, Port {port}: eingestellt ist {named}',
  '{host}, port {port}: silence before anybody could sign in':
    '{host}, Port {port}: Stille, bevor sich jemand anmelden konnte',
  '{host}, port {port}: silence while encryption began': '{host}, Port {port}: Stille, als die Verschlüsselung begann',
  '{host}, port {port}: the certificate is for {names}': '{host}, Port {port}: Das Zertifikat gilt für {names}',
  '{host}, port {port}: the server encrypts with {version} at most':
    '{host}, Port {port}: Der Server verschlüsselt höchstens mit {version}',
  '{host}, port {port}: the server takes {taken}': '{host}, Port {port}: Der Server nimmt {taken}',
  '{host}: connected, then silence in TLS': '{host}: verbunden, dann Stille beim Verschlüsseln (TLS)',
  '{hours} hours': '{hours} Stunden',
  '{interfaces} has an address, but there is no way out':
    '{interfaces} hat eine Adresse, aber es gibt keinen Weg hinaus',
  '{interfaces} has no address': '{interfaces} hat keine Adresse',
  '{interface} sends packets of up to {mtu} bytes': '{interface} sendet Pakete von bis zu {mtu} Byte',
  '{length} messages are waiting': '{length} Nachrichten warten',
  '{messages} waiting (the largest {size})': 'Im Postausgang: {messages} (die größte {size})',
  '{messages} waiting, too': 'Außerdem im Postausgang: {messages}',
  '{minutes} minutes': '{minutes} Minuten',
  '{name} lets mail apps in only after they were allowed on its website':
    '{name} lässt Mail-Programme erst ein, wenn sie auf der Website erlaubt wurden',
  '{name} lists this address, by our own question': '{name} führt diese Adresse, wie unsere eigene Anfrage ergab',
  '{name} takes an app password there, made on its website, in place of your usual one.':
    '{name} verlangt dort statt deines gewohnten Passworts ein App-Passwort, das du auf der Website anlegst.',
  '{name} takes app passwords only': '{name} nimmt nur App-Passwörter an',
  '{number} waiting messages': '{number} wartenden Nachrichten',
  '{product} filters the network and could also be the one that stops it':
    '{product} filtert das Netzwerk und könnte die App ebenso gut aufhalten',
  '{provider} reports trouble with {service}': '{provider} meldet Schwierigkeiten mit {service}',
  '{provider} reports trouble with {service}: {title}': '{provider} meldet Schwierigkeiten mit {service}: {title}',
  '{server} answers in {took}': '{server} antwortet in {took}',
  '{server}, elsewhere, answers in {took}': '{server}, anderswo, antwortet in {took}',
  '{share} % of the mailbox is used ({used} of {limit})': '{share} % des Postfachs sind belegt ({used} von {limit})',
  '{shutPorts}, and this network lets nothing through there. On another network, such as your phone’s, the mail should pass.':
    '{shutPorts}, und dieses Netzwerk lässt dort nichts durch. In einem anderen Netzwerk, etwa dem deines Telefons, sollte die Mail durchkommen.',
  '“{host}” cannot be the name of a server: it has {odd}': '„{host}“ kann kein Servername sein: Er enthält {odd}',
  '{product} opens your encrypted mail on its way to the server. The mail app may refuse to send through it.':
    '{product} öffnet deine verschlüsselte Mail auf dem Weg zum Server. Die Mail-App weigert sich vielleicht, darüber zu senden.',
})
