import { catalogue } from '../template.ts'

export const history = catalogue({
  'The disk is full, so the history in {path} cannot be written.':
    'Die Festplatte ist voll, deshalb kann der Verlauf in {path} nicht geschrieben werden.',
  'The file {path} belongs to another program, so Outbox Doctor leaves it alone.':
    'Die Datei {path} gehört zu einem anderen Programm, deshalb lässt Outbox Doctor sie in Ruhe.',
  'The file {path} is damaged or is no database; please move it away or choose another file.':
    'Die Datei {path} ist beschädigt oder keine Datenbank; bitte lege sie woandershin oder wähle eine andere Datei.',
  'The history cannot be kept in {path}: the file or its folder cannot be written.':
    'Der Verlauf kann nicht in {path} aufbewahrt werden: Die Datei oder ihr Ordner lässt sich nicht beschreiben.',
  'The history in {path} is in use by another program; please try again in a moment.':
    'Der Verlauf in {path} wird von einem anderen Programm benutzt; bitte versuche es gleich noch einmal.',
  'The history in {path} is not as Outbox Doctor leaves one, so it stays as it is; please move it away or choose another file.':
    'Der Verlauf in {path} ist nicht so, wie Outbox Doctor ihn hinterlässt, deshalb bleibt er, wie er ist; bitte verschiebe ihn oder wähle eine andere Datei.',
  'The history in {path} was written by a newer Outbox Doctor; please update this one, or choose another file.':
    'Der Verlauf in {path} wurde von einem neueren Outbox Doctor geschrieben; bitte aktualisiere diesen oder wähle eine andere Datei.',
  'What stands at {path} is no file, so no history can be kept there; please choose another file.':
    'Was unter {path} liegt, ist keine Datei, deshalb kann dort kein Verlauf aufbewahrt werden; bitte wähle eine andere Datei.',
  'What stood here cannot be read any more.': 'Was hier stand, lässt sich nicht mehr lesen.',
})
