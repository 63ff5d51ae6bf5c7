import { catalogue } from '../template.ts'

export const storage = catalogue({
  'It is too long to be kept from a terminal.': 'Es ist zu lang, um von einem Terminal aus gespeichert zu werden.',
  'Of the setting “{key}”, entry {number} {fault}; it is passed over.':
    'Bei der Einstellung „{key}“: Eintrag {number} {fault}; er wird übergangen.',
  'The file settings.json': 'Die Datei settings.json',
  'The keychain did not give it back, so it was not kept.':
    'Der Schlüsselbund hat es nicht zurückgegeben, also wurde es nicht gespeichert.',
  'The password could not be read back, so it was not kept.':
    'Das Passwort ließ sich nicht wieder lesen, also wurde es nicht gespeichert.',
  'The settings of your administrator': 'Die Vorgabe deiner Verwaltung',
  'The settings of your administrator for you': 'Die Vorgabe deiner Verwaltung für dich',
  'This computer is not a Mac, so there is no keychain, and a password is kept nowhere else.':
    'Dieser Computer ist kein Mac, also gibt es keinen Schlüsselbund, und anderswo wird kein Passwort gespeichert.',
  'macOS does not let this app use its keychain, so no password is kept.':
    'macOS lässt diese App den Schlüsselbund nicht benutzen, deshalb wird kein Passwort gespeichert.',
  'must be a length of time from {least} to {most}': 'muss eine Zeitspanne von {least} bis {most} sein',
  'must be a list of at most {most} addresses and domains':
    'muss eine Liste von höchstens {most} Adressen und Domains sein',
  'must be a whole hour from 0 to 23': 'muss eine volle Stunde von 0 bis 23 sein',
  'must be an address or a domain': 'muss eine Adresse oder eine Domain sein',
  'must be an address that begins with https:// or http://':
    'muss eine Adresse sein, die mit https:// oder http:// beginnt',
  'must be written as name=value, parted by commas': 'muss als name=value geschrieben sein, durch Kommas getrennt',
  'must be true or false': 'muss true oder false sein',
  'must be {choices}': 'muss {choices} sein',
  '{name} cannot be read.': '{name} kann nicht gelesen werden.',
  '{name} cannot be read: it is too large.': '{name} kann nicht gelesen werden: zu groß.',
  '{name} holds no settings.': '{name} enthält keine Einstellungen.',
  '{name}: “{key}” is not written as its kind asks for; what was meant is taken.':
    '{name}: „{key}“ ist nicht in der passenden Art geschrieben; es gilt, was gemeint war.',
  '{name}: “{key}” {fault}; it is passed over.': '{name}: „{key}“ {fault}; das wird übergangen.',
  '{name}: “{path}” is not a known setting.': '{name}: „{path}“ ist keine bekannte Einstellung.',
  'must be the name of a fix': 'muss der Name einer Reparatur sein',
  'must be a list of at most {most} names of fixes': 'muss eine Liste von höchstens {most} Namen von Reparaturen sein',
  'must be text of at most {most} characters': 'muss Text von höchstens {most} Zeichen sein',
})
