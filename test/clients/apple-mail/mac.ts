import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { MailMac } from '../../../src/clients/client.ts'
import type { Permissions, Programs, ScriptAnswer, ScriptName } from '../../../src/core/mac-powers.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { filesBelow } from '../../../src/world/real/mac/files.ts'
import { temporaryFolder } from '../../../src/world/real/temporary.ts'

export const never = new AbortController().signal
export const now = Date.UTC(2026, 10, 21, 12)
export const minute = 60_000

/** A home folder that is gone with the test. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'apple-mail-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** What Mail answers, and what it was asked. */
export class FakeMail {
  running: boolean | 'unknown' = true
  answers: Partial<Record<ScriptName, ScriptAnswer>> = {}
  readonly asked: string[] = []
  allowed: Partial<Permissions> = {}

  mac(home: string): MailMac {
    return {
      files: filesBelow(home, systemClock, { copies: temporaryFolder(home) }),
      programs: this.#programs(),
      permissions: async () => this.#permissions(),
    }
  }

  #permissions(): Permissions {
    const automation = { 'apple-mail': 'granted', outlook: 'unknown' } as const
    const rest = { fullDiskAccess: 'granted', notifications: 'unknown', localNetwork: 'unknown' } as const
    return { ...rest, accessibility: 'refused', automation, ...this.allowed }
  }

  #programs(): Programs {
    const unseen = async () => ({ seen: false, why: 'failed' }) as const
    return {
      running: async () => {
        if (this.running === 'unknown') return { seen: false, why: 'failed' }
        const other = { pid: 2, name: 'Mail', path: '/opt/Mail' }
        const mail = { pid: 1, name: 'Mail', path: '/System/Applications/Mail.app/Contents/MacOS/Mail' }
        return { seen: true, value: this.running ? [other, mail] : [other] }
      },
      sockets: unseen,
      listeners: unseen,
      app: async () => ({ seen: true, value: { path: '/System/Applications/Mail.app', version: '16.0' } }),
      signature: async () => ({ is: 'intact' }),
      preference: unseen,
      script: async (name, args) => {
        this.asked.push([name, ...args].join(' '))
        return this.answers[name] ?? { outcome: 'failed' }
      },
    }
  }
}

/** An answer in the form of native/scripts/README.md. */
export function scriptAnswer(
  name: ScriptName,
  ...records: (readonly [string, Record<string, unknown>])[]
): ScriptAnswer {
  const all = [['outbox-doctor', { script: name, format: 1 }] as const, ...records, ['end', {}] as const]
  const text = all
    .map(([kind, fields]) =>
      [
        kind,
        ...Object.entries(fields).flatMap(([field, value]) => [value].flat().map((one) => `${field}=${String(one)}`)),
      ].join('\x1f'),
    )
    .join('\x1e')
  return { outcome: 'answered', text: `${text}\n` }
}

/** The bytes of every file below a folder. Shared memory is where readers announce themselves. */
export function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(join(folder, name)).isFile() && !name.endsWith('-shm'))
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}
