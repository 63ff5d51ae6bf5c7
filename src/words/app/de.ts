import type { OwnAppWords } from './en.ts'

export const germanAppWords: OwnAppWords = {
  open: 'Outbox Doctor öffnen',
  check: 'Jetzt prüfen',
  doIt: 'Jetzt ausführen',
  resume: 'Wieder beobachten',
  pauseHour: 'Eine Stunde pausieren',
  pauseDay: 'Bis morgen pausieren',
  history: 'Verlauf',
  settings: 'Einstellungen …',
  copyReport: 'Bericht kopieren',
  openAtLogin: 'Beim Anmelden öffnen',
  quit: 'Outbox Doctor beenden',
  showHelp: 'Zeigen, was hilft',
  checkAgain: 'Noch einmal prüfen',
  unheard: 'macOS zeigt keine Mitteilungen von Outbox Doctor …',
  tryTitle: 'So sieht das aus',
  tryBody: 'Wenn E-Mail feststeckt, sagt Outbox Doctor es dir hier, einmal.',
  faultTitle: 'Outbox Doctor hat einen Fehler',
  faultBody:
    'In Outbox Doctor selbst ist etwas schiefgegangen. Es beobachtet weiter. Was geschah, ist aufgeschrieben, ohne etwas Privates: Du findest es unter „Über“.',
  notStarted: 'Outbox Doctor konnte nicht starten',
  states: {
    clear: 'Keine E-Mail wartet',
    checking: 'E-Mail wird geprüft',
    waiting: { one: 'Eine Nachricht wartet', other: (count) => `${count} Nachrichten warten` },
    stuck: { one: 'Eine Nachricht steckt fest', other: (count) => `${count} Nachrichten stecken fest` },
    offline: 'Dieser Mac ist offline',
    unsure: 'Der Postausgang ist nicht zu sehen',
    paused: 'Pausiert',
  },
}
