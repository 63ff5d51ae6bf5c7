import { describe, expect, test } from 'vitest'
import type { InstalledApp, Process, Programs, ReadResult } from '../../src/core/mac-powers.ts'
import { Unknown } from '../../src/core/probe.ts'
import { rendered } from '../../src/core/rendered.ts'
import { mailBridge } from '../../src/probes/path/mail-bridge.ts'
import { factOf } from '../examination.ts'

const bundle = 'com.protonmail.bridge'
const path = '/Applications/Proton Mail Bridge.app'
const here: ReadResult<InstalledApp> = { seen: true, value: { path } }
const outgoing = { host: '127.0.0.1', port: 1025, security: 'starttls', protocol: 'smtp' } as const

const asked = (app: ReadResult<InstalledApp>, running: ReadResult<readonly Process[]>) => {
  const programs = { app: async () => app, running: async () => running } as Partial<Programs> as Programs
  return factOf(mailBridge, { account: { outgoing }, mac: { programs } })
}

describe('mail-bridge', () => {
  test.each([
    [[{ pid: 7, name: 'bridge', path: `${path}/Contents/MacOS/bridge` }], true, 'Proton Mail Bridge runs'],
    [
      [{ pid: 7, name: 'other', path: '/Applications/Proton Mail Bridge.app2/x' }],
      false,
      'Proton Mail Bridge does not run',
    ],
    [[], false, 'Proton Mail Bridge does not run'],
  ])('%j', async (processes, running, line) => {
    const { fact, telling } = await asked(here, { seen: true, value: processes })
    expect(fact).toEqual({ bridge: { bundle, running } })
    expect(rendered(telling)).toMatchObject({ line })
  })

  test('none that is known, and what cannot be seen', async () => {
    const { fact } = await asked({ seen: false, why: 'missing' }, { seen: true, value: [] })
    expect(fact).toEqual({})
    await expect(asked({ seen: false, why: 'forbidden' }, { seen: true, value: [] })).rejects.toThrow(Unknown)
    await expect(asked(here, { seen: false, why: 'failed' })).rejects.toThrow(Unknown)
  })
})
