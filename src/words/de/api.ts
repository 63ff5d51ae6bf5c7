import { catalogue } from '../template.ts'

export const api = catalogue({
  'A fault of ours: the answer to {name} is not in shape.':
    'Ein Fehler von uns: Die Antwort auf {name} hat nicht die rechte Form.',
  'It could not be opened: {what}': 'Das konnte nicht geöffnet werden: {what}',
  'It was broken off.': 'Das wurde abgebrochen.',
  'No password can be kept here.': 'Hier lässt sich kein Passwort aufbewahren.',
  'Nothing is watched any more. Please close Outbox Doctor, and open it again.':
    'Es wird nichts mehr beobachtet. Bitte schließe Outbox Doctor und öffne es wieder.',
  'Nothing is watched yet. Please choose a story first.':
    'Noch wird nichts beobachtet. Bitte wähle zuerst eine Geschichte.',
  'Password accepted': 'Passwort angenommen',
  'Password refused': 'Passwort abgelehnt',
  'Password refused ({code})': 'Passwort abgelehnt ({code})',
  'Outbox Doctor cannot be reached just now.': 'Outbox Doctor ist gerade nicht zu erreichen.',
  'Outbox Doctor failed by a fault of its own. Please try again.':
    'Outbox Doctor ist an einem eigenen Fehler gescheitert. Bitte versuche es noch einmal.',
  'Please click once more.': 'Bitte klicke noch einmal.',
  'Please open {app} first: macOS asks only about an app that is open.':
    'Bitte öffne zuerst {app}: macOS fragt nur nach einer App, die geöffnet ist.',
  'Please open {app} or {other} first: macOS asks only about an app that is open.':
    'Bitte öffne zuerst {app} oder {other}: macOS fragt nur nach einer App, die geöffnet ist.',
  'Stories cannot be shown here.': 'Hier können keine Geschichten gezeigt werden.',
  'Some of it could not be removed. Please look into the data folder and into your keychain.':
    'Ein Teil ließ sich nicht entfernen. Bitte sieh im Datenordner und in deinem Schlüsselbund nach.',
  'System Settings could not be opened.': 'Die Systemeinstellungen konnten nicht geöffnet werden.',
  'The download page could not be opened.': 'Die Download-Seite ließ sich nicht öffnen.',
  'The password could not be kept.': 'Das Passwort konnte nicht gespeichert werden.',
  'The password could not be removed.': 'Das Passwort ließ sich nicht löschen.',
  'The question of macOS about {app} was not answered.': 'Die Frage von macOS nach {app} wurde nicht beantwortet.',
  'The settings of this account have changed. Checking whether that helped.':
    'Die Einstellungen dieses Accounts haben sich geändert. Es wird geprüft, ob das geholfen hat.',
  'There is no app here that could be opened at login.':
    'Hier gibt es keine App, die bei der Anmeldung geöffnet werden könnte.',
  'There is no story of that name.': 'Es gibt keine Geschichte mit diesem Namen.',
  'There is no such account any more.': 'Diesen Account gibt es nicht mehr.',
  'This page may no longer talk to Outbox Doctor. Please open its address again.':
    'Diese Seite darf nicht mehr mit Outbox Doctor sprechen. Bitte öffne ihre Adresse noch einmal.',
  'This version does not know how to answer that.': 'Diese Version weiß darauf keine Antwort.',
  'What came back could not be understood.': 'Was zurückkam, war nicht zu verstehen.',
  'What was asked could not be understood.': 'Was gefragt wurde, war nicht zu verstehen.',
  'This does not stand to choice any more. Please check again.':
    'Das steht nicht mehr zur Wahl. Bitte prüfe noch einmal.',
  'This is a story: nothing of it is kept.': 'Das ist eine Geschichte: Nichts davon wird aufgehoben.',
  'This is no e-mail address.': 'Das ist keine E-Mail-Adresse.',
  'This is not for you to ask.': 'Das zu fragen, ist nicht an dir.',
  'This is not remembered any more.': 'Das ist nicht mehr aufgezeichnet.',
  'This is not the app in the menu bar.': 'Das ist nicht die App in der Menüleiste.',
  'What this helps against is not found any more.': 'Wogegen das hilft, das wird nicht mehr gefunden.',
  'What was newer than this: {label}': 'Was neuer war als dies: {label}',
  'macOS could not be made to ask about {app}: {reason}':
    'macOS ließ sich nicht dazu bringen, nach {app} zu fragen: {reason}',
  'no reason was given.': 'ein Grund wurde nicht genannt.',
  'Whether it is opened at login is set for this Mac.':
    'Ob es beim Anmelden geöffnet wird, ist für diesen Mac festgelegt.',
})
