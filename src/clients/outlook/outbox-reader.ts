import type { ObservationWithSubjects } from '../../core/client.ts'
import { joinSentences, type Sentence, say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { MailMac } from '../client.ts'
import type { OutlookApp } from './app.ts'
import { outlookFailureSentence } from './failure-sentences.ts'
import { outboxFromStore } from './outbox.ts'
import type { OutboxMemory } from './outbox-memory.ts'
import type { OutlookAccountsRead } from './read-accounts.ts'
import { scriptOutbox } from './script-outbox.ts'
import type { OutlookSurvey } from './survey.ts'

/** The outbox, and what came back out of it; or why neither can be seen. */
export interface OutboxOrReason {
  outbox: ObservationWithSubjects['outbox']
  returned?: readonly string[]
  unseen: readonly Sentence[]
}

export const newOutlookShowsNothing = say(
  'New Outlook shows its outbox to no other program, so Outbox Doctor cannot see whether mail is waiting in it.',
)
const unclear = say(
  'Outbox Doctor cannot tell whether legacy or New Outlook is at work, so an outbox that looks empty proves nothing.',
)

/** By the store, else by asking the running app. */
export class OutlookOutboxReader {
  readonly #app: OutlookApp
  readonly #memory: OutboxMemory

  constructor(app: OutlookApp, memory: OutboxMemory) {
    this.#app = app
    this.#memory = memory
  }

  async look(
    survey: OutlookSurvey,
    { accounts, all }: OutlookAccountsRead,
    mac: MailMac,
    at: Instant,
    signal: AbortSignal,
  ): Promise<OutboxOrReason> {
    const { mode, store, profile } = survey
    if (mode === 'new') return hidden(newOutlookShowsNothing)
    const look = store.seen ? store.value.outbox : store
    if (!look.seen || !profile.seen) {
      const why = outlookFailureSentence(say('Outlook’s outbox'), look.seen ? 'missing' : look.why)
      return survey.process ? this.#ask(survey, why, mac, at, signal) : hidden(why)
    }
    const around = { data: profile.value.data, files: mac.files, memory: this.#memory, ...(all && { accounts }) }
    const { messages, returned, unseen } = await outboxFromStore(look.value, around, at, signal)
    // What lies in a store that may have been left behind is no proof either way.
    if (mode === 'unknown' && (messages.length === 0 || speaksForNew(survey))) return hidden(unclear)
    return { outbox: { seen: true, messages }, ...(returned && returned.length > 0 && { returned }), unseen }
  }

  async #ask(
    survey: OutlookSurvey,
    why: Sentence,
    mac: MailMac,
    at: Instant,
    signal: AbortSignal,
  ): Promise<OutboxOrReason> {
    const told = await this.#app.ask('outlook-outbox', mac, at, signal)
    if (!told.told) return hidden(joinSentences([why, told.why]))
    const found = await scriptOutbox(told.records, this.#memory, at)
    if (!found) return hidden(say('{why} Outlook did not tell what is in it either.', { why }))
    // New Outlook answers with nothing or zeros.
    if (found.messages.length === 0 && survey.mode !== 'legacy') return hidden(unclear)
    const unseen = [
      why,
      say('Outlook did not tell which messages are to be sent later.'),
      ...(found.more ? [say('Outlook told only of some of the messages in its outbox.')] : []),
    ]
    return { outbox: { seen: true, messages: found.messages }, unseen }
  }
}

function speaksForNew({ hints }: OutlookSurvey): boolean {
  return hints.some(({ says }) => says === 'new')
}

function hidden(why: Sentence): OutboxOrReason {
  return { outbox: { seen: false, why }, unseen: [] }
}
