import { catalogue } from '../template.ts'

export const sync = catalogue({
  'All that you have sent is filed.': 'Alles, was Sie gesendet haben, ist abgelegt.',
  'among all mail, but not in the inbox': 'unter allen Nachrichten, aber nicht im Posteingang',
  'Ask {app} to fetch new mail, so that it looks for folders again.':
    'Lassen Sie {app} neue E-Mails abrufen, damit es wieder nach Ordnern sieht.',
  'Ask {app} to fetch new mail. If nothing comes, take the account offline and online again.':
    'Lassen Sie {app} neue E-Mails abrufen. Kommt nichts, nehmen Sie den Account offline und wieder online.',
  'Choose the inbox in {app}, and let it rebuild that mailbox. The mail itself is safe on the server.':
    'Wählen Sie in {app} den Eingang aus und lassen Sie dieses Postfach wiederherstellen. Die E-Mails selbst liegen sicher auf dem Server.',
  'Delete large messages, or empty the trash on the website of your provider.':
    'Löschen Sie große Nachrichten, oder leeren Sie den Papierkorb auf der Website Ihres Anbieters.',
  'Do not send it again: it has left. The copy is filed as soon as the server takes it.':
    'Senden Sie nicht noch einmal: Die Nachricht ist hinausgegangen. Die Kopie wird abgelegt, sobald der Server sie annimmt.',
  'For more than half an hour, {app} has not told the server of {changes} made on this Mac.':
    'Seit mehr als einer halben Stunde hat {app} dem Server {changes} auf diesem Mac nicht mitgeteilt.',
  'From there to the mailbox it went within {took}.': 'Von dort bis ins Postfach brauchte sie {took}.',
  'in the archive': 'im Archiv',
  'In {app}, choose which mailbox is for sent messages.':
    'Wählen Sie in {app} aus, welches Postfach für gesendete Nachrichten ist.',
  'It arrived {where}, {took} after it was sent.': 'Sie ist {where} angekommen, {took} nach dem Senden.',
  'It could not be moved to the trash; you may delete it.':
    'Sie ließ sich nicht in den Papierkorb legen und kann gelöscht werden.',
  'It lies in the trash now.': 'Sie liegt jetzt im Papierkorb.',
  'It was sent, but could not be looked for: {why}': 'Sie wurde gesendet, aber suchen ließ sie sich nicht: {why}',
  'It was sent, but had not arrived after five minutes. It may still come.':
    'Sie wurde gesendet, war aber nach fünf Minuten nicht angekommen. Sie kann noch kommen.',
  'Leave {app} open until it is done; that may take hours. Nothing is lost.':
    'Lassen Sie {app} offen, bis es fertig ist; das kann Stunden dauern. Verloren ist nichts.',
  'No change waits to be told to the server.': 'Keine Änderung wartet darauf, dem Server mitgeteilt zu werden.',
  'No password is kept for this account, so its server was not asked; outbox-doctor sign-in add keeps one.':
    'Für diesen Account ist kein Passwort hinterlegt, deshalb wurde sein Server nicht gefragt; outbox-doctor sign-in add hinterlegt eins.',
  'No password is kept for this account, so nothing could be sent.':
    'Für diesen Account ist kein Passwort hinterlegt, deshalb ließ sich nichts senden.',
  'Nothing was sent, because it could not be written down first.':
    'Es wurde nichts gesendet, weil es sich vorher nicht aufschreiben ließ.',
  'Only an account that receives by IMAP can be compared with its server.':
    'Nur ein Account, der über IMAP empfängt, lässt sich mit seinem Server vergleichen.',
  'Only an account that sends by SMTP and receives by IMAP can be tried this way.':
    'So lässt sich nur ein Account ausprobieren, der über SMTP sendet und über IMAP empfängt.',
  'Seen from this Mac only.': 'Nur von diesem Mac aus gesehen.',
  'Sending by {host}.': 'Es wird über {host} gesendet.',
  'Six such messages were sent within a day. Please try again tomorrow.':
    'Sechs solche Nachrichten sind an einem Tag gesendet worden. Bitte morgen wieder versuchen.',
  'Somebody may have renamed or deleted it elsewhere. Save what is in it before you change anything.':
    'Vielleicht hat ihn jemand anderswo umbenannt oder gelöscht. Sichern Sie, was darin ist, bevor Sie etwas ändern.',
  'That connection seems to have died, as happens after sleep or with a VPN. Let {app} connect anew: take it offline and online again.':
    'Diese Verbindung ist wohl tot, wie es nach dem Ruhezustand oder mit einem VPN vorkommt. Nehmen Sie {app} offline und wieder online.',
  'The account signs in in its provider’s own window, so {host} was not asked.':
    'Der Account meldet sich im eigenen Fenster seines Anbieters an, deshalb wurde {host} nicht gefragt.',
  'The folder is not subscribed to. Subscribe to it on the website of your provider, or in {app}.':
    'Der Ordner ist nicht abonniert. Abonnieren Sie ihn auf der Website Ihres Anbieters oder in {app}.',
  'The inbox is current.': 'Der Eingang ist aktuell.',
  'The mail app’s store has no folders of this account.':
    'Im Speicher des E-Mail-Programms gibt es keine Ordner dieses Accounts.',
  'The mailbox on the server is nearly full: {used} of {limit}.':
    'Das Postfach auf dem Server ist fast voll: {used} von {limit}.',
  'The name {host} could not be looked up.': 'Der Name {host} ließ sich nicht nachschlagen.',
  'The outgoing server took it within {took}.': 'Der Postausgangsserver hat sie innerhalb von {took} angenommen.',
  'The server did not take the message: {why}': 'Der Server hat die Nachricht nicht angenommen: {why}',
  'The server has mail in the folder “{folder}”, which {app} does not show.':
    'Der Server hat E-Mails im Ordner „{folder}“, den {app} nicht zeigt.',
  'The server has numbered the mail of this account anew, so {app} fetches all of it again.':
    'Der Server hat die E-Mails dieses Accounts neu nummeriert, deshalb holt {app} alle noch einmal.',
  'The server took it after {took}. Looking for it.': 'Der Server hat sie nach {took} angenommen. Sie wird gesucht.',
  'What {app} has in its store beside the server cannot be read.':
    'Was {app} im Vergleich zum Server gespeichert hat, lässt sich nicht lesen.',
  'Until it does, your other devices show this mail as it was before.':
    'Bis dahin zeigen Ihre anderen Geräte diese E-Mails so, wie sie vorher waren.',
  'When it comes later, it is moved to the trash the next time.':
    'Kommt sie später, wird sie beim nächsten Mal in den Papierkorb gelegt.',
  'Which messages of the inbox are on both sides could not be told.':
    'Welche Nachrichten des Eingangs auf beiden Seiten liegen, ließ sich nicht sagen.',
  'Your provider may keep a copy by itself. Then the mail app need not keep another.':
    'Vielleicht legt Ihr Anbieter selbst eine Kopie ab. Dann braucht das E-Mail-Programm keine zweite abzulegen.',
  '{app} does not show the newest mail: {messages}, the first since {day}.':
    '{app} zeigt die neuesten E-Mails nicht: {messages}, die erste seit {day}.',
  '{app} has mail in the folder “{folder}”, and the server has no such folder.':
    '{app} hat E-Mails im Ordner „{folder}“, und auf dem Server gibt es keinen solchen Ordner.',
  '{app} is connected to the server, and still does not show {messages}, the first since {day}.':
    '{app} ist mit dem Server verbunden und zeigt trotzdem {messages} nicht, die erste seit {day}.',
  '{app} misses mail in the middle of its inbox: {messages} that the server has.':
    '{app} fehlen E-Mails mitten im Eingang: {messages}, die der Server hat.',
  '{app} puts what you send into “{folder}”; your other devices look for it in “{server}”.':
    '{app} legt, was Sie senden, in „{folder}“ ab; Ihre anderen Geräte suchen es in „{server}“.',
  'Its server asked to be left alone for a while, and is asked again later.':
    'Sein Server bat, eine Weile in Ruhe gelassen zu werden, und wird später wieder gefragt.',
  '{count} changes': { one: '{count} Änderung', other: '{count} Änderungen' },
  '{host} asks to be left alone for a while.': '{host} bittet, eine Weile in Ruhe gelassen zu werden.',
  '{host} could not be asked: {words}': '{host} ließ sich nicht fragen: {words}',
  '{host} did not answer in time.': '{host} antwortete nicht rechtzeitig.',
  '{host} did not let the account in: {words}': '{host} ließ den Account nicht hinein: {words}',
  '{host} said more of its folders than anybody reads.': '{host} sagte mehr von seinen Ordnern, als irgendwer liest.',
  '{host} was given this password before, and is not given it again for now.':
    '{host} hat dieses Passwort schon bekommen und bekommt es fürs Erste nicht noch einmal.',
  '{messages} left, but the copy is on this computer alone and not on the server.':
    '{messages} sind hinausgegangen, aber die Kopie liegt nur auf diesem Computer und nicht auf dem Server.',
  '{messages} lie twice among what was sent.': '{messages} liegen doppelt bei den gesendeten.',
})
