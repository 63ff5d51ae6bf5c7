import { catalogue } from '../template.ts'

export const clients = catalogue({
  'Apple Mail cannot be asked until you allow Automation for it.':
    'Apple Mail kann erst gefragt werden, wenn du Automation dafür erlaubst.',
  'Apple Mail cannot be asked while it is closed.': 'Apple Mail kann nicht gefragt werden, solange es geschlossen ist.',
  'Apple Mail cannot be asked: Automation is not allowed for it.':
    'Apple Mail kann nicht gefragt werden: Automation ist dafür nicht erlaubt.',
  'Apple Mail could not answer the question.': 'Apple Mail konnte die Frage nicht beantworten.',
  'Apple Mail could not be asked.': 'Apple Mail konnte nicht gefragt werden.',
  'Apple Mail did not find what it was asked about.': 'Apple Mail hat nicht gefunden, wonach es gefragt wurde.',
  'Apple Mail does not answer: it is busy, or one of its windows waits for you.':
    'Apple Mail antwortet nicht: Es ist beschäftigt, oder eines seiner Fenster wartet auf dich.',
  'Apple Mail gave an answer that could not be read.': 'Apple Mail hat eine Antwort gegeben, die nicht zu lesen war.',
  'Apple Mail quit while it was asked.': 'Apple Mail hat sich beendet, während es gefragt wurde.',
  'Apple Mail told only of some of the messages in its outbox.':
    'Apple Mail hat nur von einigen der Nachrichten in seinem Postausgang erzählt.',
  'Choose File > Send Unsent Messages in the menu bar.':
    'Wähle im Menü „Datei“, dass nicht gesendete Nachrichten gesendet werden.',
  'Choose the server of this account’s own provider there.':
    'Wähle dort den Server des Anbieters, zu dem dieses Konto gehört.',
  'Choose this account and enter {secret}.': 'Wähle diesen Account und gib {secret} ein.',
  'Choose this account and open its server settings.': 'Wähle diesen Account und öffne seine Servereinstellungen.',
  'Choose this account on the left, and look at “Outgoing server”.':
    'Wähle links diesen Account und sieh dir „Postausgangsserver“ an.',
  'Choose this account on the left.': 'Wähle links diesen Account.',
  'Choose this account, and look at its outgoing server.':
    'Wähle diesen Account und sieh dir seinen Postausgangsserver an.',
  'Choose this account, and switch it on.': 'Wähle diesen Account und schalte ihn ein.',
  'Choose this account, open its server settings, and look at the outgoing server.':
    'Wähle diesen Account, öffne seine Servereinstellungen und sieh dir den Postausgangsserver an.',
  'Choose this account, so that you see its server settings.':
    'Wähle diesen Account, damit du seine Servereinstellungen siehst.',
  'Click this account in the list on the left, then choose Send & Receive.':
    'Klicke links in der Liste auf diesen Account und wähle dann „Senden & Empfangen“.',
  'Click this account on the left, and find “Outgoing Server (SMTP)” at the end of its page.':
    'Klicke links auf dieses Konto und suche am Ende seiner Seite „Postausgangs-Server (SMTP)“.',
  'Click this account on the left, and tick “Enable this account”.':
    'Klicke links auf diesen Account und aktiviere ihn dort („Enable this account“).',
  'Click this account on the left, then Server Settings. Enter {secret} for receiving there.':
    'Klicke links auf diesen Account und dann auf „Servereinstellungen“. Gib dort {secret} zum Empfangen ein.',
  'Click this account on the left, then click Server Settings.':
    'Klicke links auf diesen Account und dann auf „Servereinstellungen“.',
  'Click “Server Settings” below this account on the left.':
    'Klicke links unter diesem Konto auf „Server-Einstellungen“.',
  'Download Outlook again from the App Store or from Microsoft’s website, and install it.':
    'Lade Outlook neu aus dem App Store oder von der Website von Microsoft und installiere es.',
  'Download Thunderbird again from thunderbird.net, and install it.':
    'Lade Thunderbird noch einmal von thunderbird.net und installiere es.',
  'Download Thunderbird again from thunderbird.net, and put it in the place of the old one.':
    'Lade Thunderbird noch einmal von thunderbird.net und setze es an die Stelle des alten.',
  'Fetch mail and send a message: Thunderbird asks each time. Enter {secret}, and let Thunderbird keep it.':
    'Rufe Mails ab und sende eine Nachricht: Thunderbird fragt jedes Mal. Gib {secret} ein und lass Thunderbird es behalten.',
  'For pictures: choose a smaller size under “Image Size” in the message window. Or put large files into a cloud folder.':
    'Bei Bildern: Wähle im Fenster der Nachricht unter „Bildgröße“ eine kleinere Größe. Oder lege große Dateien in einen Ordner in der Cloud.',
  'For sending: click “Outgoing Server (SMTP)” at the end of the list on the left, choose the server, and click Edit.':
    'Zum Senden: Klicke links am Ende der Liste auf „Postausgangs-Server (SMTP)“, wähle den Server und klicke auf „Bearbeiten“.',
  'For sending: if “More Options” shows a password of its own, enter it there, too.':
    'Zum Senden: Wenn unter „Weitere Optionen“ ein eigenes Passwort steht, gib es auch dort ein.',
  'For sending: open the Account menu of the outgoing server, choose “Edit SMTP Server List”, and click the server.':
    'Zum Senden: Öffne beim Server für ausgehende Mail das Menü „Account“, wähle „SMTP-Serverliste bearbeiten“ und klicke auf den Server.',
  'For sending: open the Account menu of the outgoing server, choose “Edit SMTP Server List”, and enter it there, too.':
    'Zum Senden: Öffne beim Server für ausgehende Mail das Menü „Account“, wähle „SMTP-Serverliste bearbeiten“ und gib es auch dort ein.',
  'If it comes back: in Mail > {settings} > General, let Mail check for new messages less often.':
    'Wenn es wiederkommt: Lass Mail unter „Mail > {settings} > Allgemein“ seltener nach neuen Nachrichten sehen.',
  'If it comes back: let the mail apps check for new messages less often.':
    'Wenn es wiederkommt: Lass die Mail-Apps seltener nach neuen Nachrichten sehen.',
  'If it comes back: under “Server Settings” of the account, let Thunderbird check for new messages less often.':
    'Falls es wiederkommt: Lass Thunderbird in den „Server-Einstellungen“ des Kontos seltener nach neuen Nachrichten sehen.',
  'If it is ticked already, choose Mailbox > Take All Accounts Online in the menu bar.':
    'Ist es schon gesetzt, schalte im Menü „Postfach“ alle Accounts online („Take All Accounts Online“).',
  'If the outgoing server shows a password of its own, enter it there, too.':
    'Wenn beim Postausgangsserver ein eigenes Passwort steht, gib es auch dort ein.',
  'In Mail, choose Window > Connection Doctor in the menu bar, and tick “Log Connection Activity”.':
    'Wähle in Mail in der Menüleiste Fenster > Verbindung prüfen und setze das Häkchen bei „Verbindungsaktivität protokollieren“.',
  'In Thunderbird: File, Offline, “Work Offline”, without the tick. Then File, “Send Unsent Messages”.':
    'In Thunderbird: „Datei“, „Offline“, „Offline arbeiten“ ohne Häkchen. Danach in „Datei“ das Senden der nicht gesendeten Nachrichten.',
  'In Thunderbird: File, “Send Unsent Messages”.':
    'In Thunderbird: im Menü „Datei“ die nicht gesendeten Nachrichten senden.',
  'In the menu bar, choose Mailbox, then Rebuild.': 'Wählen Sie in der Menüleiste „Postfach“, dann „Wiederherstellen“.',
  'It cannot be seen whether Apple Mail is open.': 'Ob Apple Mail geöffnet ist, ist nicht zu sehen.',
  'It cannot be seen whether Outlook is open.': 'Ob Outlook geöffnet ist, ist nicht zu sehen.',
  'It cannot be seen whether Thunderbird is open.': 'Ob Thunderbird geöffnet ist, ist nicht zu sehen.',
  'It was not looked up whether all messages are to be sent now or later.':
    'Ob alle Nachrichten jetzt oder später gesendet werden sollen, wurde nicht nachgesehen.',
  'Its text is in no file, and Outlook did not give it; open Outlook and try again.':
    'Der Text steht in keiner Datei, und Outlook hat ihn nicht herausgegeben; öffne Outlook und versuche es noch einmal.',
  'Mail can be switched only by its menu, for which Outbox Doctor needs Accessibility.':
    'Mail lässt sich nur über das Menü umschalten. Dafür braucht Outbox Doctor das Recht „Bedienungshilfen“.',
  'Mail’s index': 'Der Index von Mail',
  'Mail’s index is built so that older messages in the outbox cannot be found in it.':
    'Der Index von Mail ist so gebaut, dass ältere Nachrichten im Postausgang darin nicht zu finden sind.',
  'Mail’s menu could not be read, perhaps because it is in another language.':
    'Das Menü von Mail konnte nicht gelesen werden, vielleicht weil es in einer anderen Sprache ist.',
  'Make pictures smaller first, or put large files into a cloud folder and send a link to them.':
    'Mach Bilder vorher kleiner, oder lege große Dateien in einen Ordner in der Cloud und sende einen Link darauf.',
  'Neither a whole file of it was found, nor did Mail give its text.':
    'Weder wurde eine vollständige Datei davon gefunden, noch hat Mail den Text herausgegeben.',
  'New Outlook shows its outbox to no other program, so Outbox Doctor cannot see whether mail is waiting in it.':
    'Das neue Outlook zeigt seinen Postausgang keinem anderen Programm, deshalb kann Outbox Doctor nicht sehen, ob darin Mail wartet.',
  'Now untick “Log Connection Activity” in Mail’s Connection Doctor again: the log grows large and holds your mail.':
    'Nimm jetzt in Mail unter „Verbindung prüfen“ das Häkchen bei „Verbindungsaktivität protokollieren“ wieder weg: Das Protokoll wird groß und enthält deine Mail.',
  'Open Mail and choose Mail > {settings} in the menu bar, then click Accounts.':
    'Öffne Mail, wähle in der Menüleiste „Mail > {settings}“ und klicke dann auf „Accounts“.',
  'Open Mail, and click the inbox of this account in the list of mailboxes.':
    'Öffnen Sie Mail, und klicken Sie in der Liste der Postfächer auf den Eingang dieses Accounts.',
  'Open Microsoft’s support pages': 'Hilfeseiten von Microsoft öffnen',
  'Open Outlook and choose Outlook > {settings} in the menu bar, then Accounts.':
    'Öffne Outlook, wähle in der Menüleiste „Outlook > {settings}“ und dann „Konten“.',
  'Open Outlook and choose Tools > Accounts in the menu bar.':
    'Öffne Outlook und wähle in der Menüleiste „Extras > Konten“.',
  'Open Outlook and find its list of accounts: Tools > Accounts, or Outlook > {settings} > Accounts.':
    'Öffne Outlook und suche die Liste der Accounts: „Extras > Konten“ oder „Outlook > {settings} > Konten“.',
  'Open Outlook, and see in the Outlook menu that “Work Offline” has no tick.':
    'Öffne Outlook und sieh im Menü „Outlook“ nach, dass bei „Offline arbeiten“ kein Häkchen steht.',
  'Open Outlook, choose Help > Check for Updates in the menu bar, and install what it finds.':
    'Öffne Outlook, wähle in der Menüleiste „Hilfe“ und dort die Suche nach Updates, und installiere, was gefunden wird.',
  'Open Thunderbird and choose Tools > Account Settings in the menu bar.':
    'Öffne Thunderbird und wähle in der Menüleiste „Extras > Konten-Einstellungen“.',
  'Open Thunderbird, and see in the menu File > Offline that “Work Offline” has no tick.':
    'Öffne Thunderbird und sieh im Menü „Datei > Offline“ nach, dass bei „Offline arbeiten“ kein Häkchen steht.',
  'Open Thunderbird, choose Thunderbird > About Thunderbird in the menu bar, and install what it finds.':
    'Öffne Thunderbird, wähle in der Menüleiste „Thunderbird > Über Thunderbird“ und installiere, was es findet.',
  'Open Thunderbird, click Outbox, choose the message, then Message > Edit As New Message. Delete the old one once the new one has left.':
    'Öffne Thunderbird, klicke auf „Postausgang“, wähle die Nachricht, dann „Nachricht > Als neu bearbeiten“. Lösche die alte, sobald die neue hinaus ist.',
  'Open Thunderbird.': 'Öffne Thunderbird.',
  'Open it and wait until it has put its mail in order.': 'Öffne es und warte, bis es seine Mail geordnet hat.',
  'Open the Account menu of the outgoing server, and choose the server of this account’s own provider.':
    'Öffne beim Server für ausgehende Mail das Menü „Account“ und wähle den Server vom Anbieter dieses Accounts.',
  'Open your mail app and find its list of accounts, which mostly is in its settings.':
    'Öffne deine Mail-App und suche die Liste der Accounts. Meist ist sie in den Einstellungen.',
  'Open your mail app, click Outbox, and open the message with a double click.':
    'Öffne deine Mail-App, klicke auf „Postausgang“ und öffne die Nachricht mit einem Doppelklick.',
  'Open {name}, click Outbox, and open the message with a double click.':
    'Öffne {name}, klicke auf „Postausgang“ und öffne die Nachricht mit einem Doppelklick.',
  'Outbox Doctor cannot tell whether legacy or New Outlook is at work, so an outbox that looks empty proves nothing.':
    'Outbox Doctor kann nicht sagen, ob das alte oder das neue Outlook benutzt wird, deshalb beweist ein leerer Postausgang nichts.',
  'Outbox Doctor must be allowed to control Outlook, to change Work Offline.':
    'Outbox Doctor muss Outlook steuern dürfen, um „Offline arbeiten“ umzuschalten.',
  'Outlook cannot be asked until you allow Automation for it.':
    'Outlook kann erst gefragt werden, wenn du Automation dafür erlaubst.',
  'Outlook cannot be asked while it is closed.': 'Outlook kann nicht gefragt werden, solange es geschlossen ist.',
  'Outlook cannot be asked: Automation is not allowed for it.':
    'Outlook kann nicht gefragt werden: Automation ist dafür nicht erlaubt.',
  'Outlook could not answer the question.': 'Outlook konnte die Frage nicht beantworten.',
  'Outlook did not tell which messages are to be sent later.':
    'Outlook hat nicht gesagt, welche Nachrichten später gesendet werden sollen.',
  'Outlook does not answer: it is busy, or one of its windows waits for you.':
    'Outlook antwortet nicht: Es ist beschäftigt, oder eines seiner Fenster wartet auf dich.',
  'Outlook gave an answer that could not be read.': 'Outlook hat eine Antwort gegeben, die nicht zu lesen war.',
  'Outlook keeps some outgoing servers to itself; the usual ones of the provider are assumed.':
    'Outlook verrät einige Server zum Senden nicht; angenommen werden die üblichen des Anbieters.',
  'Outlook shows no account to ask.': 'Outlook zeigt keinen Account, der gefragt werden könnte.',
  'Outlook told only of some of the messages in its outbox.':
    'Outlook hat nur von einigen der Nachrichten in seinem Postausgang erzählt.',
  'Outlook’s list of accounts': 'Die Account-Liste von Outlook',
  'Outlook’s outbox': 'Der Postausgang von Outlook',
  'Outlook’s outbox holds more messages than are looked at.':
    'Im Postausgang von Outlook sind mehr Nachrichten, als angesehen werden.',
  'Part of the settings of {count} mail accounts could not be read.': {
    one: 'Ein Teil der Einstellungen eines Mail-Accounts konnte nicht gelesen werden.',
    other: 'Ein Teil der Einstellungen von {count} Mail-Accounts konnte nicht gelesen werden.',
  },
  'Quit Outlook, and move Microsoft Outlook from Applications to the Trash. Your mail and accounts stay.':
    'Beende Outlook und lege Microsoft Outlook aus dem Ordner „Programme“ in den Papierkorb. Deine Mail und deine Accounts bleiben.',
  'Quit Thunderbird, and move it from Applications to the Trash. Your mail and accounts stay.':
    'Beende Thunderbird und lege es aus dem Ordner „Programme“ in den Papierkorb. Deine Mails und Accounts bleiben.',
  'Remove the lines with the servers of this account there. Let nobody look on.':
    'Entferne dort die Zeilen mit den Servern dieses Kontos. Lass dabei niemanden zusehen.',
  'The accounts are those of legacy Outlook; New Outlook may send through Microsoft’s own servers instead.':
    'Die Accounts sind die des alten Outlook; das neue Outlook sendet stattdessen vielleicht über Microsofts eigene Server.',
  'The attachment in part {part} was not on this Mac.': 'Der Anhang in Teil {part} war nicht auf diesem Mac.',
  'The list of mail accounts': 'Die Liste der Mail-Accounts',
  'The list of mail accounts is laid out in a way not known here.':
    'Die Liste der Mail-Accounts ist auf eine Weise angelegt, die hier nicht bekannt ist.',
  'The question to Apple Mail failed.': 'Die Frage an Apple Mail ist fehlgeschlagen.',
  'The question to Apple Mail was cancelled.': 'Die Frage an Apple Mail wurde abgebrochen.',
  'The question to Outlook was cancelled.': 'Die Frage an Outlook wurde abgebrochen.',
  'Then choose Thunderbird > {settings} in the menu bar, Privacy & Security, and click Saved Passwords.':
    'Wähle danach in der Menüleiste „Thunderbird > {settings}“, „Datenschutz & Sicherheit“ und klicke auf „Gespeicherte Passwörter“.',
  'Thunderbird can be asked to send only by its menu, for which Outbox Doctor needs Accessibility.':
    'Thunderbird lässt sich nur über sein Menü bitten zu senden. Dafür braucht Outbox Doctor das Recht „Bedienungshilfen“.',
  'Thunderbird keeps its outbox in a form that Outbox Doctor cannot read: a file for each message.':
    'Thunderbird führt seinen Postausgang in einer Form, die Outbox Doctor nicht lesen kann: eine Datei für jede Nachricht.',
  'Thunderbird’s file of settings': 'Die Datei mit den Einstellungen von Thunderbird',
  'Thunderbird’s list of profiles': 'Die Liste der Profile von Thunderbird',
  'Thunderbird’s menu could not be read, perhaps because it is in another language.':
    'Das Menü von Thunderbird ließ sich nicht lesen, vielleicht weil es in einer anderen Sprache ist.',
  'Thunderbird’s outbox': 'Der Postausgang von Thunderbird',
  'Thunderbird’s profile lies in a place that Outbox Doctor does not look into.':
    'Das Profil von Thunderbird liegt an einem Ort, an dem Outbox Doctor nicht nachsieht.',
  'To keep messages but not on the server: move them to a folder under “Local Folders”.':
    'Um Nachrichten zu behalten, aber nicht auf dem Server: Verschiebe sie in einen Ordner unter „Lokale Ordner“.',
  'To keep messages but not on the server: move them to a folder under “On My Computer”, where there is one.':
    'Wenn du Nachrichten behalten willst, aber nicht auf dem Server: Bewege sie in einen Ordner unter „Auf meinem Computer“, wenn es ihn gibt.',
  'To keep messages but not on the server: move them to a mailbox under “On My Mac”.':
    'Wenn du Nachrichten behalten willst, aber nicht auf dem Server: Bewege sie in ein Postfach unter „Auf meinem Mac“ (oder „Lokal“).',
  'check that the port is the port below, and tick “Use SSL to connect”.':
    'Prüfe, ob dort der Port von unten steht, und kreuze die Verbindung mit SSL („Use SSL to connect“) an.',
  'choose the encryption below under “Connection security”, and check that “Port” is the port below.':
    'Wähle bei „Verbindungssicherheit“ die Verschlüsselung von unten und prüfe, ob bei „Port“ der Port von unten steht.',
  'choose the encryption below, and check that the port is the port below.':
    'Wähle die Verschlüsselung, die unten steht, und prüfe, ob dort der Port von unten steht.',
  'choose the way to sign in below under “Authentication method”, and check the user name.':
    'Wähle bei „Authentifizierungsmethode“ die Anmeldung von unten und prüfe den Benutzernamen.',
  'choose the way to sign in below, and fill in user name and password.':
    'Wähle die Art der Anmeldung, die unten steht, und trage Benutzername und Passwort ein.',
  'click the check mark in the message window.': 'klicke im Fenster der Nachricht auf das Häkchen.',
  'click “More Options” and choose the way to sign in below, with user name and password.':
    'Klicke auf „Weitere Optionen“ und wähle die Art der Anmeldung, die unten steht, mit Benutzername und Passwort.',
  'enter the port below and choose the encryption below.':
    'Gib den Port von unten ein und wähle die Verschlüsselung, die unten steht.',
  'enter the server name and the port below, and choose the encryption below under “Connection security”.':
    'Trage Servernamen und Port von unten ein und wähle bei „Verbindungssicherheit“ die Verschlüsselung von unten.',
  'enter the server name and the port below, and choose the encryption below.':
    'Gib den Servernamen und den Port von unten ein und wähle die Verschlüsselung, die unten steht.',
  'enter the server name and the port below, and tick “Override default port” and “Use SSL to connect”.':
    'Gib den Servernamen und den Port von unten ein und kreuze „Standardport außer Kraft setzen“ und die Verbindung mit SSL („Use SSL to connect“) an.',
  'put the port below into “Port”, and choose the encryption below under “Connection security”.':
    'Trage den Port von unten bei „Port“ ein und wähle bei „Verbindungssicherheit“ die Verschlüsselung von unten.',
  'put the server name below in the place of the old one.': 'Ersetze den alten Servernamen durch den von unten.',
  'put the server name below into “Host Name”.': 'Trage den Servernamen von unten bei „Hostname“ ein.',
  'put the server name below into “Server Name”.': 'Trage den Servernamen von unten bei „Server“ ein.',
  'switch signing off for it.': 'schalte das Signieren für sie aus.',
  'switch signing off in the menu Security of the message window.':
    'schalte das Signieren im Menü „Sicherheit“ des Nachrichtenfensters aus.',
  'switch signing off in the message’s options.': 'schalte in den Optionen der Nachricht das Signieren aus.',
  'switch “Sign” off in the message’s Options.': 'schalte in den Optionen der Nachricht das Signieren („Sign“) aus.',
  'tick “Override default port”, enter the port below, and tick “Use SSL to connect”.':
    'Kreuze „Standardport außer Kraft setzen“ an, gib den Port von unten ein und kreuze die Verbindung mit SSL („Use SSL to connect“) an.',
  'untick “Automatically manage connection settings”':
    'Nimm das Häkchen bei „Verbindungseinstellungen automatisch verwalten“ weg',
  '{subject} cannot be read without Full Disk Access.':
    '{subject} kann ohne Festplattenvollzugriff nicht gelesen werden.',
  '{subject} could not be read.': '{subject} konnte nicht gelesen werden.',
  '{subject} could not be read: it is not kept as Outbox Doctor knows it.':
    '{subject} konnte nicht gelesen werden: anders abgelegt, als Outbox Doctor es kennt.',
  '{subject} could not be read: it may be damaged.': '{subject} konnte nicht gelesen werden: vielleicht beschädigt.',
  '{subject} has to be copied to be read, and there is no room or no place for the copy on this Mac.':
    '{subject} muss zum Lesen kopiert werden, und auf diesem Mac ist kein Platz oder kein Ort für die Kopie.',
  '{subject} is in use and could not be read just now.':
    '{subject} wird gerade benutzt und konnte im Augenblick nicht gelesen werden.',
  '{subject} is laid out in a way not known here: no {lacks}.':
    '{subject} ist auf eine Weise angelegt, die hier nicht bekannt ist: {lacks} fehlt.',
  '{subject} is too large to be read.': '{subject} ist zu groß, um gelesen zu werden.',
  '{subject} may not be read.': '{subject}: kein Zugriff.',
  '{subject} was not found.': '{subject} ist nicht da.',
  '{subject} was not found: Apple Mail may never have been used on this Mac.':
    '{subject} wurde nicht gefunden: Vielleicht wurde Apple Mail auf diesem Mac nie benutzt.',
  '{subject} was not found: Outlook may never have been used on this Mac.':
    '{subject} wurde nicht gefunden: Vielleicht wurde Outlook auf diesem Mac nie benutzt.',
  '{untick}, check that “Port” is the port below, and tick “Use TLS/SSL”.':
    '{untick}, prüfe, ob bei „Port“ der Port von unten steht, und kreuze „TLS/SSL verwenden“ an.',
  '{untick}, choose the way to sign in below under “Authentication”, and fill in user name and password.':
    '{untick}, wähle unter „Authentifizierung“ die Art der Anmeldung, die unten steht, und trage Benutzername und Passwort ein.',
  '{untick}, enter the server name and the port below, and tick “Use TLS/SSL”.':
    '{untick}, gib den Servernamen und den Port von unten ein und kreuze „TLS/SSL verwenden“ an.',
  '{untick}, put the port below into “Port”, and tick “Use TLS/SSL”.':
    '{untick}, trage den Port von unten bei „Port“ ein und kreuze „TLS/SSL verwenden“ an.',
  '{why} And Mail itself did not tell what waits.': '{why} Und Mail selbst hat nicht gesagt, was wartet.',
  '{why} And while Apple Mail is closed, it cannot be asked.':
    '{why} Und solange Apple Mail geschlossen ist, kann es nicht gefragt werden.',
  '{why} Outlook did not tell what is in it either.': '{why} Auch Outlook hat nicht gesagt, was darin ist.',
  'Mail’s index does not tell which messages of the server it knows.':
    'Der Index von Mail sagt nicht, welche Nachrichten des Servers Mail kennt.',
  'Mail’s index does not tell which changes wait to reach the server.':
    'Der Index von Mail sagt nicht, welche Änderungen noch auf den Server warten.',
  'Mail’s index does not tell which sent messages are filed on the server.':
    'Der Index von Mail sagt nicht, welche gesendeten Nachrichten auf dem Server liegen.',
})
