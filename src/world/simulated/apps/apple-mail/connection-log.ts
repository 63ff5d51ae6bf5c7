import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../../../core/time.ts'
import type { SceneApp } from '../../schema/apps.ts'

/** The log of Connection Doctor, where a scene has it switched on. Nobody knows what Mail calls its files. */
export class ConnectionLog {
  readonly #folder: string
  #written = ''

  constructor(home: string) {
    this.#folder = join(home, 'Library/Containers/com.apple.mail/Data/Library/Logs/Mail')
  }

  /** Written only where it says something else than before: an app that says nothing more writes nothing more. */
  become(log: SceneApp['log'], now: Instant): void {
    const text = JSON.stringify(log) ?? ''
    if (!log || text === this.#written) return
    this.#written = text
    mkdirSync(this.#folder, { recursive: true })
    const path = join(this.#folder, 'made-up.log')
    writeFileSync(path, log.lines.map((line) => `${line}\n`).join(''))
    // The scene's time is not the machine's.
    const seconds = (now - log.writtenAgo) / 1_000
    utimesSync(path, seconds, seconds)
  }
}
