import { catalogue } from '../template.ts'

export const world = catalogue({
  'A file changed while it was being moved.': 'Eine Datei hat sich geändert, während sie verschoben wurde.',
  'A file is no longer there.': 'Eine Datei ist nicht mehr da.',
  'A link or a folder stands where a file should be.': 'Wo eine Datei sein sollte, ist ein Verweis oder ein Ordner.',
  'Another program is still writing to {path}': 'Ein anderes Programm schreibt noch in {path}',
  Automation: 'Automation',
  'Error {number}.': 'Fehler {number}.',
  'Full Disk Access is missing.': 'Der Festplattenvollzugriff fehlt.',
  'It did not answer.': 'Es hat nicht geantwortet.',
  'It did not connect.': 'Es hat sich nicht verbunden.',
  'It did not disconnect.': 'Es hat sich nicht getrennt.',
  'It may show a window that waits for an answer.': 'Vielleicht zeigt es ein Fenster, das auf eine Antwort wartet.',
  'Neither {place} nor {to} is the file that was moved aside':
    'Weder {place} noch {to} ist die Datei, die beiseitegelegt wurde',
  'New Outlook lets no other program look into its outbox.':
    'Das neue Outlook lässt kein anderes Programm in seinen Postausgang sehen.',
  'No folder could be made in {kept}. {detail}': 'In {kept} konnte kein Ordner angelegt werden. {detail}',
  'Outbox Doctor may not control this app yet: Privacy & Security, Automation.':
    'Outbox Doctor darf diese App noch nicht steuern: Datenschutz & Sicherheit, Automation.',
  'Outbox Doctor may not control this app: Privacy & Security, Automation.':
    'Outbox Doctor darf diese App nicht steuern: Datenschutz & Sicherheit, Automation.',
  'Outbox Doctor may not do this any more: Privacy & Security.':
    'Outbox Doctor darf das nicht mehr tun: Datenschutz & Sicherheit.',
  'Outbox Doctor may not do this: Privacy & Security, {words}.':
    'Outbox Doctor darf das nicht tun: Datenschutz & Sicherheit, {words}.',
  'Outbox Doctor may not use menus: Privacy & Security, Accessibility.':
    'Outbox Doctor darf keine Menüs benutzen: Datenschutz & Sicherheit, Bedienungshilfen.',
  'Reading it took too long and was given up.': 'Das Lesen hat zu lange gedauert und wurde aufgegeben.',
  'Something already stands at {to}': 'An dieser Stelle liegt schon etwas: {to}',
  'That is no name of an interface.': 'Das ist kein Name eines Netzwerkanschlusses.',
  'The administrator’s name or password was not right.': 'Name oder Passwort des Administrators war nicht richtig.',
  'The app did not answer.': 'Die App hat nicht geantwortet.',
  'The app did not say that it was done.': 'Die App hat nicht gesagt, dass es geschehen ist.',
  'The app ended in the middle of it.': 'Die App hat sich mittendrin beendet.',
  'The app is not installed.': 'Die App ist nicht installiert.',
  'The app is not running.': 'Die App ist nicht geöffnet.',
  'The copy of {from} differs': 'Die Kopie von {from} weicht ab',
  'The disk cannot be written.': 'Die Festplatte lässt sich nicht beschreiben.',
  'The disk reports an error.': 'Die Festplatte meldet einen Fehler.',
  'The folder {folder} is in use already': 'Der Ordner {folder} wird schon benutzt',
  'The list in {folder} cannot be read': 'Die Liste in {folder} kann nicht gelesen werden',
  'The mail app cannot be looked into without Full Disk Access or Automation.':
    'Ohne Festplattenvollzugriff oder Automation lässt sich nicht in die Mail-App sehen.',
  'The mail app does not answer, and its files cannot be read.':
    'Die Mail-App antwortet nicht, und ihre Dateien können nicht gelesen werden.',
  'The mail app has moved its store away.': 'Die Mail-App hat ihre Mail-Ablage woandershin gelegt.',
  'The mail app is busy with its store.': 'Die Mail-App ist mit ihrer Mail-Ablage beschäftigt.',
  'The mail app is closed, and its files cannot be read without Full Disk Access.':
    'Die Mail-App ist geschlossen, und ihre Dateien können ohne Festplattenvollzugriff nicht gelesen werden.',
  'The mail store has to be copied to be read, and there is no room or no place for the copy.':
    'Die Mail-Ablage muss zum Lesen kopiert werden, und für die Kopie ist kein Platz oder kein Ort da.',
  'The mail store is damaged.': 'Die Mail-Ablage ist beschädigt.',
  'The mail store is laid out in a way that is not known.':
    'Die Mail-Ablage ist auf eine Weise angelegt, die nicht bekannt ist.',
  'The mail store is not open any more.': 'Die Mail-Ablage ist nicht mehr geöffnet.',
  'The mail store is too large to be read.': 'Die Mail-Ablage ist zu groß, um gelesen zu werden.',
  'The network came back': 'Das Netzwerk kam zurück',
  'The network went away': 'Das Netzwerk fiel weg',
  'The signature of the mail app could not be checked in time.':
    'Die Signatur der Mail-App konnte nicht rechtzeitig geprüft werden.',
  'The signature of the mail app could not be checked.': 'Die Signatur der Mail-App konnte nicht geprüft werden.',
  'The software that filters the network cannot be listed on this computer.':
    'Welche Software das Netzwerk filtert, lässt sich auf diesem Computer nicht auflisten.',
  'The system does not allow it.': 'Das System erlaubt es nicht.',
  'There is no file {from}': 'Es gibt keine Datei {from}',
  'There is no folder for {path}': 'Es gibt keinen Ordner für {path}',
  'There is no place to put it': 'Es gibt keinen Platz dafür',
  'There is no screen to ask an administrator on.':
    'Es gibt keinen Bildschirm, auf dem ein Administrator gefragt werden könnte.',
  'These files are not in our keeping': 'Diese Dateien werden nicht von Outbox Doctor aufbewahrt',
  'This Mac did not list the programs that may filter its network.':
    'Dieser Mac hat die Programme nicht aufgelistet, die sein Netzwerk filtern können.',
  'This Mac did not say which way its packets go.':
    'Dieser Mac hat nicht gesagt, welchen Weg seine Datenpakete nehmen.',
  'This Mac does not allow the mail store to be read.': 'Dieser Mac erlaubt nicht, die Mail-Ablage zu lesen.',
  'This Mac went to sleep': 'Dieser Mac ging in den Ruhezustand',
  'This Mac woke up': 'Dieser Mac ist aufgewacht',
  'This cannot be opened from here.': 'Das lässt sich von hier aus nicht öffnen.',
  'This disk cannot be written.': 'Dieses Laufwerk lässt sich nicht beschreiben.',
  'This is no address a way leads to.': 'Das ist keine Adresse, zu der ein Weg führt.',
  'This mail app cannot be asked for that.': 'Diese Mail-App lässt sich nicht darum bitten.',
  'VPN went down: {name}': 'VPN getrennt: {name}',
  'VPN went up: {name}': 'VPN verbunden: {name}',
  'What was written to {path} reads differently': 'Was in {path} geschrieben wurde, liest sich anders',
  'Whoever manages this Mac has fixed its firewall.': 'Wer diesen Mac verwaltet, hat die Firewall festgelegt.',
  'a link leads elsewhere': 'ein Verweis führt woandershin',
  'macOS could not find it.': 'macOS konnte es nicht finden.',
  'macOS did not take the request.': 'macOS hat den Auftrag nicht angenommen.',
  'macOS does not list a VPN of that name.': 'macOS führt kein VPN mit diesem Namen auf.',
  'macOS wanted an administrator all the same.': 'macOS wollte trotzdem einen Administrator.',
  'macOS was updated to {product}': 'macOS wurde auf {product} aktualisiert',
  'no argument for a script': 'kein Argument für ein Skript',
  'no name of a preference': 'kein Name einer Einstellung',
  'no name of preferences': 'kein Name von Einstellungen',
  'no path': 'kein Pfad',
  'not a file': 'keine Datei',
  'outside the home folder': 'außerhalb des Benutzerordners',
  '{folder} is no folder of ours': '{folder} ist kein Ordner von Outbox Doctor',
  '{from} is no file of this user’s alone': '{from} ist keine Datei, die nur diesem Benutzer gehört',
  '{from} may be {to} now, and could not be taken back':
    '{from} ist jetzt vielleicht {to} und konnte nicht zurückgeholt werden',
  '{name} was installed': '{name} wurde installiert',
  '{name} was removed': '{name} wurde entfernt',
  '{name} was updated': '{name} wurde aktualisiert',
  '{name} was updated to {version}': '{name} wurde auf {version} aktualisiert',
  '{path} cannot be touched: {detail}': '{path} kann nicht angerührt werden: {detail}',
  '{path} is no file': '{path} ist keine Datei',
  '{path} is no whole path': '{path} ist kein vollständiger Pfad',
  '{tool} did not answer': '{tool} hat nicht geantwortet',
  '{tool} may not be run': '{tool} darf nicht gestartet werden',
  '{to} is no longer the file that was moved aside': '{to} ist nicht mehr die Datei, die beiseitegelegt wurde',
})
