import type { Permissions, Process, Programs, ScriptName } from '../../core/mac.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { KnownAccounts } from './known-accounts.ts'
import { menu } from './menu.ts'
import { readScriptAccounts } from './script-accounts.ts'
import { readOutbox, readState, type ScriptOutbox, type ScriptState } from './script-records.ts'
import { Scripts, sightOf } from './scripts.ts'
import type { Sight } from './sight.ts'

export const bundle = 'com.apple.mail'
/** Messages that a script tells of; each costs Mail time. */
const mostTold = 100
/** Mail comes with the system: its version changes with a restart. */
const versionKept: Millis = 60 * 60_000

const garbled: Sight<never> = { seen: false, why: 'Apple Mail gave an answer that could not be read.' }

/** One look, while Mail is running. */
export interface Asking {
  programs: Programs
  permissions: Permissions | undefined
  at: Instant
  signal: AbortSignal
}

/** The Mail that runs, or not, asked by what it shows to other programs. */
export class MailApp {
  readonly #scripts = new Scripts()
  #version: { at: Instant; text: string } | undefined

  /** `undefined`: it cannot be told. */
  async isRunning(programs: Programs, signal: AbortSignal): Promise<boolean | undefined> {
    const processes = await programs.running(signal)
    return processes.seen ? processes.value.some(isMail) : undefined
  }

  async version(programs: Programs, at: Instant, signal: AbortSignal): Promise<string | undefined> {
    if (this.#version && Math.abs(at - this.#version.at) < versionKept) return this.#version.text
    const app = await programs.app(bundle, signal)
    if (!app.seen || !app.value.version) return undefined
    this.#version = { at, text: app.value.version }
    return this.#version.text
  }

  async outbox(asking: Asking): Promise<Sight<ScriptOutbox>> {
    const told = await this.#ask(asking, 'apple-mail-outbox', [String(mostTold)])
    if (!told.seen) return told
    const outbox = readOutbox(told.value, mostTold)
    return outbox ? { seen: true, value: outbox } : garbled
  }

  async accounts(asking: Asking): Promise<Sight<KnownAccounts>> {
    const told = await this.#ask(asking, 'apple-mail-accounts', [])
    if (!told.seen) return told
    const accounts = await readScriptAccounts(told.value)
    return accounts ? { seen: true, value: accounts } : garbled
  }

  /** Nothing, where a menu may not be looked at: then the state is not worth an Apple event. */
  async state(asking: Asking): Promise<ScriptState | undefined> {
    const { accessibility, systemEvents } = asking.permissions ?? {}
    if (accessibility !== 'granted' || systemEvents === 'not-asked' || systemEvents === 'refused') return undefined
    const told = await this.#ask(asking, 'apple-mail-state', menu.titles.online)
    return told.seen ? readState(told.value) : undefined
  }

  async #ask({ programs, permissions, at, signal }: Asking, name: ScriptName, args: readonly string[]) {
    const automation = permissions?.automation['apple-mail']
    // A script would raise the system's question; that is for the user to begin.
    if (automation === 'not-asked' || automation === 'refused')
      return sightOf({ outcome: automation === 'refused' ? 'refused' : 'not-asked-yet' })
    return this.#scripts.ask(programs, { name, args, at, signal })
  }
}

function isMail({ name, path }: Process): boolean {
  return name === 'Mail' && (path === undefined || path.includes('/Mail.app/'))
}
