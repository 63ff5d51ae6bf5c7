import { catalogue } from '../template.ts'

export const core = catalogue({
  'Outbox Doctor asks Mail and Outlook which messages wait in the outbox. When you click, it tells them to send again or sets their mail settings right.':
    'Outbox Doctor fragt Mail und Outlook, welche Nachrichten im Postausgang warten. Auf deinen Klick hin lässt es sie neu senden oder stellt ihre Mail-Einstellungen richtig ein.',
  'This Mac joined another network': 'Dieser Mac wechselte in ein anderes Netzwerk',
  '{change}, shortly before this was found': '{change}, kurz bevor das gefunden wurde',
  '{change}, {span} before your mail began to wait': '{change}, {span} bevor deine Mail zu warten begann',
  '{count} messages': { one: '{count} Nachricht', other: '{count} Nachrichten' },
  '{count} hours': { one: '{count} Stunde', other: '{count} Stunden' },
  '{count} minutes': { one: '{count} Minute', other: '{count} Minuten' },
  '{minutes} ago': 'vor {minutes}',
  'on {moment}': 'am {moment}',
  'Outbox Doctor was started.': 'Outbox Doctor wurde gestartet.',
  'Something failed that nobody had expected to fail.': 'Es ging etwas schief, womit niemand gerechnet hatte.',
  'Outbox Doctor could not be started.': 'Outbox Doctor konnte nicht gestartet werden.',
  'A command could not be carried out to its end.': 'Ein Befehl konnte nicht bis zum Ende ausgeführt werden.',
  'The history could not be opened, so nothing was remembered.':
    'Der Verlauf konnte nicht geöffnet werden; deshalb wurde nichts gemerkt.',
  'The history could not be read or written.': 'Der Verlauf konnte nicht gelesen oder geschrieben werden.',
  'One of the questions could not be asked.': 'Eine der Fragen konnte nicht gestellt werden.',
  'What was found could not be judged in every respect.':
    'Was gefunden wurde, konnte nicht in jeder Hinsicht beurteilt werden.',
  'It could not be told whether something helps, or what it would do.':
    'Es ließ sich nicht sagen, ob etwas hilft oder was es tun würde.',
  'An examination was not finished.': 'Eine Untersuchung wurde nicht fertig.',
  'A mail app could not be compared with its server.':
    'Ein E-Mail-Programm ließ sich nicht mit seinem Server vergleichen.',
  'A mail app could not be looked into.': 'In eine Mail-App konnte nicht hineingesehen werden.',
  'The network or the power of this Mac could not be looked at.':
    'Nach dem Netz oder der Stromversorgung dieses Macs konnte nicht gesehen werden.',
  'A part of the watching has ended.': 'Ein Teil der Überwachung hat geendet.',
  'A window or the terminal did not learn how things stand.':
    'Ein Fenster oder das Terminal hat nicht erfahren, wie es steht.',
  'A question of a window got no answer.': 'Eine Frage eines Fensters bekam keine Antwort.',
  'Something went wrong that this version knows no words for.':
    'Es ging etwas schief, wofür diese Version keine Worte kennt.',
  'A fix was not finished.': 'Eine Reparatur wurde nicht fertig.',
  'How a fix ended could not be written down.': 'Wie eine Reparatur ausging, konnte nicht aufgeschrieben werden.',
  'Figures for the collector of an organisation could not be put together.':
    'Die Zahlen für den Collector einer Organisation ließen sich nicht zusammenstellen.',
  'Files of a mail app were not understood.': 'Dateien einer Mail-App wurden nicht verstanden.',
  'The part that reads files of mail apps broke down. It is started anew when it is needed.':
    'Der Teil, der Dateien von Mail-Apps liest, ist ausgefallen. Er wird neu gestartet, sobald er gebraucht wird.',
  'The part that reads files of mail apps did not start.':
    'Der Teil, der Dateien von Mail-Apps liest, ließ sich nicht starten.',
  'A password could not be kept, read or taken away.':
    'Ein Passwort konnte nicht aufbewahrt, gelesen oder entfernt werden.',
  'Not everything of Outbox Doctor could be removed.': 'Nicht alles von Outbox Doctor konnte entfernt werden.',
  'A small note of our own could not be written.': 'Eine kleine eigene Notiz konnte nicht geschrieben werden.',
  'A window or a page could not be opened.': 'Ein Fenster oder eine Seite konnte nicht geöffnet werden.',
  'What was chosen in the menu bar could not be done.':
    'Was in der Menüleiste gewählt wurde, konnte nicht getan werden.',
  'A notification could not be shown.': 'Eine Mitteilung konnte nicht gezeigt werden.',
  'Some lines of this log could not be written.': 'Einige Zeilen dieses Protokolls konnten nicht geschrieben werden.',
  'Your settings do not allow this.': 'Deine Einstellungen erlauben das nicht.',
  'Your administrator does not allow this.': 'Deine Verwaltung erlaubt das nicht.',
  '{organisation} does not allow this.': '{organisation} erlaubt das nicht.',
  'The setting “forbiddenFixes”: there is no fix “{name}”, so nothing is forbidden by it.':
    'Die Einstellung „forbiddenFixes“: Eine Reparatur „{name}“ gibt es nicht, also ist dadurch nichts verboten.',
})
