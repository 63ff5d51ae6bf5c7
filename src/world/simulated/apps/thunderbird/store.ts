import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { thunderbird } from '../../../../clients/thunderbird/client.ts'
import { messageBytes, type SimulatedStore } from '../../home/simulated-store.ts'
import type { SimulatedMailApp } from '../../mac/mail-app.ts'
import { messageText } from '../../message-text.ts'
import type { QueuedMessage } from '../../outbox.ts'
import type { SceneAccount } from '../../schema/account.ts'
import { installsIni, prefsJs, profilePaths, profilesIni, thunderbirdAccountKey, usedProfile } from './profile-files.ts'

/** What Thunderbird keeps: its profiles, and in the one it uses a file of unsent messages. */
export class SimulatedThunderbirdStore implements SimulatedStore {
  readonly app = thunderbird.id
  readonly #root: string
  readonly #outbox: string
  #accounts: readonly SceneAccount[]
  /** By number; one that has left stays in the file, marked as gone, as until it is compacted. */
  readonly #texts = new Map<number, { text: string; gone: boolean }>()

  constructor(home: string, app: SimulatedMailApp) {
    this.#root = join(home, 'Library/Thunderbird')
    const local = join(this.#root, usedProfile, 'Mail/Local Folders')
    this.#outbox = join(local, 'Unsent Messages')
    this.#accounts = app.accounts
    const paths = profilePaths(app.profiles ?? 1)
    for (const path of paths) mkdirSync(join(this.#root, path, 'Mail/Local Folders'), { recursive: true })
    writeFileSync(join(this.#root, 'profiles.ini'), profilesIni(paths))
    writeFileSync(join(this.#root, 'installs.ini'), installsIni)
    for (const path of paths) writeFileSync(join(this.#root, path, 'prefs.js'), prefsJs({ accounts: [] }))
    writeFileSync(`${this.#outbox}.msf`, '// <!-- <mdb:mork:z v="1.4"/> -->\n')
    this.become(app)
  }

  /** Scripts, which it has none of, would name it so. */
  accountId(account: SceneAccount): string {
    return thunderbirdAccountKey(this.#accounts.findIndex(({ email }) => email === account.email))
  }

  become(app: SimulatedMailApp): void {
    this.#accounts = app.accounts
    const prefs = prefsJs(app)
    const whole = !app.damaged?.includes('profile')
    writeFileSync(join(this.#root, usedProfile, 'prefs.js'), whole ? prefs : '\0'.repeat(prefs.length))
    this.#write()
  }

  arrive(message: QueuedMessage): void {
    const key = thunderbirdAccountKey(this.#accounts.findIndex(({ email }) => email === message.account))
    const text = `X-Account-Key: ${key}\n${messageText(message)}`
    // As long in the file as the scene says, with what Thunderbird writes above it.
    const length = messageBytes(message.message) - statusOf(false).length - 1
    this.#texts.set(message.number, {
      text: text.padEnd(Math.min(length, longest), filler).slice(0, length),
      gone: false,
    })
    this.#write()
  }

  leave({ number }: QueuedMessage): void {
    const known = this.#texts.get(number)
    if (known) this.#texts.set(number, { ...known, gone: true })
    this.#write()
  }

  rest(): void {}

  wake(): void {}

  /** No script asks for it. */
  stored(): undefined {}

  close(): void {}

  #write(): void {
    const all = [...this.#texts.values()].map(
      ({ text, gone }) => `From - Sat Nov 28 10:11:12 2026\n${statusOf(gone)}${text.replace(/^From /gm, 'from ')}\n`,
    )
    writeFileSync(this.#outbox, all.join(''))
  }
}

const longest = 70_000
const filler = '.\n'

function statusOf(gone: boolean): string {
  return `X-Mozilla-Status: ${gone ? '0809' : '0801'}\nX-Mozilla-Status2: 00000000\n`
}
