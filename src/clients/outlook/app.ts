import type { Process, ScriptAnswer, ScriptName } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { MailMac } from '../client.ts'
import { type ScriptRecord, scriptRecords } from '../script-answer.ts'
import { TimedCache } from './outbox-memory.ts'
import { outlookBundle, outlookProcessName } from './places.ts'

export type OutlookScriptAnswer = { told: true; records: readonly ScriptRecord[] } | { told: false; why: Sentence }

const minute: Millis = 60_000
/** A script takes some 150 ms, and much longer while Outlook syncs. */
const deadline: Millis = 20_000
/** How long an answer is as good as new, and how long an Outlook that gave none is left alone. */
const fresh: Readonly<Partial<Record<ScriptName, Millis>>> = {
  'outlook-outbox': 10_000,
  'outlook-state': minute,
  'outlook-accounts': 10 * minute,
}
const pause: Millis = 2 * minute

/** The Outlook that runs, or not, asked by what it shows to other programs. */
export class OutlookApp {
  readonly #version = new TimedCache<string>(10 * minute)
  readonly #told = new Map<ScriptName, { at: Instant; told: OutlookScriptAnswer }>()

  /** Its process; `null`: it is closed; `undefined`: it cannot be told. */
  async process({ programs }: MailMac, signal: AbortSignal): Promise<Process | null | undefined> {
    const processes = await programs.running(signal)
    return processes.seen ? (processes.value.find(isOutlook) ?? null) : undefined
  }

  async version({ programs }: MailMac, at: Instant, signal: AbortSignal): Promise<string | undefined> {
    const known = this.#version.get(at)
    if (known !== undefined) return known
    const app = await programs.app(outlookBundle, signal)
    return app.seen && app.value.version ? this.#version.set(app.value.version, at) : undefined
  }

  /** It is asked anew the next time. */
  forget(name: ScriptName): void {
    this.#told.delete(name)
  }

  /** Only to be called while Outlook is running: a script would start it. One after the other. */
  async ask(name: ScriptName, mac: MailMac, at: Instant, signal: AbortSignal): Promise<OutlookScriptAnswer> {
    const automation = (await mac.permissions?.(signal))?.automation.outlook
    // A script would raise the system's question; that is for the user to begin.
    if (automation === 'refused') return { told: false, why: silences.refused }
    if (automation === 'not-asked') return { told: false, why: silences['not-asked-yet'] }
    const last = this.#told.get(name)
    if (last && at >= last.at && at < last.at + (last.told.told ? (fresh[name] ?? 0) : pause)) return last.told
    const told = toldBy(name, await mac.programs.script(name, [], deadline, signal))
    signal.throwIfAborted()
    this.#told.set(name, { at, told })
    return told
  }
}

function isOutlook({ name, path }: Process): boolean {
  return name === outlookProcessName || path?.endsWith(`/Contents/MacOS/${outlookProcessName}`) === true
}

function toldBy(name: ScriptName, answer: ScriptAnswer): OutlookScriptAnswer {
  if (answer.outcome !== 'answered') return { told: false, why: silences[answer.outcome] }
  const records = scriptRecords(answer.text, name)
  return records ? { told: true, records } : { told: false, why: say('Outlook gave an answer that could not be read.') }
}

const silences = {
  refused: say('Outlook cannot be asked: Automation is not allowed for it.'),
  'not-asked-yet': say('Outlook cannot be asked until you allow Automation for it.'),
  'not-running': say('Outlook cannot be asked while it is closed.'),
  timeout: say('Outlook does not answer: it is busy, or one of its windows waits for you.'),
  cancelled: say('The question to Outlook was cancelled.'),
  failed: say('Outlook could not answer the question.'),
} as const
