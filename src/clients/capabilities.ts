/** What can be done to a mail app by a program. What is missing here is left to its user. */
export interface Capabilities {
  /** Asked to send what waits at once. */
  readonly sendNow?: SendNow
  /** Taken online and offline as a whole. */
  readonly goOnline?: GoOnline
}

export interface SendNow {
  /** Of native/scripts/acting. */
  readonly script: string
  /** What the script does, for a careful person. */
  readonly command: string
  /** What is told where the script answers that there was nothing to ask. */
  readonly nothing?: string
}

export interface GoOnline {
  /** Of native/scripts/acting. */
  readonly script: string
  /** What switching takes, and why, in a sentence. */
  readonly permission: 'automation' | 'accessibility'
  readonly why: string
  /** What the script does, for a careful person. */
  readonly online: string
  readonly offline: string
  /** The script is told the titles of menu items rather than `online` and `offline`. */
  readonly byMenu?: boolean
  /** What is told where the script finds no such menu. */
  readonly noMenu?: string
  /** It also takes accounts online that were switched offline by themselves. */
  readonly takesAccounts?: boolean
}
