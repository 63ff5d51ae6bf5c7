/** What the icon, its menu and the notifications say, besides the sentences. */
export interface OwnAppWords {
  open: string
  check: string
  doIt: string
  resume: string
  pauseHour: string
  pauseDay: string
  history: string
  settings: string
  copyReport: string
  openAtLogin: string
  quit: string
  showHelp: string
  checkAgain: string
  /** In the menu, where macOS shows no notification. */
  unheard: string
  /** The notification that a person wished to see. */
  tryTitle: string
  tryBody: string
  /** Something failed that nobody expected; it goes on. */
  faultTitle: string
  faultBody: string
  /** It cannot go on. */
  notStarted: string
  /** How mail stands, heard beside the icon and read on top of its menu; `count` as this language writes it. */
  states: Readonly<Record<'clear' | 'checking' | 'offline' | 'unsure' | 'paused', string>> &
    Readonly<Record<'waiting' | 'stuck', { one: string; other(count: string): string }>>
}

export const englishAppWords: OwnAppWords = {
  open: 'Open Outbox Doctor',
  check: 'Check now',
  doIt: 'Do this now',
  resume: 'Watch again',
  pauseHour: 'Pause for 1 hour',
  pauseDay: 'Pause until tomorrow',
  history: 'History',
  settings: 'Settings…',
  copyReport: 'Copy report',
  openAtLogin: 'Open at login',
  quit: 'Quit Outbox Doctor',
  showHelp: 'Show what helps',
  checkAgain: 'Check again',
  unheard: 'macOS shows no notifications of Outbox Doctor…',
  tryTitle: 'This is how it looks',
  tryBody: 'When mail is stuck, Outbox Doctor tells you here, once.',
  faultTitle: 'Outbox Doctor has a fault',
  faultBody:
    'Something in Outbox Doctor itself went wrong. It goes on watching. What happened is written down, without anything private: you find it under About.',
  notStarted: 'Outbox Doctor could not start',
  states: {
    clear: 'No mail is waiting',
    checking: 'Checking your mail',
    waiting: { one: 'One message is waiting', other: (count) => `${count} messages are waiting` },
    stuck: { one: 'One message is stuck', other: (count) => `${count} messages are stuck` },
    offline: 'This Mac is offline',
    unsure: 'The outbox cannot be seen',
    paused: 'Paused',
  },
}
