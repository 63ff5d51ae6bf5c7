import { catalogue } from '../template.ts'

export const remedies = catalogue({
  '- {line}': '- {line}',
  'A VPN’s own program sets this anew each time it connects, and lets no other program change it.':
    'Das eigene Programm eines VPN setzt das bei jedem Verbinden neu und lässt es kein anderes Programm ändern.',
  'A certificate is a server’s proof of who it is. Below is what this one says about itself.':
    'Mit einem Zertifikat weist ein Server nach, wer er ist. Unten steht, was dieses über sich selbst sagt.',
  'A click does the same where each value is sure. This is for whoever would rather do it, or was not helped by it.':
    'Ein Klick tut dasselbe, wo jeder Wert sicher ist. Das hier ist für alle, die es lieber selbst tun oder denen er nicht geholfen hat.',
  'A click needs an administrator, and a network that lets the time through. This is for where one is missing.':
    'Ein Klick braucht einen Administrator und ein Netzwerk, das die Zeit durchlässt. Das hier ist für den Fall, dass eines fehlt.',
  'A click needs an administrator, and must be sure which connection is meant. Where it is not, you choose.':
    'Ein Klick braucht einen Administrator und muss sicher sein, welche Verbindung gemeint ist. Wo er es nicht ist, wählst du.',
  'A click takes Accessibility, and a menu in English. By hand it always works.':
    'Ein Klick braucht das Recht „Bedienungshilfen“ und ein englisches Menü. Von Hand geht es immer.',
  'A double click on a line with a red dot leads to the settings of that account.':
    'Ein Doppelklick auf eine Zeile mit rotem Punkt führt zu den Einstellungen dieses Accounts.',
  'A filter protects this Mac, and lets no other program change its rules: only you may.':
    'Ein Filter schützt diesen Mac und lässt kein anderes Programm seine Regeln ändern: Das darfst nur du.',
  'A long TLS ClientHello to {host} gets no answer': 'Ein langes TLS-ClientHello an {host} bleibt ohne Antwort',
  'A message could not be saved.': 'Eine Nachricht ließ sich nicht sichern.',
  'A message was written in the meantime, so nothing is changed. Please try again.':
    'Inzwischen wurde eine Nachricht geschrieben, also wird nichts geändert. Bitte versuch es noch einmal.',
  'A new account wants your own sign-in, in the window of your organisation.':
    'Ein neuer Account verlangt deine eigene Anmeldung, im Fenster deiner Firma oder Einrichtung.',
  'A password that you give here is tried once on each server of the account, and forgotten afterwards unless you let it be kept.':
    'Ein Passwort, das du hier gibst, wird bei jedem Server des Accounts einmal probiert und danach vergessen, wenn du es nicht behalten lässt.',
  'A port of the mail server {host} is closed': 'Ein Port des Mailservers {host} ist geschlossen',
  'A port of the mail server {host} takes nobody in': 'Ein Port des Mailservers {host} lässt niemanden ein',
  'A profile of your organisation keeps this account: only its administrator can change it.':
    'Ein Profil deiner Firma oder Einrichtung verwaltet diesen Account: Nur wer es betreut, kann ihn ändern.',
  'A program of another user or of macOS shows itself to an administrator alone.':
    'Ein Programm eines anderen Benutzers oder von macOS zeigt sich nur einem Administrator.',
  'A proxy may be somebody’s rule for this Mac. Whether it may be switched off, only you or its owner can say.':
    'Ein Proxy kann jemandes Regel für diesen Mac sein. Ob er ausgeschaltet werden darf, weißt nur du oder wer ihn eingerichtet hat.',
  'A security program interferes with mail to {host}': 'Ein Sicherheitsprogramm stört Mail an {host}',
  'Accept its terms or sign in there. Do not enter the password of your mail account.':
    'Stimme dort den Bedingungen zu oder melde dich an. Gib nicht das Passwort deines Mail-Accounts ein.',
  'Add an account, enter your address, and sign in in the window of your organisation.':
    'Füge einen Account hinzu, gib deine Adresse ein und melde dich im Fenster deiner Firma oder Einrichtung an.',
  'Add it again with your address. Its servers are found by themselves.':
    'Füge ihn mit deiner Adresse neu hinzu. Seine Server werden von selbst gefunden.',
  'Add it again. If its servers are not found by themselves, enter the values below.':
    'Füge ihn neu hinzu. Werden seine Server nicht von selbst gefunden, gib die Werte unten ein.',
  'Add the account as an Exchange account': 'Den Account als Exchange-Account hinzufügen',
  'Add the mail servers below to its exceptions, so that it leaves just these connections alone.':
    'Füge die Mailserver unten zu den Ausnahmen hinzu, damit er genau diese Verbindungen in Ruhe lässt.',
  'Add your mail app there, or the addresses below.': 'Füge dort deine Mail-App oder die Adressen unten hinzu.',
  'Add-ins are switched off in Outlook alone. It lets no other program do that.':
    'Add-Ins werden nur in Outlook selbst ausgeschaltet. Es lässt das kein anderes Programm tun.',
  'Address of the mail server': 'Adresse des Mailservers',
  'Adds a mail account with the settings that Outbox Doctor saw working. It holds no password.':
    'Fügt einen Mail-Account mit den Einstellungen hinzu, die bei der Prüfung durch Outbox Doctor funktioniert haben. Ein Passwort ist nicht darin.',
  Advanced: 'Weitere Optionen',
  'All its connections are made anew.': 'Alle Verbindungen werden neu aufgebaut.',
  'All {count} waiting messages are there again.': {
    one: 'Die wartende Nachricht ist wieder da.',
    other: 'Alle wartenden Nachrichten sind wieder da ({count}).',
  },
  'Allow Full Disk Access': 'Festplattenvollzugriff erlauben',
  'Allow mail apps on your provider’s website': 'Mail-Programme auf der Website deines Anbieters erlauben',
  'Allow mail in the filter': 'Mail im Filter erlauben',
  'Allow mail in {product}': 'Mail in {product} erlauben',
  'Allow the mail app in the firewall of macOS': 'Die Mail-App in der Firewall von macOS erlauben',
  'An Outlook add-in holds mail back': 'Ein Outlook-Add-In hält Mail zurück',
  'An account of {app} is offline.': 'Ein Account von {app} ist offline.',
  'An update closes programs and may restart this Mac, so you choose the moment.':
    'Ein Update beendet Programme und startet vielleicht den Mac neu, darum bestimmst du den Zeitpunkt.',
  'Answer the window in {app}. It may be on another desktop.':
    'Antworte dem Fenster in {app}. Vielleicht ist es auf einem anderen Schreibtisch.',
  'As soon as it has let go of the port, the checks are made again by themselves.':
    'Sobald es den Port freigegeben hat, wird von selbst wieder geprüft.',
  'As soon as it waits no longer, the checks are made again by themselves.':
    'Sobald sie nicht mehr wartet, wird von selbst wieder geprüft.',
  'As soon as this Mac is on another network, the checks are made again by themselves.':
    'Sobald dieser Mac in einem anderen Netzwerk ist, wird von selbst noch einmal geprüft.',
  'As soon as you have answered it, the checks are made again by themselves.':
    'Sobald du geantwortet hast, wird von selbst noch einmal geprüft.',
  'As soon as {name} writes its log, it is asked to send once more. Sending cannot be taken back.':
    'Sobald {name} sein Protokoll schreibt, wird es gebeten, noch einmal zu senden. Senden lässt sich nicht zurücknehmen.',
  'Ask other name servers': 'Andere Nameserver fragen',
  'Ask the name servers of this network again': 'Wieder die Nameserver dieses Netzes fragen',
  'Ask the network for its settings again': 'Das Netzwerk neu nach seinen Einstellungen fragen',
  'Ask the operator of the server whether the fingerprint below is theirs. The note from this list asks for it.':
    'Frag den Betreiber des Servers, ob der Fingerabdruck unten seiner ist. Die Notiz aus dieser Liste fragt danach.',
  'Ask the server what it has against this message': 'Den Server fragen, was er gegen diese Nachricht hat',
  'Asking what time it is.': 'Die Uhrzeit wird erfragt.',
  'Asking {app} to compare the account with its server.':
    '{app} wird gebeten, den Account mit seinem Server abzugleichen.',
  'Asking {app} to quit.': '{app} wird gebeten, sich zu beenden.',
  'Asking {app} to send.': '{app} wird gebeten zu senden.',
  'Asking {host}. This takes up to a minute.': '{host} wird gefragt. Das dauert bis zu einer Minute.',
  'Asks the network for an address and name servers anew. Connections break off for a moment. macOS wants an administrator for that.':
    'Fragt das Netzwerk neu nach einer Adresse und nach Namensservern. Verbindungen reißen für einen Augenblick ab. macOS verlangt dafür einen Administrator.',
  'Asks {app} to compare every folder of this account with its server.':
    'Bittet {app}, jeden Ordner dieses Accounts mit seinem Server abzugleichen.',
  'Asks {app} to send what waits.': 'Bittet {app}, zu senden, was wartet.',
  'At home on another day, set it back to what you noted. Tell your internet provider that IPv6 leads nowhere.':
    'Stelle es an einem anderen Tag zu Hause wieder so ein, wie du es notiert hast. Sag deinem Internetanbieter, dass IPv6 ins Leere führt.',
  'Attachments grow by a third on their way. Take some out and send them in a second message.':
    'Anhänge werden unterwegs um ein Drittel größer. Nimm einige heraus und sende sie in einer zweiten Nachricht.',
  'Bring the mail app to the front': 'Die Mail-App nach vorn holen',
  '{app} is about to file a copy by itself. With a second one it would lie there twice.':
    '{app} will gerade selbst eine Kopie ablegen. Mit einer zweiten läge sie doppelt dort.',
  'A copy that was filed can be deleted like any other message; there is no way back by itself.':
    'Eine abgelegte Kopie kannst du löschen wie jede andere Nachricht; von selbst geht nichts zurück.',
  'Do not send it again: it has left.': 'Sende sie nicht noch einmal: Sie ist hinausgegangen.',
  'Drag the message into a mailbox of this account on the server, wait a minute, and drag it back into Sent.':
    'Ziehe die Nachricht in ein Postfach dieses Accounts auf dem Server, warte eine Minute und ziehe sie zurück zu den gesendeten.',
  'File the copy by hand': 'Die Kopie von Hand ablegen',
  'File the missing copies in Sent': 'Die fehlenden Kopien bei den gesendeten ablegen',
  'No whole copy was found that could be filed.': 'Es fand sich keine vollständige Kopie, die man ablegen könnte.',
  'Nobody can sign in here.': 'Hier kann sich niemand anmelden.',
  'one of {day}, {size}': 'eine vom {day}, {size}',
  'Puts each missing copy into the folder for sent mail, as it stands in {app}. Nothing is sent.':
    'Legt jede fehlende Kopie in den Ordner für Gesendetes, so wie sie in {app} steht. Gesendet wird nichts.',
  'Signs in at {host}, and looks whether a copy is there after all. What is there is left alone.':
    'Meldet sich bei {host} an und sieht nach, ob doch schon eine Kopie da ist. Was da ist, bleibt, wie es ist.',
  'Takes from {app} what left and was not filed: {messages}.':
    'Nimmt aus {app}, was hinausging und nicht abgelegt wurde: {messages}.',
  'The server did not file the copy: {why}': 'Der Server hat die Kopie nicht abgelegt: {why}',
  'The server had the copy already, so none was added.': 'Der Server hatte die Kopie schon, also kam keine dazu.',
  'The server has no folder for sent mail.': 'Der Server hat keinen Ordner für Gesendetes.',
  'The server has the copy now.': 'Der Server hat die Kopie jetzt.',
  'The server took the copy but does not show it. Look into Sent before you try again.':
    'Der Server nahm die Kopie an, zeigt sie aber nicht. Sieh bei den gesendeten nach, bevor du es noch einmal versuchst.',
  'Without the password of the account, only the mail app can file it.':
    'Ohne das Passwort des Accounts kann nur die Mail-App sie ablegen.',
  'Bring this account in step': 'Diesen Account abgleichen',
  'Brings {app} to the front and presses the item of its menu that sends what waits.':
    'Holt {app} nach vorn und drückt den Menüpunkt, der sendet, was wartet.',
  'Brings {app} to the front, which wakes it up.': 'Holt {app} nach vorn; das weckt die App auf.',
  'Brings {app} to the front, with the window that may be asking you something.':
    'Holt {app} nach vorn, mit dem Fenster, das dich vielleicht etwas fragt.',
  'By hand, only you and the mail app see the password. Where Outbox Doctor can test it first, its field is in this list.':
    'Von Hand sehen nur du und die Mail-App das Passwort. Wo Outbox Doctor es vorher testen kann, steht das Feld dafür in dieser Liste.',
  'Change the port by hand': 'Port von Hand ändern',
  'Check the server name': 'Den Servernamen prüfen',
  'Check the time zone, too.': 'Prüfe auch die Zeitzone.',
  'Checked at {moment}': 'Geprüft: {moment}',
  'Checked with Outbox Doctor, a program on my Mac.': 'Geprüft mit Outbox Doctor, einem Programm auf meinem Mac.',
  'I cannot change it myself: macOS keeps the account as the profile has it.':
    'Ich kann das nicht selbst ändern: macOS lässt den Account so, wie das Profil ihn vorgibt.',
  'Looks for it at {host}, port {port}, in the inbox, among junk and in the archive, for five minutes, and tells how long it took.':
    'Sucht sie fünf Minuten lang bei {host}, Port {port}, in Posteingang, Werbung (Spam) und Archiv und sagt, wie lange es gedauert hat.',
  'My mail does not leave by {host}, and I cannot see why':
    'Meine Mail geht über {host} nicht hinaus, und ich sehe nicht, warum',
  'Nobody can send it here.': 'Hier kann sie niemand senden.',
  'Please correct the mail account in the profile of my Mac, and install it anew.':
    'Bitte berichtigt den Mail-Account im Profil meines Mac und installiert es neu.',
  'Please look into the log of your server: did my mail app come since then, and what was it told?':
    'Bitte sehen Sie im Protokoll Ihres Servers nach: Hat sich meine Mail-App seitdem gemeldet, und was wurde ihr geantwortet?',
  'If it never came, please tell me so, and I go on looking on my Mac.':
    'Wenn sie sich nie gemeldet hat, sagen Sie mir das bitte; dann suche ich auf meinem Mac weiter.',
  'The profile of my mail account has settings that do not work ({host})':
    'Das Profil meines Mail-Accounts hat Einstellungen, die nicht funktionieren ({host})',
  'mail from my Mac does not leave, and nothing that can be checked from here says why.':
    'von meinem Mac geht E-Mail nicht hinaus, und nichts, was sich von hier prüfen lässt, sagt, warum.',
  'Choose About This Mac in the Apple menu, click Storage, then Manage.':
    'Wähle im Apple-Menü „Über diesen Mac“, klicke auf „Festplatten“ („Storage“) und dann auf „Verwalten“.',
  'Choose Microsoft Exchange, enter your address, and sign in in the window of your organisation.':
    'Wähle „Microsoft Exchange“, gib deine Adresse ein und melde dich im Fenster deiner Firma oder Einrichtung an.',
  'Choose another sender': 'Einen anderen Absender wählen',
  'Choose another way to sign in': 'Eine andere Art der Anmeldung wählen',
  'Choose the server for sending': 'Den Server zum Senden wählen',
  'Choose the server for sending by hand': 'Den Server zum Senden von Hand wählen',
  'Choose the way to sign in by hand': 'Die Art der Anmeldung von Hand wählen',
  'Click OK and send again.': 'Klicke auf „OK“ und sende noch einmal.',
  'Click the plus button, give the new profile a name, and choose to set it as the default.':
    'Klicke auf die Plustaste, gib dem neuen Profil einen Namen und lege es als Standard fest.',
  'Click {button}, then “{page}”.': 'Klicke auf „{button}“ und dann auf „{page}“.',
  'Close the window. {next}': 'Schließe das Fenster. {next}',
  'Come back here and check again.': 'Komm hierher zurück und prüfe noch einmal.',
  'Compare the server names below with what your provider or your IT gave you.':
    'Vergleich die Servernamen unten mit dem, was dir dein Anbieter oder deine IT gegeben hat.',
  'Compare with Mail’s own check': 'Mit der Prüfung von Mail selbst vergleichen',
  'Connect the VPN': 'Das VPN verbinden',
  'Connect the mail app anew': 'Das E-Mail-Programm neu verbinden',
  'Connecting the VPN.': 'Das VPN wird verbunden.',
  'Connects the VPN “{name}”. It may ask you for a name or a password.':
    'Verbindet das VPN „{name}“. Vielleicht fragt es dich nach einem Namen oder einem Passwort.',
  'Copy its text into a new message and send that one. Delete the old one, so that nobody gets it twice.':
    'Kopier ihren Text in eine neue Nachricht und sende die. Lösch die alte, damit sie niemand zweimal bekommt.',
  'Copy the text into several new messages, each to a part of the people. Fifty at a time is rarely too many.':
    'Kopiere den Text in mehrere neue Nachrichten, jede an einen Teil der Leute. Fünfzig auf einmal sind selten zu viele.',
  'Correct the encryption by hand': 'Verschlüsselung von Hand richtigstellen',
  'Correct the encryption setting': 'Die Einstellung zur Verschlüsselung berichtigen',
  'Correct the server name': 'Den Servernamen berichtigen',
  'Correct the server name by hand': 'Den Servernamen von Hand berichtigen',
  'Delete the large one from the Outbox before you send the others, so that nobody gets it twice.':
    'Lösche die große im Postausgang, bevor du die anderen sendest, damit niemand sie doppelt bekommt.',
  Details: 'Details',
  'Disconnecting the VPN.': 'Das VPN wird getrennt.',
  'Disconnects the VPN “{name}” until you connect it again.': 'Trennt das VPN „{name}“, bis du es wieder verbindest.',
  'Do not follow links in mails that ask you to sign in: that is how passwords are stolen.':
    'Folge keinen Links in Mails, die dich auffordern, dich anzumelden: So werden Passwörter gestohlen.',
  'Do without IPv6 by hand': 'Von Hand auf IPv6 verzichten',
  'Do without IPv6 here': 'Hier auf IPv6 verzichten',
  'Empty the Trash, and move or delete large files that you no longer need. Leave the Library folder alone.':
    'Leere den Papierkorb und bewege oder lösche große Dateien, die du nicht mehr brauchst. Lass den Ordner „Library“ in Ruhe.',
  'Encrypted connections to {host} are interrupted': 'Verschlüsselte Verbindungen zu {host} werden unterbrochen',
  'Encryption for {purpose}': 'Verschlüsselung beim {purpose}',
  'Encryption for {purpose}: {from} → {to}': 'Verschlüsselung zum {purpose}: {from} → {to}',
  'Enter the password by hand': 'Das Passwort von Hand eingeben',
  'Enter the published settings by hand': 'Die veröffentlichten Einstellungen von Hand eintragen',
  'Enters {servers} as the name servers of the connection that is in use. macOS wants an administrator for that.':
    'Trägt {servers} als Nameserver der benutzten Verbindung ein. macOS verlangt dafür einen Administrator.',
  'Everything on this Mac may go through it then. Undo disconnects it again.':
    'Dann geht vielleicht alles von diesem Mac hindurch. Widerrufen trennt es wieder.',
  'Fill in the same user name and password as for receiving.':
    'Trage denselben Benutzernamen und dasselbe Passwort ein wie zum Empfangen.',
  'Find out which add-ins you have.': 'Finde heraus, welche Add-Ins du hast.',
  'Find the part that scans e-mail or encrypted connections. It may be called “Mail Shield”, “Web Shield” or “SSL scanning”.':
    'Suche den Teil, der E-Mail oder verschlüsselte Verbindungen durchsucht. Er heißt vielleicht „Mail-Schutz“ („Mail Shield“), „Web-Schutz“ („Web Shield“) oder „SSL-Scan“.',
  'Find the program in the way': 'Das Programm finden, das im Weg ist',
  'Find the program in the way by hand': 'Das störende Programm von Hand suchen',
  'Fingerprint (SHA-256)': 'Fingerabdruck (SHA-256)',
  'First restart the router: that alone often puts it right.':
    'Starte zuerst den Router neu: Das allein hilft oft schon.',
  'First sign in on the website of {provider}, to be sure of the password.':
    'Melde dich zuerst auf der Website von {provider} an, damit du sicher bist, dass das Passwort stimmt.',
  'For letters to many people again and again, a mailing list of your provider is the better way.':
    'Wenn du immer wieder an viele Leute schreibst, ist eine Mailingliste bei deinem Anbieter der bessere Weg.',
  'For receiving: {what}': 'Zum Empfangen: {what}',
  'For sending: {what}': 'Zum Senden: {what}',
  'For this, Outbox Doctor needs the password of the account. Give it first.':
    'Dafür braucht Outbox Doctor das Passwort des Accounts. Gib es zuerst an.',
  'Forget old answers about names': 'Alte Antworten über Namen vergessen',
  'From then on, whoever runs them is asked for every name, in other networks too, and sees which ones you use.':
    'Von da an wird deren Betreiber nach jedem Namen gefragt, auch in anderen Netzen, und sieht, welche du benutzt.',
  'Give Outbox Doctor the new password, too: under Accounts in its panel, or in Terminal with outbox-doctor sign-in add.':
    'Gib auch Outbox Doctor das neue Passwort: unter „Accounts“ in seinem Fenster oder im Terminal mit outbox-doctor sign-in add.',
  'Give the mail app an app password': 'Der Mail-App ein App-Passwort geben',
  'Give the mail app the right password': 'Passwort an die Mail-App geben',
  'Giving {app} the password for {purpose}.': '{app} bekommt das Passwort für {purpose}.',
  'Go to your provider’s website': 'Auf die Website deines Anbieters gehen',
  'Have the password at hand, then remove the account.': 'Halte das Passwort bereit und entferne dann den Account.',
  'Hello,': 'Guten Tag,',
  'How large the packets are now cannot be seen, so it is left as it is.':
    'Wie groß die Pakete jetzt sind, ist nicht zu sehen, also bleibt alles, wie es ist.',
  'How this is set now could not be read for certain, so it is left as it is.':
    'Was hier jetzt eingestellt ist, ließ sich nicht sicher lesen, also bleibt alles, wie es ist.',
  'IPv6 is entered by hand: {address}': 'IPv6 ist von Hand eingetragen: {address}',
  'IPv6 is off already.': 'IPv6 ist schon aus.',
  'IPv6 is off.': 'IPv6 ist aus.',
  'IPv6 is set automatically.': 'IPv6 wird automatisch eingestellt.',
  'IPv6 on my line leads nowhere (seen with {host})': 'IPv6 führt an meinem Anschluss ins Leere (gesehen bei {host})',
  'IPv6 was not changed.': 'IPv6 wurde nicht geändert.',
  'If a rule blocks {app}, remove it, or change it so that {app} may connect to the servers below.':
    'Wenn eine Regel {app} blockiert, entferne die Regel, oder ändere sie so, dass {app} sich mit den Servern unten verbinden darf.',
  'If everything is up to date already, it is the server that is too old: send its operator the note from this list.':
    'Ist schon alles auf dem neuesten Stand, ist der Server zu alt: Schick seinem Betreiber die Notiz aus dieser Liste.',
  'If it belongs to a program on this Mac, starting that program again may be all that is missing.':
    'Gehört er zu einem Programm auf diesem Mac, genügt es vielleicht schon, dieses Programm wieder zu starten.',
  'If it belongs to your organisation, ask its IT before you do that.':
    'Gehört es deiner Firma oder Einrichtung, frag deren IT, bevor du das tust.',
  'If it belongs to your organisation, only its IT can change that: send them the note from this list.':
    'Gehört das Programm deiner Firma oder Einrichtung, kann nur deren IT das ändern: Schick ihr die Notiz aus dieser Liste.',
  'If it has, or is missing, get a new one from whoever gave it to you, usually your organisation’s IT.':
    'Wenn ja, oder wenn es fehlt, lass dir ein neues geben, von der Stelle, die es dir gegeben hat; meist ist das die IT deiner Firma oder Einrichtung.',
  'If it is at work, please check whether connections from my network reach it.':
    'Wenn er in Betrieb ist, prüfen Sie bitte, ob Verbindungen aus meinem Netz bei ihm ankommen.',
  'If it is connected and still does not work, switch the router off, wait ten seconds, and switch it on again.':
    'Ist alles verbunden und es geht trotzdem nicht, schalte den Router aus, warte zehn Sekunden und schalte ihn wieder ein.',
  'If it is empty, all has left.': 'Ist er leer, ist alles hinausgegangen.',
  'If it is not in the list, check once more: macOS asks when Outbox Doctor first calls a machine in this house.':
    'Steht er nicht in der Liste, prüfe noch einmal: macOS fragt, wenn Outbox Doctor zum ersten Mal ein Gerät in diesem Haus anspricht.',
  'If it is refused there, too, choose a new one there before you go on.':
    'Wird es auch dort abgelehnt, wähle dort ein neues, bevor du weitermachst.',
  'If it need not be signed, {unsigned} Never do without encryption where you wanted it.':
    'Wenn sie nicht signiert sein muss, {unsigned} Verzichte nie auf Verschlüsselung, wo du sie haben wolltest.',
  'If no such page comes, switch Wi-Fi off and on again, and try once more.':
    'Kommt keine solche Seite, schalte das WLAN aus und wieder ein und versuche es noch einmal.',
  'If not, add the account once more and choose {provider} by name, not “Other” or “IMAP”.':
    'Wenn nicht, füge den Account noch einmal hinzu und wähle dabei den Namen von {provider}, nicht „Anderer“ oder „IMAP“.',
  'If something waits there, come back here and check the way of the mail.':
    'Wartet dort etwas, dann komm hierher zurück und prüfe den Weg der Mail.',
  'If that does not help, installing macOS again over itself repairs Mail. Your files and mail stay; make a backup first.':
    'Hilft das nicht: Wird macOS noch einmal über sich selbst installiert, repariert das Mail. Deine Dateien und deine Mail bleiben; mach vorher ein Backup.',
  'If that is not possible, please tell me which port for sending mail is open on your network.':
    'Wenn das nicht möglich ist, sagen Sie mir bitte, welcher Port zum Senden von Mail in Ihrem Netz offen ist.',
  'If the VPN belongs to your organisation, ask its IT instead.':
    'Gehört das VPN deiner Firma oder Einrichtung, frag stattdessen deren IT.',
  'If the VPN belongs to your organisation, tell its IT that large packets get lost in it.':
    'Gehört das VPN deiner Firma oder Einrichtung, sag deren IT, dass darin große Pakete verloren gehen.',
  'If the account asks you to sign in again, do it. A window of your provider opens for that.':
    'Wenn du bei dem Account gebeten wirst, dich neu anzumelden, tu es. Dafür öffnet sich ein Fenster deines Anbieters.',
  'If the certificate is meant to be as it is, please tell me its fingerprint by another way than mail.':
    'Wenn das Zertifikat so sein soll, wie es ist, nennen Sie mir bitte seinen Fingerabdruck auf einem anderen Weg als per Mail.',
  'If the message cannot be changed, copy its text into a new one, and delete the old one when that has left.':
    'Lässt sich die Nachricht nicht ändern, kopiere ihren Text in eine neue und lösche die alte, wenn die neue hinaus ist.',
  'If the right one is missing there, add it with the values below; your provider publishes them.':
    'Fehlt dort der richtige, füge ihn mit den Werten unten hinzu; dein Anbieter nennt sie öffentlich.',
  'If the right one is missing there, add it with the values that your provider gives on its help pages.':
    'Fehlt dort der richtige, füge ihn mit den Werten hinzu, die dein Anbieter auf seinen Hilfeseiten nennt.',
  'If the website shows a password for mail apps, enter that one in the mail app, for receiving and for sending. If not, leave the password as it is.':
    'Zeigt die Website ein Passwort für Mail-Programme, dann gib dieses im Mail-Programm ein, zum Empfangen und zum Senden. Wenn nicht, lass das Passwort, wie es ist.',
  'If there is no such place, somebody who knows the Terminal can use the commands below. They hold until the next restart.':
    'Gibt es das dort nicht, kann jemand, der sich mit dem Terminal auskennt, die Befehle unten benutzen. Sie gelten bis zum nächsten Neustart.',
  'If there is no such place, somebody who knows the Terminal can use the commands below. They hold until you reconnect.':
    'Gibt es sie dort nicht, kann jemand, der sich mit dem Terminal auskennt, die Befehle unten benutzen. Sie gelten, bis du das VPN neu verbindest.',
  'If there is none, add {app} to its exceptions or allowed programs.':
    'Gibt es keine solche Regel, füge {app} zu den Ausnahmen oder den erlaubten Programmen hinzu.',
  'If you do not know the new name, ask your provider before you use it: a stranger could be in its place.':
    'Wenn du den neuen Namen nicht kennst, frag deinen Anbieter, bevor du ihn verwendest: An seiner Stelle könnte ein Fremder stehen.',
  'If you need both, give the bridge another port in its own settings, and the same port to the mail app.':
    'Wenn du beide brauchst, gib der Brücke in ihren eigenen Einstellungen einen anderen Port, und der Mail-App denselben.',
  'If you need it for other things, add the names below to the list of hosts that go past it.':
    'Wenn du ihn für anderes brauchst, füge die Namen unten zu der Liste der Adressen hinzu, für die er nicht benutzt wird.',
  'If you tick “Log Connection Activity”, untick it afterwards: that log grows large and holds your mail.':
    'Wenn du „Verbindungsaktivität protokollieren“ ankreuzt, nimm das Häkchen danach wieder weg: Dieses Protokoll wird groß und enthält deine Mail.',
  'If you would rather not: on its page of permissions, let macOS ask you whether it may ask {app}.':
    'Wenn du das lieber nicht willst: Lass dich auf der Seite mit den Rechten von macOS fragen, ob Outbox Doctor {app} fragen darf.',
  'If your mail app asks whether to go on all the same, click Cancel: nobody can tell who would read along.':
    'Wenn deine Mail-App fragt, ob es trotzdem weitergehen soll, klicke auf „Abbrechen“: Niemand kann sagen, wer dann mitliest.',
  'If your organisation installed it, its IT must put it right: send them the note from this list.':
    'Hat deine Firma oder Einrichtung es installiert, muss deren IT es in Ordnung bringen: Schick ihr die Notiz aus dieser Liste.',
  'In the From line, choose the address that belongs to an account of this Mac.':
    'Wähle in der Zeile „Von“ die Adresse, die zu einem Account auf diesem Mac gehört.',
  'In the VPN’s own settings, look for a packet size, often called “MTU”, and set it to {size}.':
    'Suche in den Einstellungen des VPN selbst nach einer Paketgröße, oft „MTU“ genannt, und stelle sie auf {size}.',
  'In the VPN’s own settings, look for “split tunnelling”, “exceptions” or “excluded apps”.':
    'Suche in den Einstellungen des VPN selbst nach „Split-Tunneling“, „Ausnahmen“ oder „Ausgeschlossene Apps“.',
  'In whose name a message goes is for you to decide. Outbox Doctor never changes one.':
    'In wessen Namen eine Nachricht geht, entscheidest du. Outbox Doctor ändert nie eine.',
  'In {app}, for {account}.': 'In {app}, für {account}.',
  'In {app}, {what} could not be set.': 'In {app} ließ sich {what} nicht einstellen.',
  'In {app}, this account sends by {now} now. Undoing is about {was}, so nothing was changed.':
    'In {app} sendet dieser Account jetzt über {now}. Rückgängig gemacht wird etwas an {was}, also wurde nichts geändert.',
  'In {app}, {what} is {now} now: somebody else has set that since.':
    'In {app} ist {what} jetzt {now}: Das hat seither jemand anders eingestellt.',
  'Install the mail app again': 'Die Mail-App neu installieren',
  'Is it a server of your work or school? Connect to its VPN first, then check again.':
    'Ist es ein Server deiner Arbeit oder Schule? Verbinde erst deren VPN und prüf dann noch einmal.',
  'It allows the mail app.': 'Sie erlaubt die Mail-App.',
  'It blocks the mail app.': 'Sie blockiert die Mail-App.',
  'It cannot be seen whether mail has left since. It could be sent twice, so the old index stays in {folder}':
    'Es lässt sich nicht sehen, ob inzwischen Nachrichten weg sind. Sie könnten zweimal gesendet werden, also bleibt der alte Index in {folder}',
  'It cannot be told for certain which network connection of this Mac this is about, so it is left as it is.':
    'Es lässt sich nicht sicher sagen, um welche Netzwerkverbindung dieses Mac es geht, also bleibt alles, wie es ist.',
  'It does not list the mail app.': 'Die Mail-App steht nicht in ihrer Liste.',
  'It fetches the mail of this one mailbox anew. Leave the app open until the list is whole again.':
    'Die E-Mails dieses einen Postfachs werden neu geholt. Lassen Sie das Programm offen, bis die Liste wieder vollständig ist.',
  'It filters only what comes in.': 'Sie filtert nur, was hereinkommt.',
  'It holds no password; macOS asks for it. It adds a new account and repairs no old one, cannot be changed in Mail, and does not know the sign-in window of a provider. To remove it: System Settings > General > Device Management. With POP, mail already fetched stays in the old account.':
    'Darin steht kein Passwort; macOS fragt danach. Die Datei fügt einen neuen Account hinzu und repariert keinen alten. Der neue lässt sich in Mail nicht ändern, und das Anmeldefenster eines Anbieters kennt die Datei nicht. So entfernst du ihn: Systemeinstellungen > Allgemein > Geräteverwaltung. Bei POP bleibt Mail, die schon abgeholt ist, im alten Account.',
  'It is for': 'Es gilt für',
  'It is not a property list.': 'Es ist keine Property-Liste.',
  'It is not known by which server this account sends.':
    'Es ist nicht bekannt, über welchen Server dieser Account sendet.',
  'It is not known which mail app this account belongs to.':
    'Es ist nicht bekannt, zu welcher Mail-App dieser Account gehört.',
  'It is not there.': 'Es ist nicht da.',
  'It is still open.': 'Die App ist noch geöffnet.',
  'It is tried first without your password. Each value is read back, and what does not stay is put back.':
    'Zuerst wird es ohne dein Passwort ausprobiert. Jeder Wert wird nachgelesen, und was nicht bleibt, wird zurückgestellt.',
  'It is your account with your provider: only you can sign in there.':
    'Es ist dein Konto bei deinem Anbieter: Nur du kannst dich dort anmelden.',
  'It may ask you to sign in. It stays open until you quit it.':
    'Vielleicht bittet sie dich, dich anzumelden. Sie bleibt offen, bis du sie beendest.',
  'Join another Wi-Fi, or the hotspot of a phone, within the next 30 minutes.':
    'Verbinde dich in den nächsten 30 Minuten mit einem anderen WLAN oder dem Hotspot eines Telefons.',
  'Keeping the newer preferences.': 'Die neueren Einstellungen werden aufgehoben.',
  'Keeping the old preferences.': 'Die alten Einstellungen werden aufgehoben.',
  'Keeps the old preferences in a new folder of Outbox Doctor, and reads them back: /usr/bin/defaults export {bundle}':
    'Hebt die alten Einstellungen in einem neuen Ordner von Outbox Doctor auf und liest sie zur Probe: /usr/bin/defaults export {bundle}',
  'Large packets to {host} get lost': 'Große Pakete an {host} gehen verloren',
  'Largest message that the server takes': 'Größte Nachricht, die der Server annimmt',
  'Leave the program itself on: it protects this Mac.':
    'Lass das Programm selbst eingeschaltet: Es schützt diesen Mac.',
  'Leave your normal password as it is. {next}': 'Lass dein normales Passwort, wie es ist. {next}',
  'Let Mail build its index anew': 'Mail den Index neu aufbauen lassen',
  'Let Mail write down what the server says': 'Mail aufschreiben lassen, was der Server sagt',
  'Let Outbox Doctor look': 'Outbox Doctor nachsehen lassen',
  'Let mail go around the VPN': 'Mail um das VPN herumleiten',
  'Let mail go past the proxy': 'Mail am Proxy vorbeileiten',
  'Let mail go past the proxy by hand': 'Mail von Hand am Proxy vorbeileiten',
  'Let the mail app send what waits': 'Die Mail-App senden lassen, was wartet',
  'Lets connections in to the mail app. macOS wants an administrator for that.':
    'Lässt Verbindungen zur Mail-App herein. macOS verlangt dafür einen Administrator.',
  'Lets connections to {hosts} go past the proxy. For everything else it stays as it is. macOS wants an administrator for that.':
    'Lässt Verbindungen zu {hosts} am Proxy vorbei. Für alles andere bleibt er, wie er ist. macOS verlangt dafür einen Administrator.',
  'Look after the add-in': 'Nach dem Add-In sehen',
  'Look at Mail’s privacy setting': 'Die Datenschutz-Einstellung von Mail ansehen',
  'Look at each address in To, Cc and Bcc: a letter too few, a comma for a dot, a space.':
    'Sieh dir jede Adresse in „An“, „Kopie“ und „Blindkopie“ an: ein Buchstabe zu wenig, ein Komma statt eines Punkts, ein Leerzeichen.',
  'Look at what it blocked lately. Is {app} among it, or the servers below?':
    'Sieh nach, was das Programm zuletzt blockiert hat. Ist {app} darunter oder einer der Server unten?',
  'Look for a list of allowed internet addresses or countries. Add where you are now, or switch the list off.':
    'Suche dort eine Liste erlaubter Internetadressen oder Länder. Trage ein, wo du jetzt bist, oder schalte die Liste ab.',
  'Look for a message about your account, and confirm there that it is you.':
    'Suche eine Mitteilung zu deinem Account und bestätige dort, dass du es bist.',
  'Look for “app password”, and make one for mail. Some providers first want sign-in in two steps switched on.':
    'Suche „App-Passwort“ und lege eins für Mail an. Bei manchen Anbietern muss vorher die Anmeldung in zwei Schritten eingeschaltet sein.',
  'Look into the filter': 'In den Filter sehen',
  'Look into the outbox yourself': 'Selbst in den Postausgang sehen',
  'Look into {product}': 'In {product} nachsehen',
  'Look under “On My Computer”: what lies only there stays in the older Outlook.':
    'Sieh unter „Auf meinem Computer“ nach: Was nur dort liegt, bleibt im älteren Outlook.',
  'Look whether it has left already': 'Nachsehen, ob die Mail schon hinaus ist',
  'Looks in the Sent mailbox of {app} for copies of what waits: same subject, recipients and time.':
    'Sucht im Postfach „Gesendet“ von {app} nach Kopien von dem, was wartet: mit gleichem Betreff, gleichen Empfängern und gleicher Zeit.',
  'Made by': 'Ausgestellt von',
  'Mail account': 'Mail-Account',
  'Mail account on {host}': 'Mail-Account bei {host}',
  'Mail has been waiting since {moment}.': 'Mail wartet seit {moment}.',
  'Mail has left.': 'Mail ist hinausgegangen.',
  'Mail has made no new index that could be read.': 'Mail hat keinen neuen Index angelegt, der zu lesen wäre.',
  'Mail has no index in its old place.': 'Mail hat am alten Ort keinen Index mehr.',
  'Mail has written into a newer index.': 'Mail hat in einen neueren Index geschrieben.',
  'Mail is a part of macOS. Open {pane}, and install what it finds.':
    'Mail ist ein Teil von macOS. Öffne „{pane}“ und installiere, was dort gefunden wird.',
  'Mail is blocked on your network': 'Mail ist in Ihrem Netz gesperrt',
  'Mail server': 'Mailserver',
  'Mail server and port': 'Mailserver und Port',
  'Mail shows the result of its own check in its own window alone.':
    'Mail zeigt das Ergebnis seiner eigenen Prüfung nur in seinem eigenen Fenster.',
  'Mail that I hand in signed in should not be judged by the address of my home network.':
    'Mail, die ich angemeldet einliefere, sollte nicht nach der Adresse meines Heimnetzes beurteilt werden.',
  'Mail then reads all its messages anew, which takes minutes to hours. Marks that were never on a server may be lost. If any step does not work, the old index is put back.':
    'Mail liest dann alle Nachrichten neu ein; das dauert Minuten bis Stunden. Markierungen, die nie auf einem Server waren, können verloren gehen. Klappt ein Schritt nicht, wird der alte Index zurückgelegt.',
  'Make a backup of this Mac first.': 'Mach zuerst ein Backup von diesem Mac.',
  'Make a new Outlook profile': 'Ein neues Outlook-Profil anlegen',
  'Make a new folder for each year, and move the older sent messages there, a thousand at a time.':
    'Lege für jedes Jahr einen neuen Ordner an und bewege die älteren gesendeten Nachrichten dorthin, jeweils tausend auf einmal.',
  'Make an app password, and enter it by hand': 'Ein App-Passwort anlegen und von Hand eingeben',
  'Make room for at least two gigabytes. Mail needs some of it while it sends.':
    'Schaffe Platz für mindestens zwei Gigabyte. Mail braucht etwas davon beim Senden.',
  'Make room in the mailbox': 'Platz im Postfach schaffen',
  'Make room on the disk': 'Platz auf der Festplatte schaffen',
  'Make the message smaller': 'Die Nachricht kleiner machen',
  'Makes the packets that leave through {name} smaller, until the next connection or restart. macOS wants an administrator for that.':
    'Macht die Pakete kleiner, die über {name} hinausgehen, bis zur nächsten Verbindung oder zum nächsten Neustart. macOS verlangt dafür einen Administrator.',
  'Makes this Mac forget the addresses it has looked up, so that it asks anew. macOS wants an administrator for that.':
    'Lässt diesen Mac die Adressen vergessen, die er nachgeschlagen hat, damit er neu fragt. macOS verlangt dafür einen Administrator.',
  'Messages in the Sent folder': 'Nachrichten in „Gesendet“',
  'Moves these files into a new folder of Outbox Doctor, with a list of their sizes and checksums:':
    'Bewegt diese Dateien in einen neuen Ordner von Outbox Doctor, mit einer Liste ihrer Größen und Prüfsummen:',
  'Moving the old index aside.': 'Der alte Index wird zur Seite gelegt.',
  'My account at {host} cannot send': 'Mein Account bei {host} kann nicht senden',
  'My mail app and {host} share no way to sign in':
    'Meine Mail-App und {host} haben keine gemeinsame Art der Anmeldung',
  'My mail is refused by {host} because of a blocklist': 'Meine Mail wird von {host} wegen einer Sperrliste abgelehnt',
  'Name servers entered by hand: {servers}': 'Von Hand eingetragene Nameserver: {servers}',
  'Name servers have been entered by hand in the meantime.': 'Inzwischen wurden Nameserver von Hand eingetragen.',
  'No VPN that macOS could disconnect is connected any more.':
    'Es ist kein VPN mehr verbunden, das macOS trennen könnte.',
  'No current encryption is offered by {host}': '{host} bietet keine zeitgemäße Verschlüsselung an',
  'No hosts go past the proxy.': 'Kein Host geht am Proxy vorbei.',
  'No log was written within ten minutes.': 'In zehn Minuten wurde kein Protokoll geschrieben.',
  'No mail bridge is known that could be started.': 'Es ist keine Mail-Bridge bekannt, die sich starten ließe.',
  'No name servers are entered by hand any more.': 'Es sind keine Nameserver mehr von Hand eingetragen.',
  'No other program can ask for that.': 'Darum kann kein anderes Programm bitten.',
  'No text, no subject and no attachment is sent, and nobody gets a message from it.':
    'Kein Text, kein Betreff und kein Anhang wird gesendet, und niemand bekommt dadurch eine Nachricht.',
  'Nobody can be asked from here.': 'Von hier aus kann niemand gefragt werden.',
  'Nobody can look from here.': 'Von hier aus kann niemand nachsehen.',
  'Nobody vouches that {host} belongs to your provider, so your password is not sent there.':
    'Niemand bürgt dafür, dass {host} zu deinem Anbieter gehört, also geht dein Passwort nicht dorthin.',
  'Nobody would sign in at {host} any more.': 'Bei {host} würde sich niemand mehr anmelden.',
  'Note what stands beside “Configure IPv6”, then choose “Link-Local Only”.':
    'Notiere, was neben „IPv6 konfigurieren“ steht, und wähle dann „Nur Link-Local“.',
  'Nothing is seen to wait, so the next mail shows whether {app} kept the password.':
    'Es ist nicht zu sehen, dass etwas wartet. Die nächste Mail zeigt, ob {app} das Passwort behalten hat.',
  'Nothing waits any more.': 'Es wartet nichts mehr.',
  'Nothing was waiting.': 'Es hat nichts gewartet.',
  'Old addresses come back by themselves while you type. Delete the wrong one and type it anew.':
    'Alte Adressen erscheinen beim Tippen von selbst wieder. Lösche die falsche und tippe sie neu.',
  'On a plane, do it when the crew allows it. Undo switches it off again.':
    'Im Flugzeug erst, wenn die Crew es erlaubt. Widerrufen schaltet es wieder aus.',
  'Once the new one sends and receives, the old one may go. Mail that lies only on this Mac would go with it.':
    'Sobald der neue sendet und empfängt, darf der alte weg. Mail, die nur auf diesem Mac liegt, wäre dann auch weg.',
  'Only Outlook’s own tool makes profiles, and no other program can work it.':
    'Profile legt nur Outlooks eigenes Werkzeug an, und kein anderes Programm kann es bedienen.',
  'Only if it is accepted, {app} is given it, for {account}.':
    'Nur wenn es angenommen wird, bekommt {app} es, für {account}.',
  'Only if nothing else helps: the file below sets the account up anew, beside the old one.':
    'Nur wenn nichts anderes hilft: Die Datei unten richtet den Account neu ein, neben dem alten.',
  'Only that answer is kept, with every address taken out. The log is neither copied nor sent anywhere.':
    'Nur diese Antwort wird behalten, ohne jede Adresse darin. Das Protokoll wird weder kopiert noch irgendwohin gesendet.',
  'Only the owner of the mailbox can turn this switch, on the provider’s website.':
    'Diesen Schalter kann nur der Besitzer des Postfachs umlegen, auf der Website des Anbieters.',
  'Only you can accept the terms of this network, or sign in to it.':
    'Nur du kannst den Bedingungen dieses Netzwerks zustimmen oder dich dort anmelden.',
  'Only you can give this permission: macOS lets no program take it.':
    'Nur du kannst das erlauben: macOS lässt es sich kein Programm nehmen.',
  'Only you can sign in at your provider to make one.':
    'Nur du kannst dich bei deinem Anbieter anmelden, um eines anzulegen.',
  'Only you know what may be left out. Outbox Doctor never changes a message.':
    'Was wegbleiben darf, weißt nur du. Outbox Doctor ändert nie eine Nachricht.',
  'Only you know which address is right. Outbox Doctor never changes a message.':
    'Welche Adresse stimmt, weißt nur du. Outbox Doctor ändert nie eine Nachricht.',
  'Open Mail and choose Window > Connection Doctor in the menu bar.':
    'Öffne Mail und wähle in der Menüleiste „Fenster > Verbindung prüfen“.',
  'Open Mail, choose Mail > {settings} in the menu bar, and click Privacy.':
    'Öffne Mail, wähle in der Menüleiste „Mail > {settings}“ und klicke auf „Datenschutz“.',
  'Open Outlook Profile Manager': 'Outlook Profile Manager öffnen',
  'Open Outlook Profile Manager. If it cannot be opened from here, Control-click Outlook in Applications > Show Package Contents.':
    'Öffne den „Outlook Profile Manager“. Geht das nicht von hier aus, klicke im Ordner „Programme“ mit gedrückter ctrl-Taste auf Outlook und wähle „Paketinhalt zeigen“.',
  'Open Outlook and add the account. Mail on the server comes back by itself.':
    'Öffne Outlook und füge den Account hinzu. Mail, die auf dem Server liegt, kommt von selbst wieder.',
  'Open Outlook, click the Outlook menu in the menu bar, and choose “New Outlook”.':
    'Öffne Outlook, klicke in der Menüleiste auf das Menü „Outlook“ und wähle „Neues Outlook“.',
  'Open Outlook, write a new message, and click “Get Add-ins” or the Apps button, then “My add-ins”.':
    'Öffne Outlook, schreibe eine neue Nachricht und klicke auf „Add-Ins abrufen“ oder die Taste „Apps“, dann auf „Meine Add-Ins“.',
  'Open both. Only where they are the same to the last line, move one of them to the trash.':
    'Öffnen Sie beide. Nur wenn sie bis zur letzten Zeile gleich sind, legen Sie eine davon in den Papierkorb.',
  'Open its list of rules and look for {app}.': 'Öffne seine Liste der Regeln und suche darin {app}.',
  'Open the Terminal and enter a command below. It shows which program listens in the bridge’s place.':
    'Öffne das Terminal und gib einen Befehl von unten ein. Er zeigt, welches Programm sich an den Platz der Brücke gesetzt hat.',
  'Open the app Keychain Access and look under My Certificates for the one with your mail address. Has it run out?':
    'Öffne die App „Schlüsselbundverwaltung“ und suche unter „Meine Zertifikate“ das mit deiner Mailadresse. Ist es abgelaufen?',
  'Open the help page of {name}': 'Hilfeseite von {name} öffnen',
  'Open the mail app': 'Die Mail-App öffnen',
  'Open the message': 'Die Nachricht öffnen',
  'Open the message by hand': 'Die Nachricht von Hand öffnen',
  'Open the network settings': 'Die Netzwerkeinstellungen öffnen',
  'Open the page below in your browser. The network puts its own sign-in page in its place.':
    'Öffne die Seite unten in deinem Browser. Das Netzwerk zeigt an ihrer Stelle seine eigene Anmeldeseite.',
  'Open the page for app passwords': 'Die Seite für App-Passwörter öffnen',
  'Open the settings of the mailbox, look for POP, IMAP, SMTP or “mail programs”, and switch the access on.':
    'Öffne die Einstellungen des Postfachs, suche POP, IMAP, SMTP oder „Mail-Programme“ und schalte den Zugriff ein.',
  'Open the sign-in page': 'Die Anmeldeseite öffnen',
  'Open the sign-in page of this network': 'Die Anmeldeseite dieses Netzwerks öffnen',
  'Open {app}': '{app} öffnen',
  'Open {app}, and click its Outbox. Is something in it that should have left?':
    'Öffne {app} und klick auf den Postausgang. Liegt dort etwas, das schon weg sein sollte?',
  'Open {app}, and look for “Offline” in its File menu or in the lower left corner of its window.':
    'Öffne {app} und such „Offline“ im Menü „Datei“ oder unten links im Fenster.',
  'Open {app}, and the mailbox of sent messages.':
    'Öffnen Sie {app} und darin das Postfach mit den gesendeten Nachrichten.',
  'Open {pane}, and click the connection that is in use.':
    'Öffne „{pane}“ und klicke auf die Verbindung, die gerade benutzt wird.',
  'Open {pane}, and install what it finds.': 'Öffne „{pane}“ und installiere, was dort gefunden wird.',
  'Open {pane}.': 'Öffne „{pane}“.',
  'Open {settings} > Internet Accounts and click the account.':
    'Öffne „{settings} > Internetaccounts“ und klicke auf den Account.',
  'Open {settings} and click Internet Accounts. Click the account there.':
    'Öffne die {settings} und klicke auf „Internetaccounts“. Klicke dort auf den Account.',
  'Open {settings}, click Internet Accounts, then Add Account.':
    'Öffne die {settings}, klicke auf „Internetaccounts“ und dann auf „Account hinzufügen“.',
  'Open “{name}” from the menu bar or the Applications folder, and disconnect it.':
    'Öffne „{name}“ in der Menüleiste oder im Ordner „Programme“ und trenne die Verbindung.',
  'Open “{name}” from the menu bar or the Applications folder.':
    'Öffne „{name}“ in der Menüleiste oder im Ordner „Programme“.',
  'Opening the message in {app}.': 'Die Nachricht wird in {app} geöffnet.',
  'Opening {app}.': '{app} wird geöffnet.',
  'Opens the message in {app}. Nothing in it is changed and nothing is sent.':
    'Öffnet die Nachricht in {app}. Nichts daran wird geändert und nichts gesendet.',
  'Opens {app} in the background.': 'Öffnet {app} im Hintergrund.',
  'Opens {name}, where you do the first step yourself:': 'Öffnet {name}, wo du den ersten Schritt selbst machst:',
  'Outbox Doctor deletes and moves no mail: only you know what may go.':
    'Outbox Doctor löscht und verschiebt keine Mail: Was gehen darf, weißt nur du.',
  'Outbox Doctor deletes no mail.': 'Outbox Doctor löscht keine E-Mails.',
  'Outbox Doctor deletes nothing: only you know what you no longer need.':
    'Outbox Doctor löscht nichts: Was du nicht mehr brauchst, weißt nur du.',
  'Outbox Doctor installs no programs: what runs on this Mac comes from its maker, by your own choice.':
    'Outbox Doctor installiert keine Programme: Was auf diesem Mac läuft, kommt vom Hersteller und durch deine eigene Wahl.',
  'Outbox Doctor may not control {app}: Privacy & Security, Automation.':
    'Outbox Doctor darf {app} nicht steuern: Datenschutz & Sicherheit, Automation.',
  'Outbox Doctor must be allowed to ask Mail to quit.': 'Outbox Doctor muss Mail bitten dürfen, sich zu beenden.',
  'Outbox Doctor must be allowed to ask Outlook to quit.': 'Outbox Doctor muss Outlook bitten dürfen, sich zu beenden.',
  'Outbox Doctor must be allowed to control Mail, to change the settings of the account.':
    'Outbox Doctor muss Mail steuern dürfen, um die Einstellungen des Accounts zu ändern.',
  'Outbox Doctor must be allowed to control Outlook, to change the settings of the account.':
    'Outbox Doctor muss Outlook steuern dürfen, um die Einstellungen des Accounts zu ändern.',
  'Outbox Doctor must be allowed to control {app}, to ask it for that.':
    'Outbox Doctor muss {app} steuern dürfen, um es darum zu bitten.',
  'Outbox Doctor must be allowed to control {app}, to ask it to quit.':
    'Outbox Doctor muss {app} steuern dürfen, um die App zu beenden.',
  'Outbox Doctor must be allowed to control {app}, to ask it to send.':
    'Outbox Doctor muss {app} steuern dürfen, um die App um das Senden zu bitten.',
  'Outbox Doctor must be allowed to control {app}, to open the message there.':
    'Outbox Doctor muss {app} steuern dürfen, um die Nachricht dort zu öffnen.',
  'Outbox Doctor needs Full Disk Access to read the log of your mail app.':
    'Outbox Doctor braucht Festplattenvollzugriff, um das Protokoll deiner Mail-App zu lesen.',
  'Outbox Doctor only reads there. It never writes to your mail, and sends nothing about it to anybody.':
    'Outbox Doctor liest dort nur. Er schreibt nie in deine Mail und schickt niemandem etwas darüber.',
  'Outbox Doctor wants to allow {app} in the firewall of this Mac.':
    'Outbox Doctor möchte {app} in der Firewall dieses Mac erlauben.',
  'Outbox Doctor wants to ask the network for its settings again.':
    'Outbox Doctor möchte das Netzwerk neu nach seinen Einstellungen fragen.',
  'Outbox Doctor wants to block {app} in the firewall of this Mac again, as before.':
    'Outbox Doctor möchte {app} in der Firewall dieses Mac wieder blockieren, wie vorher.',
  'Outbox Doctor wants to change how large the packets of a network connection are.':
    'Outbox Doctor möchte ändern, wie groß die Pakete einer Netzwerkverbindung sind.',
  'Outbox Doctor wants to change which name servers this Mac asks.':
    'Outbox Doctor möchte ändern, welche Nameserver dieser Mac fragt.',
  'Outbox Doctor wants to clear the list of addresses that this Mac has looked up.':
    'Outbox Doctor möchte die Liste der Adressen leeren, die dieser Mac nachgeschlagen hat.',
  'Outbox Doctor wants to let mail go past a proxy that does not answer.':
    'Outbox Doctor möchte Mail an einem Proxy vorbeileiten, der nicht antwortet.',
  'Outbox Doctor wants to put back which name servers this Mac asks.':
    'Outbox Doctor möchte zurücksetzen, welche Nameserver dieser Mac fragt.',
  'Outbox Doctor wants to set IPv6 of a network connection of this Mac back as it was.':
    'Outbox Doctor möchte IPv6 einer Netzwerkverbindung dieses Mac wieder so einstellen, wie es war.',
  'Outbox Doctor wants to set the clock of this Mac by the network.':
    'Outbox Doctor möchte die Uhr dieses Mac nach dem Netz stellen.',
  'Outbox Doctor wants to switch IPv6 off for a network connection of this Mac.':
    'Outbox Doctor möchte IPv6 für eine Netzwerkverbindung dieses Mac ausschalten.',
  'Outbox Doctor wants to take the mail servers out of the list of hosts that go past the proxy.':
    'Outbox Doctor möchte die Mailserver aus der Liste der Hosts nehmen, die am Proxy vorbeigehen.',
  'Outbox Doctor writes nothing into an account that somebody else keeps: it would be changed back.':
    'Outbox Doctor schreibt nichts in einen Account, den jemand anders verwaltet: Es würde zurückgeändert.',
  'Outgoing mail to {host} is blocked on your network': 'Ausgehende Mail über {host} ist in Ihrem Netz gesperrt',
  'Outlook can no longer reach {host}': 'Outlook erreicht {host} nicht mehr',
  'Outlook has no preferences by now.': 'Outlook hat inzwischen keine Einstellungen.',
  'Outlook has other preferences by now.': 'Outlook hat inzwischen andere Einstellungen.',
  'Packet size now': 'Paketgröße jetzt',
  'Packet size to try': 'Paketgröße zum Ausprobieren',
  'Packets have up to {bytes} bytes.': 'Pakete haben bis zu {bytes} Byte.',
  Page: 'Seite',
  Password: 'Passwort',
  'Pause the VPN': 'Das VPN vorübergehend trennen',
  'Please allow outgoing connections to ports 465, 587 and 993, or tell me how mail can be used on your network.':
    'Bitte erlauben Sie ausgehende Verbindungen zu den Ports 465, 587 und 993, oder sagen Sie mir, wie sich Mail in Ihrem Netz nutzen lässt.',
  'Please allow outgoing connections to this port for signed-in, encrypted mail (RFC 6409, RFC 8314).':
    'Bitte erlauben Sie ausgehende Verbindungen zu diesem Port, für verschlüsselte Mail mit Anmeldung (RFC 6409, RFC 8314).',
  'Please allow signed-in sending by SMTP for my mailbox (in Exchange Online: SmtpClientAuthenticationDisabled off),':
    'Bitte erlauben Sie für mein Postfach das Senden über SMTP mit Anmeldung (in Exchange Online: SmtpClientAuthenticationDisabled ausschalten),',
  'Please also tell me what led to it, so that it does not happen again.':
    'Bitte sagen Sie mir auch, wie es dazu kam, damit es nicht wieder geschieht.',
  'Please check IPv6 on my line: an address is given out, but nothing answers over it.':
    'Bitte prüfen Sie IPv6 an meinem Anschluss: Es wird eine Adresse vergeben, aber darüber antwortet nichts.',
  'Please check the address that the connection came from against the list that your server names.':
    'Bitte vergleichen Sie die Adresse, von der die Verbindung kam, mit der Liste, die Ihr Server nennt.',
  'Please check the packet size (MTU) of the VPN or line, and let ICMP “packet too big” through.':
    'Bitte prüfen Sie die Paketgröße (MTU) des VPN oder des Anschlusses, und lassen Sie ICMP „packet too big“ durch.',
  'Please check whether my address is blocked, and unblock it. I have stopped trying until you answer.':
    'Bitte prüfen Sie, ob meine Adresse gesperrt ist, und heben Sie die Sperre auf. Bis zu Ihrer Antwort versuche ich es nicht mehr.',
  'Please find out what interrupts the connection when encryption begins, and make it leave mail connections alone.':
    'Bitte finden Sie heraus, was die Verbindung beim Beginn der Verschlüsselung unterbricht, und sorgen Sie dafür, dass es Mailverbindungen in Ruhe lässt.',
  'Please install a certificate of a known authority for exactly this server name, with its intermediate certificates.':
    'Bitte installieren Sie ein Zertifikat einer bekannten Zertifizierungsstelle für genau diesen Servernamen, mit den Zwischenzertifikaten.',
  'Please leave mail connections to this server out of filtering and scanning on my Mac.':
    'Bitte nehmen Sie Mailverbindungen zu diesem Server vom Filtern und Durchsuchen auf meinem Mac aus.',
  'Please let signed-in mail apps greet with any name; home networks have no proper one.':
    'Bitte lassen Sie angemeldete Mail-Apps mit jedem beliebigen Namen grüßen; Heimnetze haben keinen richtigen.',
  'Please let the VPN carry mail connections to this server, or leave this server out of the VPN (split tunnelling).':
    'Bitte lassen Sie Mailverbindungen zu diesem Server durch das VPN zu, oder nehmen Sie diesen Server vom VPN aus (Split-Tunneling).',
  'Please let the server, and the firewall before it, take a TLS ClientHello of more than one packet (X25519MLKEM768).':
    'Bitte lassen Sie den Server und die Firewall davor ein TLS-ClientHello annehmen, das länger als ein Paket ist (X25519MLKEM768).',
  'Please offer TLS 1.2 or 1.3 (RFC 8997). Current systems take nothing older.':
    'Bitte bieten Sie TLS 1.2 oder 1.3 an (RFC 8997). Heutige Systeme nehmen nichts Älteres an.',
  'Please put the server of the add-in right, or take the add-in from my mailbox.':
    'Bitte bringen Sie den Server des Add-Ins in Ordnung, oder entfernen Sie das Add-In aus meinem Postfach.',
  'Please put this port right, or tell your users which port and encryption to use; another port of yours works.':
    'Bitte bringen Sie diesen Port in Ordnung, oder nennen Sie den Nutzern Port und Verschlüsselung, die gelten sollen; ein anderer Ihrer Ports geht.',
  'Please renew the certificate. Until then, mail apps refuse the connection, and rightly so.':
    'Bitte erneuern Sie das Zertifikat. Bis dahin lehnen Mail-Apps die Verbindung ab, und das zu Recht.',
  'Please tell me whether the server is at work, and when it will be again.':
    'Bitte sagen Sie mir, ob der Server in Betrieb ist und ab wann er es wieder sein wird.',
  'Please tell me whether the way my Outlook uses (EWS) is still allowed, or move me to the new Outlook.':
    'Bitte sagen Sie mir, ob der Weg, den mein Outlook benutzt (EWS), noch erlaubt ist, oder stellen Sie mich auf das neue Outlook um.',
  'Please tell me which server name, port and encryption to use for sending and receiving, or open this port again.':
    'Bitte sagen Sie mir, welchen Servernamen, welchen Port und welche Verschlüsselung ich zum Senden und Empfangen einstellen soll, oder öffnen Sie diesen Port wieder.',
  'Please tell me which way to sign in my mail app should use, or offer a common one, encrypted.':
    'Bitte sagen Sie mir, welche Art der Anmeldung meine Mail-App verwenden soll, oder bieten Sie eine gängige an, verschlüsselt.',
  'Please tell me why the account is blocked, and what to do so that it can send again.':
    'Bitte sagen Sie mir, warum der Account gesperrt ist und was zu tun ist, damit er wieder senden kann.',
  Port: 'Port',
  'Port for {purpose}': 'Port zum {purpose}',
  'Port for {purpose}: {from} → {to}, for {host}': 'Port zum {purpose}: {from} → {to}, bei {host}',
  Preferences: 'Einstellungen',
  Program: 'Programm',
  Proxies: 'Proxys',
  'Put signing in order': 'Das Signieren in Ordnung bringen',
  'Quit Outlook.': 'Beende Outlook.',
  'Quit and reopen it if macOS asks for that.': 'Beende das Programm und öffne es neu, wenn macOS danach fragt.',
  'Quit and reopen {app}. When macOS asks for the key, allow it.':
    'Beende {app} und öffne die App neu. Wenn macOS nach dem Schlüssel fragt, erlaube es.',
  'Quit it, then start your mail bridge.': 'Beende es und starte dann deine Mail-Bridge.',
  'Quit that program, then start the bridge.': 'Beende dieses Programm und starte dann die Brücke.',
  'Quit the mail app and open it again': 'Die Mail-App beenden und neu öffnen',
  'Quit the mail apps of your other devices, and close tabs of the mailbox in browsers.':
    'Beende die Mail-Apps auf deinen anderen Geräten und schließe in Browsern die Tabs mit dem Postfach.',
  'Quit your mail bridge, the program on this Mac that your mail goes through.':
    'Beende deine Mail-Brücke, das Programm auf diesem Mac, durch das deine Mail geht.',
  'Quit {app} here, wait five minutes, and open it again.':
    'Beende hier {app}, warte fünf Minuten und öffne die App wieder.',
  'Quits {app} as its own menu does, and waits up to a minute.':
    'Beendet {app} wie über das eigene Menü und wartet bis zu einer Minute.',
  'Read what the server told your mail app': 'Lesen, was der Server deiner Mail-App gesagt hat',
  'Reading the log, and checking everything once more.': 'Das Protokoll wird gelesen, und alles noch einmal geprüft.',
  'Reading what waits in {app}.': 'Es wird gelesen, was in {app} wartet.',
  'Reads every message that waits in {app}, and changes nothing there.':
    'Liest jede Nachricht, die in {app} wartet, und ändert dort nichts.',
  'Reads the end of the log in which {name} writes down what servers tell it. There it looks for the last answer of the outgoing server.':
    'Liest das Ende des Protokolls, in dem {name} aufschreibt, was Server ihm sagen. Dort sucht es nach der letzten Antwort des Servers für ausgehende Mail.',
  'Rebuild the inbox in the mail app': 'Den Eingang im E-Mail-Programm wiederherstellen',
  'Receiving: {host}, port {port}, encryption {security}': 'Empfangen: {host}, Port {port}, Verschlüsselung {security}',
  'Remove one of two sent copies': 'Eine von zwei gesendeten Kopien entfernen',
  'Remove the account and add it again': 'Den Account entfernen und neu hinzufügen',
  'Removing an account can lose mail that lies only on this Mac. No program should do that for you.':
    'Mit einem Account kann Mail verloren gehen, die nur auf diesem Mac liegt. Das sollte kein Programm für dich tun.',
  'Reset the preferences of Outlook': 'Die Einstellungen von Outlook zurücksetzen',
  'Restart this Mac, open Mail, and send again.': 'Starte diesen Mac neu, öffne Mail und sende noch einmal.',
  'Save the waiting messages as files': 'Die wartenden Nachrichten als Dateien sichern',
  'Save the waiting messages first; this list offers to export them.':
    'Sichere zuerst die wartenden Nachrichten; das wird in dieser Liste angeboten.',
  'Save the waiting messages first; this list offers to export them. Check that you can open one.':
    'Sichere zuerst die wartenden Nachrichten; das wird in dieser Liste angeboten. Prüfe, ob du eine davon öffnen kannst.',
  'Save the waiting messages first; this list offers to export them. They do not move to the new Outlook.':
    'Sichere zuerst die wartenden Nachrichten; das wird in dieser Liste angeboten. Sie kommen nicht mit ins neue Outlook.',
  'Save the waiting messages first; this list offers to export them. They stay behind in the old profile.':
    'Sichere zuerst die wartenden Nachrichten; das wird in dieser Liste angeboten. Sie bleiben im alten Profil zurück.',
  'Save, close the window, then come back here and check again.':
    'Sichere die Änderung, schließe das Fenster, komm dann hierher zurück und prüfe noch einmal.',
  'Saves the waiting messages as files, and goes on only if every one of them was saved.':
    'Sichert die wartenden Nachrichten als Dateien und macht nur weiter, wenn jede einzelne gesichert ist.',
  'Saving {whole} of {all} messages.': 'Es werden gesichert: {whole} von {all} Nachrichten.',
  'See how much room is used. Delete large messages there, and empty Trash and Junk.':
    'Sieh nach, wie viel Platz belegt ist. Lösche dort große Nachrichten und leere den Papierkorb und den Ordner für Werbung (Spam).',
  'See that Wi-Fi is switched on and a network is chosen, or that the cable is plugged in at both ends.':
    'Achte darauf, dass das WLAN eingeschaltet und ein Netzwerk gewählt ist, oder dass das Kabel an beiden Enden steckt.',
  'See whether it has an update, and install it.': 'Sieh nach, ob es ein Update dafür gibt, und installiere es.',
  'See whether it waits for an answer: some ask with a window that hides behind others.':
    'Sieh nach, ob das Programm auf eine Antwort wartet: Manche fragen mit einem Fenster, das hinter anderen liegt.',
  'See whether “Protect Mail Activity” is on. It can stay on: it protects you, and alone it stops no mail.':
    'Sieh nach, ob „Mail-Aktivität schützen“ eingeschaltet ist. Das kann so bleiben: Es schützt dich, und allein hält es keine Mail auf.',
  'Send a message from the new account. Once that works, switch the old one off; remove it only later.':
    'Sende eine Nachricht vom neuen Account. Wenn das geklappt hat, schalte den alten ab; entferne ihn erst später.',
  'Send a message to yourself.': 'Sende eine Nachricht an dich selbst.',
  'Send a test message to yourself': 'Eine Probenachricht an dich selbst senden',
  'Send again now': 'Jetzt noch einmal senden',
  'Send it, then come back here and check again.': 'Sende sie, komm dann hierher zurück und prüfe noch einmal.',
  'Send to fewer people at once': 'An weniger Leute auf einmal senden',
  'Send what waits': 'Senden, was wartet',
  'Sending cannot be taken back.': 'Gesendetes lässt sich nicht zurückholen.',
  'Sending: {host}, port {port}, encryption {security}': 'Senden: {host}, Port {port}, Verschlüsselung {security}',
  'Sends by {host} from now on.': 'Sendet ab jetzt über {host}.',
  Server: 'Server',
  'Server for {purpose}': 'Server zum {purpose}',
  'Server for {purpose}, {where}': 'Server zum {purpose}, {where}',
  'Server for {purpose}: {from} → {to}': 'Server zum {purpose}: {from} → {to}',
  'Server for {purpose}: {to}, without what cannot be seen': 'Server zum {purpose}: {to}, ohne was man nicht sieht',
  'Set the clock': 'Die Uhr stellen',
  'Set the clock by hand': 'Die Uhr von Hand stellen',
  'Set up in the mail app:': 'In der Mail-App eingestellt:',
  'Setting the preferences back.': 'Die Einstellungen werden zurückgesetzt.',
  'Setting {what} in {app}: {from} → {to}': 'In {app} wird {what} eingestellt: {from} → {to}',
  Settings: 'Einstellungen',
  'Show the certificate': 'Das Zertifikat zeigen',
  'Show the program in the way': 'Das störende Programm zeigen',
  'Show the window': 'Das Fenster zeigen',
  'Show the window that waits': 'Das Fenster zeigen, das wartet',
  'Shows it in the Finder. It is not quit; do that yourself when you know what it is.':
    'Zeigt es im Finder. Es wird nicht beendet; tu das selbst, wenn du weißt, was es ist.',
  'Sign in again with your provider': 'Neu beim Anbieter anmelden',
  'Sign in on the website of {provider} and open the settings for security.':
    'Melde dich auf der Website von {provider} an und öffne die Einstellungen zur Sicherheit.',
  'Sign in on the website of {provider} in your browser. Type its address yourself.':
    'Melde dich im Browser auf der Website von {provider} an. Tippe die Adresse selbst ein.',
  'Sign in to this Wi-Fi': 'In diesem WLAN anmelden',
  'Sign in to this network': 'In diesem Netzwerk anmelden',
  'Sign in when it asks, and write the waiting messages once more from what you saved.':
    'Melde dich an, wenn danach gefragt wird, und schreibe die wartenden Nachrichten noch einmal, mit dem, was du gesichert hast.',
  'Signing in for sending is switched off at {host}': 'Die Anmeldung zum Senden ist bei {host} abgeschaltet',
  'Signs in at {host}, port {port}, over an encrypted connection, and only if the certificate there is in order.':
    'Meldet sich bei {host} an, Port {port}, über eine verschlüsselte Verbindung und nur, wenn das Zertifikat dort in Ordnung ist.',
  'Signs in at {host}, port {port}, with the password you gave, and sends one short message to yourself.':
    'Meldet sich bei {host}, Port {port}, mit dem Passwort an, das du gegeben hast, und sendet eine einzige kurze Nachricht an dich selbst.',
  'Sort by size, and delete large messages that you do not need. Then empty Trash and Junk: they count, too.':
    'Sortiere nach Größe und lösche große Nachrichten, die du nicht brauchst. Leere dann den Papierkorb und den Ordner für Werbung (Spam): Sie zählen mit.',
  'Sort it by date, and look for two messages of the same minute, with the same subject and recipients.':
    'Sortieren Sie nach Datum, und suchen Sie zwei Nachrichten aus derselben Minute, mit demselben Betreff und denselben Empfängern.',
  'Start the mail bridge': 'Die Mail-Bridge starten',
  'Starting {name}.': '{name} wird gestartet.',
  'Starts {name} in the background. The mail app then sends what waits.':
    'Startet {name} im Hintergrund. Die Mail-App sendet dann, was wartet.',
  'Stop the mail app from trying again': 'Die Mail-App von weiteren Versuchen abhalten',
  'Switch Wi-Fi on': 'Das WLAN einschalten',
  'Switch it off or remove it there, if you may, and send the message again.':
    'Schalte es dort aus oder entferne es, wenn du das darfst, und sende die Nachricht noch einmal.',
  'Switch it off there, so that {app} is online. If it asks whether to send what waits, agree.':
    'Schalt es dort aus, damit {app} online ist. Wenn es fragt, ob es Wartendes senden soll, stimm zu.',
  'Switch on Outbox Doctor in the list, or add it with the plus button. In a terminal, it is the terminal that counts.':
    'Schalte Outbox Doctor in der Liste ein, oder füge ihn mit der Plustaste hinzu. Läuft er in einem Terminal, zählt das Terminal.',
  'Switch on Outbox Doctor in the list. In a terminal, it is the terminal that counts.':
    'Schalte Outbox Doctor in der Liste ein. In einem Terminal zählt das Terminal.',
  'Switch on that date and time are set automatically. If that is on already, switch it off and on again.':
    'Schalte ein, dass Datum und Uhrzeit automatisch eingestellt werden. Ist das schon eingeschaltet, schalte es aus und wieder ein.',
  'Switch the account on again': 'Den Account wieder einschalten',
  'Switch the account on by hand': 'Den Account von Hand einschalten',
  'Switch to the new Outlook': 'Zum neuen Outlook wechseln',
  'Switches IPv6 off for the connection that is in use. Everything goes by IPv4 then, also in other networks. macOS wants an administrator for that.':
    'Schaltet IPv6 für die benutzte Verbindung aus. Dann geht alles über IPv4, auch in anderen Netzen. macOS verlangt dafür einen Administrator.',
  'Switches Wi-Fi on. This Mac then joins a network that it knows, where there is one.':
    'Schaltet das WLAN ein. Dieser Mac verbindet sich dann mit einem Netzwerk, das er kennt, wenn eines da ist.',
  'Switches on that date and time come from the network, and asks for them once. macOS wants an administrator for that.':
    'Schaltet ein, dass Datum und Uhrzeit aus dem Netz kommen, und fragt sie einmal ab. macOS verlangt dafür einen Administrator.',
  'Switches the account on.': 'Schaltet den Account ein.',
  'Switching Wi-Fi on.': 'Das WLAN wird eingeschaltet.',
  'System Preferences': 'Systemeinstellungen',
  'System Settings': 'Systemeinstellungen',
  'Take the mail app online': 'Die Mail-App online schalten',
  'Take the mail app online by hand': 'Die Mail-App von Hand online schalten',
  'Take {app} online': '{app} online schalten',
  'Takes them out of the settings, so that those of the network are asked again. macOS wants an administrator for that.':
    'Nimmt sie aus den Einstellungen, sodass wieder die des Netzes gefragt werden. macOS verlangt dafür einen Administrator.',
  'Takes {app} offline, and online again five seconds later.':
    'Nimmt {app} offline und fünf Sekunden später wieder online.',
  'Takes {app} offline, so that it leaves the server alone. It receives no mail either until then.':
    'Schaltet {app} offline, damit der Server in Ruhe gelassen wird. So lange kommt auch keine Mail herein.',
  'Takes {app} online; it then sends what waits.': 'Schaltet {app} online; dann wird gesendet, was wartet.',
  'Taking {app} offline.': '{app} wird offline geschaltet.',
  'Taking {app} online.': '{app} wird online geschaltet.',
  'Tell me when another network works': 'Bescheid sagen, wenn ein anderes Netzwerk funktioniert',
  'Tell your internet provider that IPv6 leads nowhere; when that is mended, undo this.':
    'Sag deinem Internetanbieter, dass IPv6 nirgendwohin führt; ist das behoben, mach dies rückgängig.',
  'Tells it who sends the message, to whom it goes (ten addresses at most) and how large it is, as your mail app does. It listens to the answers, and takes all of it back.':
    'Nennt ihm, wer die Nachricht sendet, an wen sie geht (höchstens zehn Adressen) und wie groß sie ist, wie deine Mail-App es tut. Hört auf die Antworten und nimmt alles wieder zurück.',
  'Thank you!': 'Vielen Dank!',
  'The VPN could not be connected again.': 'Das VPN ließ sich nicht wieder verbinden.',
  'The VPN could not be connected.': 'Das VPN ließ sich nicht verbinden.',
  'The VPN could not be disconnected.': 'Das VPN ließ sich nicht trennen.',
  'The VPN does not carry mail to {host}': 'Das VPN leitet Mail an {host} nicht weiter',
  'The VPN is connected.': 'Das VPN ist verbunden.',
  'The VPN is not connected.': 'Das VPN ist nicht verbunden.',
  'The add-in is “{name}”.': 'Das Add-In ist „{name}“.',
  'The certificate of {host} is not in order, so no password is sent there.':
    'Das Zertifikat von {host} ist nicht in Ordnung, also geht kein Passwort dorthin.',
  'The certificate of {host} is not trusted': 'Dem Zertifikat von {host} wird nicht vertraut',
  'The certificate of {host} is out of date': 'Das Zertifikat von {host} ist zurzeit nicht gültig',
  'The certificate on port {port} of {host} is not in order.':
    'Das Zertifikat auf Port {port} von {host} ist nicht in Ordnung.',
  'The clock could not be set.': 'Die Uhr ließ sich nicht stellen.',
  'The clock is still wrong. This network may not let the time through, or somebody who manages this Mac may have fixed it.':
    'Die Uhr geht immer noch falsch. Vielleicht lässt dieses Netz die Uhrzeit nicht durch, oder wer diesen Mac verwaltet, hat sie festgelegt.',
  'The connection to {host} would not be encrypted.': 'Die Verbindung zu {host} wäre nicht verschlüsselt.',
  'The files hold your messages with everything in them, hidden recipients too: keep them to yourself.':
    'Die Dateien enthalten deine Nachrichten mit allem, was darin steht, auch mit verborgenen Empfängern: Behalte sie für dich.',
  'The firewall of macOS did not say what it does, so it is left as it is.':
    'Die Firewall von macOS hat nicht gesagt, was sie tut; deshalb bleibt sie, wie sie ist.',
  'The firewall of macOS does not block {app}; there is nothing to allow.':
    'Die Firewall von macOS blockiert {app} nicht; es gibt nichts zu erlauben.',
  'The firewall of macOS is in an unknown state.': 'Wie die Firewall von macOS eingestellt ist, ist nicht bekannt.',
  'The firewall of macOS is off.': 'Die Firewall von macOS ist ausgeschaltet.',
  'The firewall of macOS is on and blocks everything.': 'Die Firewall von macOS ist eingeschaltet und blockiert alles.',
  'The firewall of macOS is on.': 'Die Firewall von macOS ist eingeschaltet.',
  'The firewall that macOS brings filters only connections that come in. Sending mail goes out, so it never stops that.':
    'Die Firewall, die zu macOS gehört, filtert nur Verbindungen, die hereinkommen. Mail geht beim Senden hinaus, also hält sie das nie auf.',
  'The firewall was not changed.': 'Die Firewall wurde nicht geändert.',
  'The folder holds other files by now.': 'In dem Ordner liegen inzwischen andere Dateien.',
  'The greeting of my mail app is refused by {host}': 'Die Begrüßung meiner Mail-App wird von {host} abgelehnt',
  'The index could not be moved.': 'Der Index ließ sich nicht bewegen.',
  'The index of Mail could not be found.': 'Der Index von Mail war nicht zu finden.',
  'The key that you sign with proves that it is you. macOS gives it to no program without asking you.':
    'Der Schlüssel, mit dem du unterschreibst, beweist, dass du es bist. macOS gibt ihn keinem Programm, ohne dich zu fragen.',
  'The list of hosts that go past the proxy was not changed.':
    'Die Liste der Hosts, die am Proxy vorbeigehen, wurde nicht geändert.',
  'The list of the moved files could not be read.': 'Die Liste der bewegten Dateien war nicht zu lesen.',
  'The log could not be read.': 'Das Protokoll konnte nicht gelesen werden.',
  'The mail server {host} does not answer': 'Der Mailserver {host} antwortet nicht',
  'The mail server {host} refuses connections from my address':
    'Der Mailserver {host} lehnt Verbindungen von meiner Adresse ab',
  'The mail servers go past the proxy already.': 'Die Mailserver gehen schon am Proxy vorbei.',
  'The message could not be opened.': 'Die Nachricht ließ sich nicht öffnen.',
  'The message still waits. Send it when you are done, and check again.':
    'Die Nachricht wartet noch. Sende sie, wenn du fertig bist, und prüfe noch einmal.',
  'The message waits in {app} no longer. Look for it among the drafts.':
    'Die Nachricht wartet nicht mehr in {app}. Such sie bei den Entwürfen.',
  'The messages could not be saved.': 'Die Nachrichten ließen sich nicht sichern.',
  'The name servers were not changed.': 'Die Nameserver wurden nicht geändert.',
  'The names could not be forgotten.': 'Die Namen ließen sich nicht vergessen.',
  'The newer preferences could not be kept.': 'Die neueren Einstellungen ließen sich nicht aufheben.',
  'The old index could not be put back.': 'Der alte Index ließ sich nicht zurücklegen.',
  'The old preferences could not be kept.': 'Die alten Einstellungen ließen sich nicht aufheben.',
  'The old preferences could not be put back.': 'Die alten Einstellungen ließen sich nicht zurückholen.',
  'The old profile stays as it is. To go back, set it as the default again.':
    'Das alte Profil bleibt, wie es ist. Willst du zurück, lege es wieder als Standard fest.',
  'The outbox of {app} could not be seen.': 'Der Postausgang von {app} war nicht zu sehen.',
  'The packets are small already.': 'Die Pakete sind schon klein.',
  'The password is not there any more.': 'Das Passwort ist nicht mehr da.',
  'The preferences could not be reset.': 'Die Einstellungen ließen sich nicht zurücksetzen.',
  'The profile is not in order: {problems}': 'Das Profil ist nicht in Ordnung: {problems}',
  'The program could not be shown.': 'Das Programm ließ sich nicht zeigen.',
  'The question was answered with “Cancel”, so nothing was done.':
    'Die Frage wurde mit „Abbrechen“ beantwortet, also ist nichts geschehen.',
  'The right name is known only to whoever gave it to you.': 'Den richtigen Namen kennt nur, wer ihn dir gegeben hat.',
  'The same menu leads back. If “New Outlook” is missing there, your organisation has switched it off: ask its IT.':
    'Dasselbe Menü führt zurück. Fehlt „Neues Outlook“ dort, hat deine Firma oder Einrichtung es abgeschaltet: Frag dort die IT.',
  'The saved messages are no longer where they were saved.':
    'Die gesicherten Nachrichten sind nicht mehr dort, wo sie gesichert wurden.',
  'The saved messages are now in {folder}. Delete that folder when you need them no more.':
    'Die gesicherten Nachrichten liegen jetzt in {folder}. Lösche diesen Ordner, wenn du sie nicht mehr brauchst.',
  'The saved messages could not be put away.': 'Die gesicherten Nachrichten konnten nicht weggeräumt werden.',
  'The server has no proper name.': 'Der Server hat keinen richtigen Namen.',
  'The servers take this password.': 'Die Server nehmen dieses Passwort an.',
  'The settings are others than those that were checked. Please check again.':
    'Die Einstellungen sind andere als die, die geprüft wurden. Bitte prüfe noch einmal.',
  'The settings could not be renewed.': 'Die Einstellungen ließen sich nicht erneuern.',
  'The settings of this network were entered by hand, and renewing would overwrite them.':
    'Die Einstellungen dieses Netzwerks wurden von Hand eingegeben; neue würden sie überschreiben.',
  'The size of the packets was not changed.': 'Die Größe der Pakete wurde nicht geändert.',
  'The time zone stays as it is.': 'Die Zeitzone bleibt, wie sie ist.',
  'The waiting messages could not be read. {why}': 'Die wartenden Nachrichten waren nicht zu lesen. {why}',
  'The window of your provider wants your own sign-in, and Outbox Doctor never sees it.':
    'Das Fenster deines Anbieters verlangt deine eigene Anmeldung, und Outbox Doctor sieht sie nie.',
  'Then come back here and check again.': 'Komm dann hierher zurück und prüfe noch einmal.',
  'Then connect the VPN again. It can stay on where it lets mail pass.':
    'Verbinde das VPN dann wieder. Wo es Mail durchlässt, kann es eingeschaltet bleiben.',
  'Then moves that one message to the trash. It is known by a random mark, and no other is touched.':
    'Legt dann diese eine Nachricht in den Papierkorb. Sie ist an einem zufälligen Kennzeichen zu erkennen, und keine andere wird angerührt.',
  'Then opens it again in the background.': 'Öffnet die App dann wieder im Hintergrund.',
  'Then you are reminded to switch the log off again: it grows large and holds your mail.':
    'Dann wirst du daran erinnert, das Protokoll wieder auszuschalten: Es wird groß und enthält deine Mail.',
  'Then {app} is asked to send, and it is watched whether mail leaves.':
    'Dann wird {app} gebeten zu senden, und es wird zugesehen, ob Mail hinausgeht.',
  'Then {app} is asked to send.': 'Danach wird {app} gebeten zu senden.',
  'There a SOCKS proxy is set. If you do not know what it is for, switch it off.':
    'Dort ist ein SOCKS-Proxy eingestellt. Wenn du nicht weißt, wofür er da ist, schalte ihn aus.',
  'There a SOCKS proxy is set: “{name}”. If you do not know what it is for, switch it off.':
    'Dort ist ein SOCKS-Proxy eingestellt: „{name}“. Wenn du nicht weißt, wofür er da ist, schalte ihn aus.',
  'There is no VPN any more of which it is clear that it is the one to connect.':
    'Es gibt kein VPN mehr, von dem klar ist, dass es das richtige ist.',
  'There is no need to switch it off, and no need to add the mail app to it.':
    'Du brauchst sie nicht auszuschalten und auch die Mail-App nicht in ihr hinzuzufügen.',
  'There is not enough room on the disk for a second index. Make room first.':
    'Auf der Festplatte ist nicht genug Platz für einen zweiten Index. Schaffe zuerst Platz.',
  'There is not enough room on the disk to save the waiting messages.':
    'Auf der Festplatte ist nicht genug Platz, um die wartenden Nachrichten zu sichern.',
  'There is nothing to be changed here: this only explains.': 'Hier ist nichts zu ändern: Das erklärt nur.',
  'There was no answer in time.': 'Es kam nicht rechtzeitig eine Antwort.',
  'There was no other network within 30 minutes.': 'Innerhalb von 30 Minuten war kein anderes Netzwerk da.',
  'These go past the proxy: {hosts}': 'Diese gehen am Proxy vorbei: {hosts}',
  'They are in {folder}.': 'Sie liegen in {folder}.',
  'This Mac asks the name servers that the network gives.': 'Dieser Mac fragt die Nameserver, die das Netz angibt.',
  'This VPN has a program of its own, and macOS lets no other program switch it off.':
    'Dieses VPN hat ein eigenes Programm, und macOS lässt kein anderes Programm es ausschalten.',
  'This account is at Exchange, which the mail app signs in to by itself.':
    'Dieser Account liegt bei Exchange, und dort meldet sich die Mail-App selbst an.',
  'This account is set to sign in nowhere.': 'Dieser Account ist so eingestellt, dass er sich nirgends anmeldet.',
  'This account signs in at {host} in another way than by a password.':
    'Dieser Account meldet sich bei {host} anders an als mit einem Passwort.',
  'This account signs in by a window of {host}, and gets its settings there.':
    'Dieser Account meldet sich über ein Fenster von {host} an und bekommt seine Einstellungen dort.',
  'This app lets no other program switch it.': 'Diese App lässt sich von keinem anderen Programm umschalten.',
  'This cannot be undone: mail apps tell nobody the old password.':
    'Das lässt sich nicht widerrufen: Mail-Apps verraten niemandem das alte Passwort.',
  'This has to be done by hand: {why}': 'Das muss von Hand geschehen: {why}',
  'This mail app has no such log.': 'Diese Mail-App hat kein solches Protokoll.',
  'This mail app is not known here.': 'Diese Mail-App ist hier nicht bekannt.',
  'This mail app takes no changes from another program, or is closed.':
    'Diese Mail-App nimmt von keinem anderen Programm Änderungen an oder ist geschlossen.',
  'This needs a password. Give it first.': 'Dafür braucht es ein Passwort. Gib es zuerst an.',
  'This outbox shows itself to nobody but you.': 'Dieser Postausgang zeigt sich niemandem außer dir.',
  'This setting protects your privacy. No program should turn it for you.':
    'Diese Einstellung schützt deine Privatsphäre. Kein Programm sollte sie für dich umstellen.',
  'Those are then on this Mac alone, so see that its backups are made.':
    'Sie sind dann nur noch auf diesem Mac. Achte also darauf, dass von ihm Backups gemacht werden.',
  'To keep the old preferences safe, Outbox Doctor needs Full Disk Access.':
    'Um die alten Einstellungen aufzuheben, braucht Outbox Doctor das Recht „Festplattenvollzugriff“.',
  'To move the index of Mail, Outbox Doctor needs Full Disk Access.':
    'Um den Index von Mail zu bewegen, braucht Outbox Doctor das Recht „Festplattenvollzugriff“.',
  'To send with the other address for good, ask your provider to allow it for your account.':
    'Wenn du auf Dauer mit der anderen Adresse senden willst, bitte deinen Anbieter, sie für deinen Account zu erlauben.',
  'Tries the password once at {hosts}, over a safe connection only.':
    'Probiert das Passwort einmal bei {hosts}, nur über eine sichere Verbindung.',
  'Undo asks those of the network again. Do that as soon as they work.':
    'Widerrufen fragt wieder die des Netzes. Tu das, sobald sie funktionieren.',
  'Undo blocks it as before: {tool} --blockapp "{path}"':
    'Widerrufen blockiert sie wie vorher: {tool} --blockapp "{path}"',
  'Undo enters the same ones again.': 'Widerrufen trägt dieselben wieder ein.',
  'Undo quits it again.': 'Widerrufen beendet die App wieder.',
  'Undo sets it back as it is now: {setting}': 'Widerrufen stellt es wieder so ein, wie es jetzt ist: {setting}',
  'Undo sets the old size again: {command}': 'Widerrufen setzt die alte Größe wieder: {command}',
  'Undo sets the old values again.': 'Widerrufen stellt die alten Werte wieder ein.',
  'Undo takes it offline again: {offline}': 'Widerrufen schaltet wieder offline: {offline}',
  'Undo takes it online again: {online}': 'Widerrufen schaltet wieder online: {online}',
  'Undo takes just these names out of that list again.': 'Widerrufen nimmt genau diese Namen wieder aus der Liste.',
  'Undo: /usr/bin/defaults import {bundle} from that folder; what is newer is kept in one, too':
    'Widerrufen: /usr/bin/defaults import {bundle} aus diesem Ordner; auch das Neuere kommt in einen',
  'Undo: Mail is quit, the files are moved back, and Mail is opened again; but not where mail that waits in the old index has left since.':
    'Widerrufen: Mail wird beendet, die Dateien werden zurückbewegt, und Mail wird wieder geöffnet; aber nicht, wenn Nachrichten, die im alten Index warten, inzwischen weg sind.',
  'Undo: the folder is put into the Trash, or where Outbox Doctor keeps what you may delete. Outbox Doctor itself deletes nothing, and copies that you made elsewhere stay.':
    'Widerrufen: Der Ordner kommt in den Papierkorb oder dorthin, wo Outbox Doctor aufhebt, was du löschen darfst. Outbox Doctor selbst löscht nichts, und Kopien, die du anderswo gemacht hast, bleiben.',
  'Update the mail app': 'Die Mail-App aktualisieren',
  'Use another port': 'Einen anderen Port verwenden',
  'Use fewer devices at once': 'Weniger Geräte gleichzeitig benutzen',
  'Use smaller packets': 'Kleinere Pakete verwenden',
  'Use smaller packets by hand': 'Von Hand kleinere Pakete verwenden',
  'Use the settings that the provider publishes': 'Einstellungen des Anbieters nehmen',
  'Valid from': 'Gültig ab',
  'Valid until': 'Gültig bis',
  'Views and questions of the first start come back. No mail and no account is lost. If any step does not work, the old preferences are put back.':
    'Ansichten und Fragen vom ersten Start kommen wieder. Keine Mail und kein Account geht verloren. Klappt ein Schritt nicht, werden die alten Einstellungen zurückgeholt.',
  'Wait until each account has a green or a red dot.': 'Warte, bis jeder Account einen grünen oder roten Punkt hat.',
  'Wait until the mail has left. Your mail stays encrypted on its way to the server all the same.':
    'Warte, bis die Mail hinaus ist. Deine Mail bleibt auf dem Weg zum Server trotzdem verschlüsselt.',
  'Wait, and check again': 'Warten und noch einmal prüfen',
  'Waiting five minutes, or until the network changes.':
    'Es wird fünf Minuten gewartet oder bis sich das Netzwerk ändert.',
  'Waiting for another network.': 'Es wird auf ein anderes Netzwerk gewartet.',
  'Waiting for the administrator’s password.': 'Es wird auf das Passwort des Administrators gewartet.',
  'Waiting for the new index.': 'Es wird auf den neuen Index gewartet.',
  'Waiting messages and drafts are kept. If it does not quit, nothing else is done.':
    'Wartende Nachrichten und Entwürfe bleiben erhalten. Beendet sich die App nicht, geschieht nichts weiter.',
  'Waiting until it has left.': 'Gewartet wird, bis sie abgegangen ist.',
  'Waits five minutes, or until the network changes, and makes the checks again by itself.':
    'Wartet fünf Minuten oder bis sich das Netzwerk ändert und prüft dann von selbst noch einmal.',
  'Watching whether mail leaves.': 'Es wird zugesehen, ob Mail hinausgeht.',
  'Way to sign in for {purpose}': 'Art der Anmeldung beim {purpose}',
  'Way to sign in for {purpose}: {from} → {to}': 'Anmeldung zum {purpose}: {from} → {to}',
  'What I ask of you:': 'Worum ich Sie bitte:',
  'What can stop sending are other programs that filter the network, and a VPN.':
    'Was das Senden aufhalten kann, sind andere Programme, die das Netzwerk filtern, und ein VPN.',
  'What has been sent cannot be called back.': 'Was gesendet ist, lässt sich nicht zurückholen.',
  'What is not certain:': 'Was nicht sicher ist:',
  'What it does with the mail app could not be seen.': 'Was sie mit der Mail-App macht, war nicht zu sehen.',
  'What it has blocked, and what it asks, stands in its own window, which no other program can read.':
    'Was er blockiert hat und was er fragt, steht in seinem eigenen Fenster, das kein anderes Programm lesen kann.',
  'What may go past a VPN is set in its own program. By force, it could break a rule of your organisation.':
    'Was an einem VPN vorbei darf, wird in dessen eigenem Programm eingestellt. Mit Gewalt könnte es eine Regel deiner Firma oder Einrichtung brechen.',
  'What waits could not be noted.': 'Was wartet, ließ sich nicht notieren.',
  'What waits does not move to the new Outlook, so you choose the moment.':
    'Was wartet, zieht nicht mit ins neue Outlook, darum bestimmst du den Zeitpunkt.',
  'What was kept of the old preferences could not be read, so they are left as they are.':
    'Was von den alten Einstellungen aufgehoben wurde, war nicht zu lesen; deshalb bleiben sie, wie sie sind.',
  'What was seen:': 'Was beobachtet wurde:',
  'What works:': 'Was funktioniert:',
  'Where every message lies twice, your provider keeps a copy by itself. Then the mail app need not keep another.':
    'Liegt jede Nachricht doppelt, legt Ihr Anbieter selbst eine Kopie ab. Dann braucht das E-Mail-Programm keine zweite abzulegen.',
  'Where it is in the package': 'Wo es im Paket liegt',
  'Where the add-in comes from': 'Woher das Add-In kommt',
  'Where you once said no to that: open {pane} and allow it.':
    'Wenn du dazu einmal Nein gesagt hast: Öffne „{pane}“ und erlaube es.',
  'Whether Wi-Fi is on cannot be seen, so it is left as it is.':
    'Ob das WLAN an ist, ist nicht zu sehen, also bleibt es, wie es ist.',
  'Whether a server is the right one, its operator must say. No program may trust it for you.':
    'Ob ein Server der richtige ist, muss sein Betreiber sagen. Kein Programm darf ihm an deiner Stelle vertrauen.',
  'Which Wi-Fi to join and which cable to plug in, only you can choose.':
    'In welches WLAN es gehen soll und welches Kabel wohin gehört, kannst nur du wählen.',
  'Which kind of encryption it is then on port {port}, {app} decides itself.':
    'Welche Art der Verschlüsselung es auf Port {port} dann ist, entscheidet {app} selbst.',
  'Which program listens there cannot be seen. It may belong to another user of this Mac, or to macOS.':
    'Welches Programm dort lauscht, ist nicht zu sehen. Vielleicht gehört es einem anderen Benutzer dieses Mac oder macOS.',
  'Who gets which message is for you to decide. Outbox Doctor never writes, changes or deletes one.':
    'Wer welche Nachricht bekommt, entscheidest du. Outbox Doctor schreibt, ändert und löscht nie eine.',
  'Why the firewall of macOS is not to blame': 'Warum die Firewall von macOS nicht schuld ist',
  'Wi-Fi is off.': 'Das WLAN ist aus.',
  'Wi-Fi is on already.': 'Das WLAN ist schon an.',
  'Wi-Fi is on.': 'Das WLAN ist an.',
  'Wi-Fi was not switched off.': 'Das WLAN wurde nicht ausgeschaltet.',
  'Wi-Fi was not switched on.': 'Das WLAN wurde nicht eingeschaltet.',
  'With POP, or folders “On My Mac” or “On My Computer”: mail that lies only here is lost. Copy it first, or stop here.':
    'Bei POP oder bei Ordnern unter „Auf meinem Mac“ (oder „Lokal“) oder „Auf meinem Computer“: Mail, die nur hier liegt, geht verloren. Kopiere sie vorher, oder höre hier auf.',
  'With it on, Mail goes by way of Apple’s servers. Allow Mail to do that in the program that filters the network.':
    'Ist es eingeschaltet, geht Mail den Weg über Server von Apple. Erlaube Mail das in dem Programm, das das Netzwerk filtert.',
  'Write to whoever can help': 'Jemandem schreiben, der helfen kann',
  'Write to your IT': 'An deine IT schreiben',
  'Write to your internet provider': 'An deinen Internetanbieter schreiben',
  'Write to your provider': 'An deinen Anbieter schreiben',
  'Writes a file (.eml) for each and one of all (.mbox) into a new folder of Outbox Doctor, which only you may open.':
    'Schreibt für jede eine Datei (.eml) und eine mit allen (.mbox) in einen neuen Ordner von Outbox Doctor, den nur du öffnen darfst.',
  'Your mail stays encrypted on its way to the server. Undo connects the VPN again.':
    'Deine Mail bleibt auf dem Weg zum Server verschlüsselt. Widerrufen verbindet das VPN wieder.',
  'Your other devices and browsers can only be reached by you.': 'An deine anderen Geräte und Browser kommst nur du.',
  'a sign-in window': 'ein Anmeldefenster',
  'among junk': 'im Ordner für Werbung (Spam)',
  'an unknown time': '(Zeit unbekannt)',
  'as the provider publishes it': 'wie der Anbieter ihn nennt',
  'as the server calls itself': 'wie der Server sich selbst nennt',
  'in the inbox': 'im Posteingang',
  'macOS asks you first whether Outbox Doctor may control {app}, and shows: “{reason}” Please allow it.':
    'macOS fragt dich zuerst, ob Outbox Doctor {app} steuern darf, und zeigt dazu: „{reason}“ Bitte erlaube es.',
  'macOS did not allow it.': 'macOS hat es nicht erlaubt.',
  'macOS keeps this account: it is changed in System Settings, under Internet Accounts.':
    'macOS verwaltet diesen Account: Geändert wird er in den Systemeinstellungen unter „Internetaccounts“.',
  'macOS no longer lists this VPN.': 'macOS führt dieses VPN nicht mehr auf.',
  'mail from my Mac does not leave, and I need your help with it.':
    'Mail von meinem Mac geht nicht hinaus, und ich brauche dabei Ihre Hilfe.',
  'mail from my Mac does not leave, and the reason seems to lie with the mail server.':
    'Mail von meinem Mac geht nicht hinaus, und der Grund scheint beim Mailserver zu liegen.',
  'mail from my Mac does not leave, and the reason seems to lie with the network.':
    'Mail von meinem Mac geht nicht hinaus, und der Grund scheint im Netz zu liegen.',
  none: 'keine',
  'not known': 'nicht bekannt',
  nothing: 'nichts',
  off: 'aus',
  on: 'ein',
  'or tell me how else my mail app should send.': 'oder sagen Sie mir, wie meine Mail-App sonst senden soll.',
  receiving: 'Empfangen',
  sending: 'Senden',
  'signing in for sending': 'die Anmeldung zum Senden',
  'sudo /sbin/ifconfig {name} mtu {mtu}   # takes it back':
    'sudo /sbin/ifconfig {name} mtu {mtu}   # macht es rückgängig',
  'sudo /sbin/route -n delete -host {address}   # takes it back':
    'sudo /sbin/route -n delete -host {address}   # macht es rückgängig',
  'sudo /usr/sbin/networksetup -setv6automatic "Wi-Fi"   # takes it back':
    'sudo /usr/sbin/networksetup -setv6automatic "Wi-Fi"   # macht es rückgängig',
  'sudo /usr/sbin/networksetup -setv6off "Wi-Fi"   # with the name of your connection from that list':
    'sudo /usr/sbin/networksetup -setv6off "Wi-Fi"   # mit dem Namen deiner Verbindung aus dieser Liste',
  'the account’s switch': 'der Schalter des Accounts',
  'the app password': 'das App-Passwort',
  'the encryption for receiving': 'die Verschlüsselung zum Empfangen',
  'the encryption for sending': 'die Verschlüsselung zum Senden',
  'the filter': 'der Filter',
  'the password': 'das Passwort',
  'the port for receiving': 'der Port zum Empfangen',
  'the port for sending': 'der Port zum Senden',
  'the server for sending': 'der Server zum Senden',
  'the server name for receiving': 'der Servername zum Empfangen',
  'the server name for sending': 'der Servername zum Senden',
  'the server’s switch': 'der Schalter des Servers',
  'the sign-in for sending': 'die eigene Anmeldung zum Senden',
  'the way to sign in for receiving': 'die Art der Anmeldung zum Empfangen',
  'the way to sign in for sending': 'die Art der Anmeldung zum Senden',
  unknown: 'unbekannt',
  'without what does not belong there': 'ohne das, was nicht dazugehört',
  'your mail app': 'deine Mail-App',
  'your provider': 'deinem Anbieter',
  '{accounts} send by the same server, and change with it.':
    '{accounts}: sendet über denselben Server und ändert sich mit ihm.',
  '{accounts} send by the same server, which was not known before. Please check again, or change it by hand.':
    '{accounts}: sendet über denselben Server, was vorher nicht bekannt war. Bitte prüfe noch einmal oder ändere es von Hand.',
  '{app} can be asked to send only by its own user.': '{app} kann nur von dir selbst gebeten werden zu senden.',
  '{app} can be switched only by its own user.': '{app} lässt sich nur von Hand umschalten.',
  '{app} could not be asked to compare the account with its server.':
    '{app} ließ sich nicht bitten, den Account mit seinem Server abzugleichen.',
  '{app} could not be asked to send.': '{app} konnte nicht gebeten werden zu senden.',
  '{app} could not be given the password for {purpose}.': '{app} konnte das Passwort für {purpose} nicht bekommen.',
  '{app} could not be opened.': '{app} ließ sich nicht öffnen.',
  '{app} could not be taken offline.': '{app} ließ sich nicht offline schalten.',
  '{app} could not be taken online.': '{app} ließ sich nicht online schalten.',
  '{app} did not keep {what}: it has {now} again. It may be set to manage its connection settings by itself.':
    '{app} hat nicht behalten, was eingestellt wurde: {what} ist wieder {now}. Vielleicht verwaltet die App ihre Verbindungseinstellungen selbst.',
  '{app} did not quit.': '{app} hat sich nicht beendet.',
  '{app} did not say which messages wait.': '{app} hat nicht gesagt, welche Nachrichten warten.',
  '{app} does not answer: it is busy, or one of its windows waits for you.':
    '{app} antwortet nicht: Die App ist beschäftigt, oder eines ihrer Fenster wartet auf dich.',
  '{app} does not have exactly one such account.': '{app} hat nicht genau einen solchen Account.',
  '{app} does not have exactly one such server.': '{app} hat nicht genau einen solchen Server.',
  '{app} does not tell its settings.': '{app} verrät seine Einstellungen nicht.',
  '{app} does not tell this setting, so nothing was changed.':
    '{app} verrät diese Einstellung nicht, also wurde nichts geändert.',
  '{app} fetches what is new, and tells the server what you have read, moved or deleted here.':
    '{app} holt, was neu ist, und teilt dem Server mit, was Sie hier gelesen, bewegt oder gelöscht haben.',
  '{app} has no other settings than ours.': '{app} hat keine anderen Einstellungen als unsere.',
  '{app} has no such way to sign in.': '{app} kennt diese Art der Anmeldung nicht.',
  '{app} has these settings already.': '{app} hat diese Einstellungen schon.',
  '{app} has two servers that nobody could tell apart, so nothing was changed.':
    '{app} hat zwei Server, die niemand unterscheiden könnte, also wurde nichts geändert.',
  '{app} is closed.': '{app} ist geschlossen.',
  '{app} is closed. Open it first.': '{app} ist geschlossen. Öffne die App zuerst.',
  '{app} is closed. Open it first; it then sends by itself.':
    '{app} ist geschlossen. Öffne die App zuerst; dann sendet sie von selbst.',
  '{app} is offline.': '{app} ist offline.',
  '{app} is online.': '{app} ist online.',
  '{app} is open.': '{app} ist geöffnet.',
  '{app} lets no other program change its settings.': '{app} lässt kein anderes Programm an seine Einstellungen.',
  '{app} shows its settings to no other program.': '{app} zeigt seine Einstellungen keinem anderen Programm.',
  '{app} still waits for an answer. Answer its window, and check again.':
    '{app} wartet immer noch auf Antwort. Antworte dem Fenster, und prüfe noch einmal.',
  '{app} tells the kind of encryption by the port, and not for this one.':
    '{app} erkennt die Art der Verschlüsselung am Port, und bei diesem nicht.',
  '{app} took the password, but no waiting mail has left within two minutes. It may be large; or {app} asks for the password in a window of its own: then type it there.':
    '{app} hat das Passwort genommen, aber in zwei Minuten ist keine wartende Mail hinausgegangen. Vielleicht ist sie groß; oder {app} fragt in einem eigenen Fenster nach dem Passwort: Dann gib es dort ein.',
  '{app} would not sign in by itself at {host}, so nothing was changed.':
    '{app} würde sich bei {host} nicht von selbst anmelden, also wurde nichts geändert.',
  '{command} (never by force)': '{command} (ohne es zu erzwingen)',
  '{command} (your own; it starts again by itself)': '{command} (nur der eigene; er startet von selbst wieder)',
  '{command}, with the identifier that macOS lists for it': '{command}, mit der Kennung, unter der macOS es führt',
  '{count} messages are saved in {folder}.': {
    one: '{count} Nachricht ist in {folder} gesichert.',
    other: '{count} Nachrichten sind in {folder} gesichert.',
  },
  '{count} messages that waited then wait no longer. With the old index they could be sent twice, so that stays in {folder}':
    {
      one: '{count} Nachricht, die damals wartete, wartet nicht mehr. Mit dem alten Index könnte sie zweimal gesendet werden, also bleibt er in {folder}',
      other:
        '{count} Nachrichten, die damals warteten, warten nicht mehr. Mit dem alten Index könnten sie zweimal gesendet werden, also bleibt er in {folder}',
    },
  '{count} messages wait no longer: they were sent, or else are saved in {folder}.': {
    one: '{count} Nachricht wartet nicht mehr: Sie wurde gesendet oder ist sonst in {folder} gesichert.',
    other: '{count} Nachrichten warten nicht mehr: Sie wurden gesendet oder sind sonst in {folder} gesichert.',
  },
  '{count} messages were saved in {folder}; {lost} could not be saved whole.': {
    one: '{count} Nachricht wurde in {folder} gesichert. Nicht vollständig zu sichern: {lost}.',
    other: '{count} Nachrichten wurden in {folder} gesichert. Nicht vollständig zu sichern: {lost}.',
  },
  '{count} messages were written since, and would not be sent with the old index. Wait until they have left.': {
    one: 'Seitdem wurde eine Nachricht geschrieben, die mit dem alten Index nicht gesendet würde. Warte, bis sie weg ist.',
    other:
      'Seitdem wurden {count} Nachrichten geschrieben, die mit dem alten Index nicht gesendet würden. Warte, bis sie weg sind.',
  },
  '{host} could not be asked.': '{host} konnte nicht gefragt werden.',
  '{host} does not offer this way to sign in.': '{host} bietet diese Art der Anmeldung nicht an.',
  '{host} greets and encrypts as it should': '{host} meldet sich und verschlüsselt, wie es sein soll',
  '{host} takes a safer way to sign in than this.': '{host} nimmt eine sicherere Art der Anmeldung als diese.',
  '{host} takes connections on port {ports}': '{host} nimmt Verbindungen auf Port {ports} an',
  '{host} takes no encrypted connection on port {port} just now.':
    '{host} nimmt auf Port {port} gerade keine verschlüsselte Verbindung an.',
  '{host}, port {port}': '{host}, Port {port}',
  '{lost} of the waiting messages could not be saved whole, so nothing is changed.':
    'Wartende Nachrichten, die sich nicht vollständig sichern ließen: {lost}. Deshalb wird nichts geändert.',
  '{messages}: a copy stands in Sent. It has most likely arrived; do not send it again.':
    '{messages}: In „Gesendet“ liegt eine Kopie. Sehr wahrscheinlich ist alles angekommen; bitte nicht noch einmal senden.',
  '{messages}: no copy stands in Sent. It may have left all the same: ask a recipient before you send again.':
    '{messages}: In „Gesendet“ liegt keine Kopie. Trotzdem kann die Mail hinausgegangen sein: Frag jemanden von den Empfängern, bevor du noch einmal sendest.',
  '{messages}: nobody could look into Sent. Ask a recipient.':
    '{messages}: In „Gesendet“ konnte niemand nachsehen. Frag jemanden von den Empfängern.',
  '{name} could not be started.': '{name} ließ sich nicht starten.',
  '{name} writes its log. Asking it to send.': '{name} schreibt sein Protokoll. Es wird gebeten zu senden.',
  '{said} The reason given: {detail}': '{said} Als Grund wurde genannt: {detail}',
  '{what} Somebody who manages this Mac, or a program on it, may keep this setting as it was.':
    '{what} Vielleicht hält jemand, der diesen Mac verwaltet, oder ein Programm darauf diese Einstellung, wie sie war.',
  '{why} Nothing was changed.': '{why} Es wurde nichts geändert.',
  '{why} The mail app was given nothing.': '{why} Die Mail-App hat nichts bekommen.',
  '“{program}” listens on port {port} of this Mac.': '„{program}“ lauscht auf Port {port} dieses Mac.',
  '“{program}” still listens there. Quit it when you are ready, and check again.':
    '„{program}“ lauscht dort noch. Beende es, wenn du so weit bist, und prüfe noch einmal.',
})
