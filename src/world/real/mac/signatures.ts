import type { InstalledApp, Signature } from '../../../core/mac-powers.ts'
import { say } from '../../../core/sentence.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import type { RunProgram } from '../run.ts'
import { parseSignature } from './parse/codesign.ts'
import { tools } from './tools.ts'

/** Every file of the app is read: minutes for a large one on a slow disk. */
const codesignTimeoutMs: Millis = 120_000
/** So a verdict is kept for some hours, as long as the app is the same. */
const keeping: Millis = 6 * 3_600_000

export class Signatures {
  readonly #run: RunProgram
  readonly #clock: Clock
  readonly #known = new Map<string, { signature: Signature; until: Millis }>()

  constructor(run: RunProgram, clock: Clock) {
    this.#run = run
    this.#clock = clock
  }

  async of(app: InstalledApp, signal: AbortSignal): Promise<Signature> {
    const key = [app.path, app.version, app.build].join('\n')
    const known = this.#known.get(key)
    if (known && known.until > this.#clock.elapsed()) return known.signature
    const signature = await this.#verify(app, signal)
    if (signature.is !== 'unknown') this.#known.set(key, { signature, until: this.#clock.elapsed() + keeping })
    return signature
  }

  async #verify(app: InstalledApp, signal: AbortSignal): Promise<Signature> {
    const args = ['--verify', '--deep', '--strict', app.path]
    const ran = await this.#run(tools.codesign, args, { signal, timeoutMs: codesignTimeoutMs })
    signal.throwIfAborted()
    return 'failed' in ran
      ? { is: 'unknown', why: say('The signature of the mail app could not be checked in time.') }
      : parseSignature(ran)
  }
}
