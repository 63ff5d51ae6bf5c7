import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { MailMac } from '../../../src/clients/client.ts'
import { Outlook } from '../../../src/clients/outlook/outlook.ts'
import type { ObservationWithSubjects } from '../../../src/core/client.ts'
import type { Files, Process, ReadResult, ScriptAnswer, ScriptName } from '../../../src/core/mac-powers.ts'
import type { MessageWithSubject } from '../../../src/core/mail.ts'
import { render } from '../../../src/core/render.ts'
import type { Instant } from '../../../src/core/time.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { filesBelow } from '../../../src/world/real/mac/files.ts'
import { temporaryFolder } from '../../../src/world/real/temporary.ts'
import { OutlookStore } from '../../../src/world/simulated/apps/outlook/outlook-store.ts'

/** The moment of all these tests. */
export const now: Instant = Date.UTC(2026, 10, 21, 12, 0, 0)
export const minute = 60_000
export const day = 24 * 60 * minute

/** A Mac with a home folder of its own and programs that answer what a test says. */
export class MadeUpMac implements MailMac {
  readonly home = mkdtempSync(join(tmpdir(), 'outbox-doctor-outlook-'))
  readonly outlook = new Outlook()
  /** Whether Outlook runs; `undefined`: nobody can tell. */
  running: boolean | undefined = false
  readonly preferences: Record<string, string> = {}
  readonly answers: Partial<Record<ScriptName, ScriptAnswer>> = {}
  readonly asked: ScriptName[] = []
  files: Files = filesBelow(this.home, systemClock, { copies: temporaryFolder(this.home) })
  readonly programs: MailMac['programs'] = {
    running: async (): Promise<ReadResult<readonly Process[]>> =>
      this.running === undefined
        ? { seen: false, why: 'failed' }
        : { seen: true, value: this.running ? [{ pid: 7, name: 'Microsoft Outlook' }] : [] },
    sockets: async () => ({ seen: false, why: 'failed' }),
    listeners: async () => ({ seen: false, why: 'failed' }),
    app: async () => ({ seen: true, value: { path: '/Applications/Microsoft Outlook.app', version: '16.103.2' } }),
    signature: async () => ({ is: 'intact' }),
    preference: async (_, key) => {
      const value = this.preferences[key]
      return value === undefined ? { seen: false, why: 'missing' } : { seen: true, value }
    },
    script: async (name) => {
      this.asked.push(name)
      return this.answers[name] ?? { outcome: 'failed' }
    },
  }

  constructor() {
    onTestFinished(() => {
      this.outlook.close()
      rmSync(this.home, { recursive: true, force: true })
    })
  }

  store(profile?: string, version?: number): OutlookStore {
    const store = new OutlookStore(this.home, profile, version)
    onTestFinished(() => store.close())
    return store
  }

  look(at: Instant = now): Promise<ObservationWithSubjects> {
    return this.outlook.read(this, at, new AbortController().signal)
  }

  survey(at: Instant = now) {
    return this.outlook.survey(this, at, new AbortController().signal)
  }
}

export function messagesOf({ outbox }: ObservationWithSubjects): readonly MessageWithSubject[] {
  if (!outbox.seen) throw new Error(render(outbox.why))
  return outbox.messages
}

/** An answer in the form of native/scripts. */
export function scriptText(script: ScriptName, ...records: readonly (readonly string[])[]): ScriptAnswer {
  const all = [['outbox-doctor', `script=${script}`, 'format=1'], ...records, ['end']]
  return { outcome: 'answered', text: `${all.map((record) => record.join('\x1f')).join('\x1e')}\n` }
}
