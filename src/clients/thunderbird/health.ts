import { say } from '../../core/sentence.ts'
import type { HealthWords } from '../health.ts'

/** It has one switch for all accounts; and what was queued while it was offline may have to be sent by hand. */
const online = say(
  'In Thunderbird: File, Offline, “Work Offline”, without the tick. Then File, “Send Unsent Messages”.',
)

export const thunderbirdHealth: HealthWords = { goOnline: online, accountOnline: online }
