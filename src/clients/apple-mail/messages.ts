import type { MessageWithSubject } from '../../core/mail.ts'
import type { Instant } from '../../core/time.ts'
import type { Queued } from './envelope-index.ts'
import type { AppleMailAccounts } from './known-accounts.ts'
import { furthestAhead, indexInstantOf } from './moment.ts'
import type { ScriptMessage } from './script-records.ts'

/** Bits of `flags`, as they stand in the message files too. */
const encrypted = 1n << 3n
const signed = 1n << 23n

export type UnagedMessage = Omit<MessageWithSubject, 'waitingSince'>

/** A row of the outbox as the doctor knows a message. */
export async function messageOf(
  row: Queued,
  id: string,
  at: Instant,
  accounts: AppleMailAccounts,
): Promise<UnagedMessage> {
  const { size, sender, recipients, copyInSent, subjectText, place, flags } = row
  const account = await accounts.accountOf(place, sender)
  const protection = flags & encrypted ? 'encrypted' : flags & signed ? 'signed' : undefined
  return {
    id,
    ...(account !== undefined && { account }),
    ...(size !== undefined && size > 0 && { size }),
    ...(recipients && { recipients }),
    ...(sender && { sender }),
    ...scheduleOf(row, at),
    ...(protection && { protection }),
    ...(copyInSent !== undefined && { copyInSent }),
    ...(subjectText && { subject: subjectText }),
  }
}

/** A message as a script told it. */
export async function scriptMessageOf(
  told: ScriptMessage,
  id: string,
  accounts: AppleMailAccounts,
): Promise<UnagedMessage> {
  const { size, sender, recipients } = told
  const account = await accounts.accountOf(undefined, sender)
  return {
    id,
    ...(account !== undefined && { account }),
    ...(size !== undefined && size > 0 && { size }),
    ...(recipients && { recipients }),
    ...(sender && { sender }),
    state: 'waiting',
  }
}

/** When a message began to wait by the dates it carries: a hint only. One that lies ahead would be "now" for ever. */
export function waitingHintOf(dates: readonly (number | undefined)[], at: Instant): Instant | undefined {
  return dates.map((date) => indexInstantOf(date, at)).find((date) => date !== undefined)
}

function scheduleOf({ place, sendLater }: Queued, at: Instant): Pick<UnagedMessage, 'state' | 'due'> {
  const due = indexInstantOf(sendLater, at, furthestAhead)
  const isScheduled = place.role === 'send-later' || (due !== undefined && due > at)
  return isScheduled ? { state: 'scheduled', ...(due !== undefined && { due }) } : { state: 'waiting' }
}
