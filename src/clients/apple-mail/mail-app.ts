import type { Permissions, Process, Programs, ScriptName } from '../../core/mac-powers.ts'
import { say } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { AppleMailAccounts } from './known-accounts.ts'
import { appleMailMenu } from './menu.ts'
import type { ReadOrReason } from './read-or-reason.ts'
import { readScriptAccounts } from './script-accounts.ts'
import { parseScriptOutbox, parseScriptState, type ScriptOutbox, type ScriptState } from './script-records.ts'
import { MailScripts, readOfScriptAnswer } from './scripts.ts'

export const appleMailBundle = 'com.apple.mail'
/** Messages that a script tells of; each costs Mail time. */
const mostTold = 100
/** Mail comes with the system: its version changes with a restart. */
const versionKept: Millis = 60 * 60_000

const garbled: ReadOrReason<never> = { seen: false, why: say('Apple Mail gave an answer that could not be read.') }

/** One look, while Mail is running. */
export interface MailQuery {
  programs: Programs
  permissions: Permissions | undefined
  at: Instant
  signal: AbortSignal
}

/** The Mail that runs, or not, asked by what it shows to other programs. */
export class RunningMail {
  readonly #scripts = new MailScripts()
  #version: { at: Instant; text: string } | undefined

  /** `undefined`: it cannot be told. */
  async isRunning(programs: Programs, signal: AbortSignal): Promise<boolean | undefined> {
    const processes = await programs.running(signal)
    return processes.seen ? processes.value.some(isMail) : undefined
  }

  async version(programs: Programs, at: Instant, signal: AbortSignal): Promise<string | undefined> {
    if (this.#version && Math.abs(at - this.#version.at) < versionKept) return this.#version.text
    const app = await programs.app(appleMailBundle, signal)
    if (!app.seen || !app.value.version) return undefined
    this.#version = { at, text: app.value.version }
    return this.#version.text
  }

  async outbox(asking: MailQuery): Promise<ReadOrReason<ScriptOutbox>> {
    const told = await this.#ask(asking, 'apple-mail-outbox', [String(mostTold)])
    if (!told.seen) return told
    const outbox = parseScriptOutbox(told.value, mostTold)
    return outbox ? { seen: true, value: outbox } : garbled
  }

  async accounts(asking: MailQuery): Promise<ReadOrReason<AppleMailAccounts>> {
    const told = await this.#ask(asking, 'apple-mail-accounts', [])
    if (!told.seen) return told
    const accounts = await readScriptAccounts(told.value)
    return accounts ? { seen: true, value: accounts } : garbled
  }

  /** Nothing, where a menu may not be looked at: then the state is not worth an Apple event. */
  async state(asking: MailQuery): Promise<ScriptState | undefined> {
    const { accessibility, systemEvents } = asking.permissions ?? {}
    if (accessibility !== 'granted' || systemEvents === 'not-asked' || systemEvents === 'refused') return undefined
    const told = await this.#ask(asking, 'apple-mail-state', appleMailMenu.titles.online)
    return told.seen ? parseScriptState(told.value) : undefined
  }

  async #ask({ programs, permissions, at, signal }: MailQuery, name: ScriptName, args: readonly string[]) {
    const automation = permissions?.automation['apple-mail']
    // A script would raise the system's question; that is for the user to begin.
    if (automation === 'not-asked' || automation === 'refused')
      return readOfScriptAnswer({ outcome: automation === 'refused' ? 'refused' : 'not-asked-yet' })
    return this.#scripts.ask(programs, { name, args, at, signal })
  }
}

function isMail({ name, path }: Process): boolean {
  return name === 'Mail' && (path === undefined || path.includes('/Mail.app/'))
}
