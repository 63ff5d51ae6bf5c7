import { catalogue } from '../template.ts'

export const api = catalogue({
  'It could not be opened: {what}': 'Das konnte nicht geöffnet werden: {what}',
  'No password can be kept here.': 'Hier lässt sich kein Passwort aufbewahren.',
  'Nothing is watched any more. Please close Outbox Doctor, and open it again.':
    'Es wird nichts mehr beobachtet. Bitte schließe Outbox Doctor und öffne es wieder.',
  'Nothing is watched yet. Please choose a scene first.':
    'Noch wird nichts beobachtet. Bitte wähle zuerst eine Geschichte.',
  'Please click once more.': 'Bitte klicke noch einmal.',
  'Please open {app} first: macOS asks only about an app that is open.':
    'Bitte öffne zuerst {app}: macOS fragt nur nach einer App, die geöffnet ist.',
  'Please open {app} or {other} first: macOS asks only about an app that is open.':
    'Bitte öffne zuerst {app} oder {other}: macOS fragt nur nach einer App, die geöffnet ist.',
  'Scenes cannot be played here.': 'Hier können keine Geschichten gespielt werden.',
  'Some of it could not be removed. Please look into the data folder and into your keychain.':
    'Ein Teil ließ sich nicht entfernen. Bitte sieh im Datenordner und in deinem Schlüsselbund nach.',
  'System Settings could not be opened.': 'Die Systemeinstellungen konnten nicht geöffnet werden.',
  'The password could not be kept.': 'Das Passwort konnte nicht gespeichert werden.',
  'The password could not be removed.': 'Das Passwort ließ sich nicht löschen.',
  'The question of macOS about {app} was not answered.': 'Die Frage von macOS nach {app} wurde nicht beantwortet.',
  'The settings of this account have changed. Checking whether that helped.':
    'Die Einstellungen dieses Accounts haben sich geändert. Es wird geprüft, ob das geholfen hat.',
  'There is no app here that could be opened at login.':
    'Hier gibt es keine App, die bei der Anmeldung geöffnet werden könnte.',
  'There is no scene of that name.': 'Es gibt keine Geschichte mit diesem Namen.',
  'There is no such account any more.': 'Diesen Account gibt es nicht mehr.',
  'This does not stand to choice any more. Please check again.':
    'Das steht nicht mehr zur Wahl. Bitte prüfe noch einmal.',
  'This is a play: nothing of it is kept.': 'Das ist ein Spiel: Nichts davon wird aufgehoben.',
  'This is not remembered any more.': 'Das ist nicht mehr aufgezeichnet.',
  'This is not the app in the menu bar.': 'Das ist nicht die App in der Menüleiste.',
  'What this helps against is not found any more.': 'Wogegen das hilft, das wird nicht mehr gefunden.',
  'What was newer than this: {label}': 'Was neuer war als dies: {label}',
  'macOS could not be made to ask about {app}: {reason}':
    'macOS ließ sich nicht dazu bringen, nach {app} zu fragen: {reason}',
  'no reason was given.': 'ein Grund wurde nicht genannt.',
})
