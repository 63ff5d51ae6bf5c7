import type { OwnAppWords } from './en.ts'

export const germanAppWords: OwnAppWords = {
  open: 'Outbox Doctor öffnen',
  check: 'Jetzt prüfen',
  doIt: 'Jetzt ausführen',
  resume: 'Wieder beobachten',
  mute: 'Still sein, bis sich daran etwas ändert',
  unmute: 'Wieder davon melden',
  ignore: (count) => (count === 1 ? 'Diese Nachricht ignorieren' : 'Diese Nachrichten ignorieren'),
  remind: 'In einer Stunde erinnern',
  heed: (count) => (count === 1 ? 'Diese Nachricht wieder beobachten' : 'Diese Nachrichten wieder beobachten'),
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
  left: 'Deine E-Mail ist hinausgegangen',
  tryTitle: 'So sieht das aus',
  tryBody: 'Wenn E-Mail feststeckt, sagt Outbox Doctor es dir hier, einmal.',
  summaryTitle: 'Deine E-Mail in der letzten Woche',
  summary(spells, goingOn) {
    if (spells === 0) return 'Keine E-Mail steckte fest.'
    const often = spells === 1 ? 'E-Mail steckte einmal fest' : `E-Mail steckte ${spells}-mal fest`
    return goingOn > 0 ? `${often}, und etwas davon steckt noch immer fest.` : `${often}. Alles ist hinausgegangen.`
  },
  newer: (version) => `Version ${version} ist da …`,
  newerTitle: (version) => `Outbox Doctor ${version} ist da`,
  newerBody: 'Ein Klick zeigt, was neu ist. Von selbst wird nichts installiert.',
  openDownloads: 'Download-Seite öffnen',
  syncTitle: (app) => `${app} und sein Server stimmen nicht überein`,
  syncBody: {
    sentNotSaved:
      'Eine Nachricht ist hinausgegangen, aber ihre Kopie liegt nur auf diesem Computer. Senden Sie sie nicht noch einmal.',
    folderMissing: 'Ein Ordner mit E-Mails liegt nur auf diesem Computer.',
  },
  faultTitle: 'Outbox Doctor hat einen Fehler',
  faultBody:
    'In Outbox Doctor selbst ist etwas schiefgegangen. Es beobachtet weiter. Was geschah, ist aufgeschrieben, ohne etwas Privates: Du findest es unter „Über“.',
  notStarted: 'Outbox Doctor konnte nicht starten',
  states: {
    clear: 'Keine E-Mail wartet',
    'out-of-step': 'E-Mail-Programm und Server stimmen nicht überein',
    opening: 'E-Mail wird geprüft',
    left: (time) => `Deine E-Mail ging um ${time} hinaus`,
    waiting: { one: 'Eine Nachricht wartet', other: (count) => `${count} Nachrichten warten` },
    stuck: { one: 'Eine Nachricht steckt fest', other: (count) => `${count} Nachrichten stecken fest` },
    still: { one: 'Eine Nachricht steckt noch fest', other: (count) => `${count} Nachrichten stecken noch fest` },
    aside: {
      one: 'Eine Nachricht wartet; du willst sie in Ruhe lassen',
      other: (count) => `${count} Nachrichten warten; du willst sie in Ruhe lassen`,
    },
    slow: 'E-Mail kann länger brauchen als sonst',
    nearlyFull: 'Dein Postfach ist fast voll',
    blocked: 'E-Mail kann nicht hinaus',
    mending: 'Wird behoben',
    fixed: 'Behoben; die Mail-App sendet bald',
    offline: 'Dieser Mac ist offline',
    unseen: 'Der Postausgang ist nicht zu sehen',
    unsure: 'Keine E-Mail wartet; ob sie hinausginge, ist nicht bekannt',
    paused: 'Pausiert',
  },
}
