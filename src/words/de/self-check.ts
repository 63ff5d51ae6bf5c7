import { catalogue } from '../template.ts'

export const selfCheck = catalogue({
  '{when} UTC, {program}: {told} ({trace})': '{when} UTC, {program}: {told} ({trace})',
  'Own faults': 'Eigene Fehler',
  'Nothing was written down: no fault of our own is known.':
    'Es wurde nichts aufgeschrieben: Es ist kein eigener Fehler bekannt.',
  'is not there': 'ist nicht da',
  'may not be read': 'darf nicht gelesen werden',
  'is locked': 'ist gesperrt',
  'is damaged': 'ist beschädigt',
  'is too large': 'ist zu groß',
  'has to be copied to be read, and there is no room or no place for the copy':
    'muss zum Lesen kopiert werden, und für die Kopie ist kein Platz oder kein Ort da',
  'could not be read': 'konnte nicht gelesen werden',
  '{reason} ({detail})': '{reason} ({detail})',
  'It could not be found out: {why}': 'Das ließ sich nicht herausfinden: {why}',
  '{name}{kind}, unknown whether open: {accounts}, {messages} waiting.':
    '{name}{kind}, vielleicht geöffnet: {accounts}, wartend: {messages}.',
  '{name}{kind}, open: {accounts}, {messages} waiting.': '{name}{kind}, geöffnet: {accounts}, wartend: {messages}.',
  '{name}{kind}, closed: {accounts}, {messages} waiting.':
    '{name}{kind}, geschlossen: {accounts}, wartend: {messages}.',
  '{name}: {why}': '{name}: {why}',
  'Mail apps': 'Mail-Apps',
  'Everything that is set was understood.': 'Alles, was eingestellt ist, wurde verstanden.',
  'There is no history yet.': 'Es gibt noch keinen Verlauf.',
  '{count} examinations': { one: '{count} Untersuchung', other: '{count} Untersuchungen' },
  '{count} troubles': { one: '{count} Störung', other: '{count} Störungen' },
  'The history holds {examinations} and {episodes} of the last 7 days, in {size}.':
    'Der Verlauf enthält {examinations} und {episodes} der letzten 7 Tage, in {size}.',
  History: 'Verlauf',
  Permissions: 'Berechtigungen',
  'Automation of {name}': 'Automation von {name}',
  'the outboxes are seen only while the mail app runs and may be asked, and less often.':
    'werden die Postausgänge nur gesehen, solange die Mail-App läuft und gefragt werden darf, und seltener.',
  'the menus of Mail are not looked into, so whether an account is offline stays unknown.':
    'wird nicht in die Menüs von Mail geschaut, und ob ein Account offline ist, bleibt unbekannt.',
  'everything is seen; taking the accounts of Mail online takes your own hand.':
    'wird alles gesehen; die Accounts von Mail musst du aber selbst online nehmen.',
  'everything is watched; only the icon tells.': 'wird alles beobachtet; nur das Symbol sagt Bescheid.',
  'mail servers and routers in your own network cannot be asked.':
    'können Mail-Server und Router in deinem eigenen Netzwerk nicht gefragt werden.',
  '{name}: granted.': '{name}: erlaubt.',
  '{name}: refused. Without it, {without} ({open})': '{name}: verweigert. Ohne das {without} ({open})',
  '{name}: not asked for yet. Without it, {without} ({open})':
    '{name}: noch nicht gefragt. Ohne das {without} ({open})',
  '{name}: unknown. Without it, {without} ({open})': '{name}: unbekannt. Ohne das {without} ({open})',
  Versions: 'Versionen',
  'unknown build': 'unbekannter Build',
  'of an unknown version': 'unbekannter Version',
  '{name} {why}.': '{name} {why}.',
  '{name} {version} ({build}).': '{name} {version} ({build}).',
  'Outbox Doctor {version}, Node {node}, SQLite by better-sqlite3, {arch}.':
    'Outbox Doctor {version}, Node {node}, SQLite durch better-sqlite3, {arch}.',
  'macOS {version} ({build}), kernel {kernel}.': 'macOS {version} ({build}), Kernel {kernel}.',
  'Stores of the mail apps': 'Ablagen der Mail-Apps',
  '{app}: its folder {why}.': '{app}: Der Ordner {why}.',
  '{app}: no store was found.': '{app}: Es wurde keine Ablage gefunden.',
  '{app}, {store}: {size}, it {why}': '{app}, {store}: {size}, die Ablage {why}',
  '{app}, {store}: {size}, {tables}, built as {fingerprint}.':
    '{app}, {store}: {size}, {tables}, gebaut als {fingerprint}.',
  '{count} tables': { one: '{count} Tabelle', other: '{count} Tabellen' },
  'No thread for reading could be started ({attempts}): reading may hold up everything else.':
    'Zum Lesen ließ sich kein eigener Thread starten ({attempts}): Das Lesen hält vielleicht alles andere auf.',
  '{count} attempts': { one: '{count} Versuch', other: '{count} Versuche' },
  'This computer is not a Mac. These stay open here.': 'Dieser Computer ist kein Mac. Diese Fragen bleiben hier offen.',
  'Questions that only a Mac can answer': 'Fragen, die nur ein Mac beantworten kann',
  'the outbox of Apple Mail is seen with Full Disk Access only; whether it is offline stays unknown.':
    'wird der Postausgang von Apple Mail nur mit Festplattenvollzugriff gesehen; ob es offline ist, bleibt unbekannt.',
  'the outbox of legacy Outlook is seen with Full Disk Access only; whether it is offline stays unknown.':
    'wird der Postausgang des alten Outlook nur mit Festplattenvollzugriff gesehen; ob es offline ist, bleibt unbekannt.',
  Accessibility: 'Bedienungshilfen',
  'Full Disk Access': 'Festplattenvollzugriff',
  'Local Network': 'Lokales Netzwerk',
  Notifications: 'Mitteilungen',
  'This computer is not a Mac.': 'Dieser Computer ist kein Mac.',
})
