/** Headlines that count nothing. */
type PlainHeadline =
  | 'opening'
  | 'clear'
  | 'out-of-step'
  | 'blocked'
  | 'mending'
  | 'fixed'
  | 'offline'
  | 'unseen'
  | 'unsure'
  | 'paused'

/** What the icon, its menu and the notifications say, besides the sentences. */
export interface OwnAppWords {
  open: string
  check: string
  doIt: string
  resume: string
  /** Of what is stuck now: hear no more of it until it changes, and the way back. */
  mute: string
  unmute: string
  /** Of messages that wait too long: leave them alone for good, or for an hour, and the way back. */
  ignore(count: number): string
  remind: string
  heed(count: number): string
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
  /** The notification in the place of the alarm. */
  left: string
  tryBody: string
  /** Of a week: how often mail got stuck, and in how many of these spells it still is. */
  summaryTitle: string
  summary(spells: number, goingOn: number): string
  /** In the menu, and in a notification: a newer version of Outbox Doctor is there. */
  newer(version: string): string
  newerTitle(version: string): string
  newerBody: string
  openDownloads: string
  /** Mail may get lost or go out twice; `app`: the mail app's name. */
  syncTitle(app: string): string
  syncBody: { sentNotSaved: string; folderMissing: string }
  /** Something failed that nobody expected; it goes on. */
  faultTitle: string
  faultBody: string
  /** It cannot go on. */
  notStarted: string
  /** How mail stands, heard beside the icon and read on top of its menu; `count` as this language writes it. */
  states: Readonly<Record<PlainHeadline, string>> &
    Readonly<Record<'waiting' | 'stuck' | 'still' | 'aside', { one: string; other(count: string): string }>> & {
      left(time: string): string
      /** Nothing waits, and mail would take its time. */
      readonly slow: string
      readonly nearlyFull: string
    }
}

export const englishAppWords: OwnAppWords = {
  open: 'Open Outbox Doctor',
  check: 'Check now',
  doIt: 'Do this now',
  resume: 'Watch again',
  mute: 'Be quiet until this changes',
  unmute: 'Tell me again about this',
  ignore: (count) => (count === 1 ? 'Ignore this message' : 'Ignore these messages'),
  remind: 'Remind me in an hour',
  heed: (count) => (count === 1 ? 'Watch it again' : 'Watch them again'),
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
  left: 'Your mail has left',
  tryTitle: 'This is how it looks',
  tryBody: 'When mail is stuck, Outbox Doctor tells you here, once.',
  summaryTitle: 'Your mail in the last week',
  summary(spells, goingOn) {
    if (spells === 0) return 'No mail got stuck.'
    const often = spells === 1 ? 'Mail got stuck once' : `Mail got stuck ${spells} times`
    return goingOn > 0 ? `${often}, and some is stuck still.` : `${often}. All of it has left.`
  },
  newer: (version) => `Version ${version} is there…`,
  newerTitle: (version) => `Outbox Doctor ${version} is there`,
  newerBody: 'A click shows what is new. Nothing is installed by itself.',
  openDownloads: 'Open the download page',
  syncTitle: (app) => `${app} and its server are not in step`,
  syncBody: {
    sentNotSaved: 'A message has left, but its copy is on this computer alone. Do not send it again.',
    folderMissing: 'A folder with mail in it is on this computer alone.',
  },
  faultTitle: 'Outbox Doctor has a fault',
  faultBody:
    'Something in Outbox Doctor itself went wrong. It goes on watching. What happened is written down, without anything private: you find it under About.',
  notStarted: 'Outbox Doctor could not start',
  states: {
    clear: 'No mail is waiting',
    'out-of-step': 'Mail app and server are not in step',
    opening: 'Checking your mail',
    left: (time) => `Your mail left at ${time}`,
    waiting: { one: 'One message is waiting', other: (count) => `${count} messages are waiting` },
    stuck: { one: 'One message is stuck', other: (count) => `${count} messages are stuck` },
    still: { one: 'One message is still stuck', other: (count) => `${count} messages are still stuck` },
    aside: {
      one: 'One message waits; you asked to leave it alone',
      other: (count) => `${count} messages wait; you asked to leave them alone`,
    },
    slow: 'Mail may take longer than usual',
    nearlyFull: 'Your mailbox is nearly full',
    blocked: 'Mail cannot leave',
    mending: 'Being mended',
    fixed: 'Fixed; the mail app sends soon',
    offline: 'This Mac is offline',
    unseen: 'The outbox cannot be seen',
    unsure: 'No mail is waiting; whether it would leave is not known',
    paused: 'Paused',
  },
}
