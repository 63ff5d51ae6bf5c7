import type { Account } from './mail.ts'
import { domainOf } from './mail.ts'
import type { Millis } from './time.ts'

/** What a user or an administrator may set. Every value has a sensible default; see settings.ts in knowledge. */
export interface Settings {
  /** A message younger than this is never stuck. */
  patience: Millis
  /** Between light examinations, on mains and on battery. */
  interval: { mains: Millis; battery: Millis }
  /** Whether anything is announced at all. */
  notifications: boolean
  /** Local hours in which nothing is announced, [from, to); equal means none. */
  quietHours: { from: number; to: number }
  /** How long history is kept. */
  retention: Millis
  /** Addresses or domains of accounts that are not watched. */
  ignore: readonly string[]
  /** Of the panel, the icon and the notifications; `system`: the first language of the Mac that is spoken here. */
  language: 'system' | 'en' | 'de'
}

const minute = 60_000
const day = 24 * 60 * minute

export const defaultSettings: Settings = {
  // Undo Send holds a message up to 30 s; filing and handshakes take the rest.
  patience: 1.5 * minute,
  interval: { mains: 15 * minute, battery: 60 * minute },
  notifications: true,
  quietHours: { from: 22, to: 7 },
  retention: 400 * day,
  ignore: [],
  language: 'system',
}

/** Whether this account is one of those that are not watched. */
export function isIgnored({ email }: Pick<Account, 'email'>, { ignore }: Pick<Settings, 'ignore'>): boolean {
  const names = [email.toLowerCase(), domainOf(email)].filter(Boolean)
  return ignore.some((entry) => names.includes(entry.toLowerCase().replace(/^@/, '')))
}
