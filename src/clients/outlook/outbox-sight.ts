import type { ObservationWithSubjects } from '../../core/client.ts'
import type { Instant } from '../../core/time.ts'
import type { MailMac } from '../client.ts'
import type { AccountsSight } from './accounts-sight.ts'
import type { OutlookApp } from './app.ts'
import type { Memory } from './memory.ts'
import { outboxFromStore } from './outbox.ts'
import { scriptOutbox } from './script-outbox.ts'
import type { Survey } from './survey.ts'
import { troubleWith } from './trouble.ts'

/** The outbox, and what came back out of it; or why neither can be seen. */
export interface SeenOutbox {
  outbox: ObservationWithSubjects['outbox']
  returned?: readonly string[]
  unseen: readonly string[]
}

export const newOutlook =
  'New Outlook shows its outbox to no other program, so Outbox Doctor cannot see whether mail is waiting in it.'
const unclear =
  'Outbox Doctor cannot tell whether legacy or New Outlook is at work, so an outbox that looks empty proves nothing.'

/** By the store, else by asking the running app. */
export class OutboxWindow {
  readonly #app: OutlookApp
  readonly #memory: Memory

  constructor(app: OutlookApp, memory: Memory) {
    this.#app = app
    this.#memory = memory
  }

  async look(
    survey: Survey,
    { accounts, all }: AccountsSight,
    mac: MailMac,
    at: Instant,
    signal: AbortSignal,
  ): Promise<SeenOutbox> {
    const { mode, store, profile } = survey
    if (mode === 'new') return hidden(newOutlook)
    const look = store.seen ? store.value.outbox : store
    if (!look.seen || !profile.seen) {
      const why = troubleWith('Outlook’s outbox', look.seen ? 'missing' : look.why)
      return survey.process ? this.#ask(survey, why, mac, at, signal) : hidden(why)
    }
    const around = { data: profile.value.data, files: mac.files, memory: this.#memory, ...(all && { accounts }) }
    const { messages, returned, unseen } = await outboxFromStore(look.value, around, at, signal)
    // What lies in a store that may have been left behind is no proof either way.
    if (mode === 'unknown' && (messages.length === 0 || speaksForNew(survey))) return hidden(unclear)
    return { outbox: { seen: true, messages }, ...(returned && returned.length > 0 && { returned }), unseen }
  }

  async #ask(survey: Survey, why: string, mac: MailMac, at: Instant, signal: AbortSignal): Promise<SeenOutbox> {
    const told = await this.#app.ask('outlook-outbox', mac, at, signal)
    if (!told.told) return hidden(`${why} ${told.why}`)
    const found = await scriptOutbox(told.records, this.#memory, at)
    if (!found) return hidden(`${why} Outlook did not tell what is in it either.`)
    // New Outlook answers with nothing or zeros.
    if (found.messages.length === 0 && survey.mode !== 'legacy') return hidden(unclear)
    const unseen = [
      why,
      'Outlook did not tell which messages are to be sent later.',
      ...(found.more ? ['Outlook told only of some of the messages in its outbox.'] : []),
    ]
    return { outbox: { seen: true, messages: found.messages }, unseen }
  }
}

function speaksForNew({ hints }: Survey): boolean {
  return hints.some(({ says }) => says === 'new')
}

function hidden(why: string): SeenOutbox {
  return { outbox: { seen: false, why }, unseen: [] }
}
