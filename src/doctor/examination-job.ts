import { type Observation, observationWithout } from '../core/client.ts'
import type { Occasion } from '../core/examination-record.ts'
import { messageAsOf } from '../core/held.ts'
import type { Account, ClientId, Message } from '../core/mail.ts'
import type { ExaminationJob } from './engine-deps.ts'
import type { ExaminationDepth, ExamineReason, WatchState } from './watch-state.ts'

/** Whom to examine, and what was seen of it: as it is when the examination begins. */
export function examinationJobFor(
  watching: WatchState,
  { account, reason, depth }: { account: string; reason: ExamineReason; depth: ExaminationDepth },
): Omit<ExaminationJob, 'signal' | 'onProgress'> {
  const open = watching.episodes.find(({ accounts }) => accounts.includes(account))
  const seen = observationOf(watching, account) ?? (open && watching.observations[open.client])
  const aside = Object.entries(watching.waiting).flatMap(([id, one]) => (one.aside ? id : []))
  const observation = seen && observationWithout(seen, aside)
  return {
    account: watchedAccount(watching, account, open?.client),
    messages: messagesOf(watching, account, observation),
    ...(observation && { observation }),
    ...(aside.length > 0 && { aside }),
    left: watching.left.filter((one) => one.account === account),
    why: occasionOf(watching, account, reason),
    depth,
  }
}

export function occasionOf({ episodes }: WatchState, account: string, reason: ExamineReason): Occasion {
  if (reason === 'asked') return 'asked'
  return episodes.some(({ accounts }) => accounts.includes(account)) ? 'stuck' : 'pulse'
}

/** The account as its app has it; of one that is gone, nothing but its id. */
export function watchedAccount(watching: WatchState, id: string, client: ClientId | undefined): Account {
  const known = observationOf(watching, id)?.accounts.find((account) => account.id === id)
  return known ?? { id, email: '', ...(client && { client }) }
}

function observationOf({ observations }: WatchState, id: string): Observation | undefined {
  return Object.values(observations).find(({ accounts }) => accounts.some((account) => account.id === id))
}

/** Its messages, as old as we know them to be: an app may not tell, and we may have been here longer. */
function messagesOf({ waiting, at }: WatchState, account: string, observation: Observation | undefined): Message[] {
  if (!observation?.outbox.seen) return []
  const own = observation.outbox.messages.filter((message) => (message.account ?? '') === account)
  return own.map((message) => {
    const now = messageAsOf(message, at)
    // One that was meant to wait has waited since its time only.
    const known = now === message ? waiting[message.id]?.firstSeen : undefined
    return { ...now, waitingSince: Math.min(now.waitingSince, known ?? now.waitingSince) }
  })
}
