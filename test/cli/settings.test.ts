import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'plist'
import { expect, test } from 'vitest'
import { settingsCommand } from '../../src/cli/commands/settings.ts'
import { ownFolder } from '../history/folder.ts'
import { jsonShapeOf } from './json-shape.ts'
import { outboxDoctor } from './run.ts'

/** A home with settings of its own, and a file of an administrator's. */
function places() {
  const folder = ownFolder()
  mkdirSync(join(folder, 'outbox-doctor'))
  writeFileSync(join(folder, 'outbox-doctor/settings.json'), '{"summary": true, "patience": "3m"}')
  const managed = join(folder, 'theirs.plist')
  writeFileSync(managed, build({ PayloadOrganization: 'Example GmbH', patience: '10m', notifications: 'false' }))
  return { managed, env: { XDG_STATE_HOME: folder } }
}

test('each setting is told with its source, and who locked it', async () => {
  const { managed, env } = places()
  const { out, errors, status } = await outboxDoctor(['settings', '--managed', managed], '', env)
  expect(status).toBe(0)
  const lines = out.split('\n')
  const after = (key: string) => {
    const at = lines.findIndex((line) => line.startsWith(`${key}  `))
    return lines.slice(at, at + 2)
  }
  expect(after('patience')).toEqual(['patience  10m', '  locked by Example GmbH, for this Mac'])
  expect(after('summary')).toEqual(['summary  true', '  set by you'])
  expect(after('retention')).toEqual(['retention  400d', '  as it comes'])
  expect(after('ignore')).toEqual(['ignore  –', '  as it comes'])
  expect(errors.replaceAll(/\s+/g, ' ')).toContain(
    '“notifications” is not written as its kind asks for; what was meant is taken.',
  )
})

test('in JSON, as its description says', async () => {
  const { managed, env } = places()
  const { out } = await outboxDoctor(['settings', '--managed', managed, '--json'], '', env)
  const printed = JSON.parse(out)
  expect(jsonShapeOf(settingsCommand)?.parse(printed)).toEqual(printed)
  const told = (key: string) => printed.settings.find((one: { key: string }) => one.key === key)
  expect(told('patience')).toEqual({
    ...{ key: 'patience', value: '10m', default: '90s', source: 'device' },
    ...{ locked: true, lockedBy: 'Example GmbH' },
  })
  expect(told('summary')).toEqual({ key: 'summary', value: true, default: false, source: 'file', locked: false })
  expect(printed.warnings).toHaveLength(1)
})

test('what is forbidden is told in the name of who says so, and a slip of the pen is, too', async () => {
  const { managed, env } = places()
  writeFileSync(managed, build({ organisation: 'IT of Example', forbiddenFixes: ['network', 'swich-port'] }))
  const { out } = await outboxDoctor(['settings', '--managed', managed, '--json'], '', env)
  const { settings, warnings } = JSON.parse(out)
  expect(settings.find((one: { key: string }) => one.key === 'forbiddenFixes')).toMatchObject({
    value: ['network', 'swich-port'],
    lockedBy: 'IT of Example',
  })
  expect(warnings).toEqual([expect.stringContaining('there is no fix “swich-port”')])
})

test('a file that is not there is wrong use', async () => {
  const { status, errors } = await outboxDoctor(['settings', '--managed', join(ownFolder(), 'none.plist')])
  expect([status, errors]).toEqual([2, expect.stringContaining('there is no such file')])
})

test('of a secret, only that there is one is told', async () => {
  const { managed, env } = places()
  writeFileSync(managed, build({ telemetryOn: true, telemetryHeaders: 'authorization=Bearer%20canary' }))
  for (const args of [['--json'], []]) {
    const { out, errors } = await outboxDoctor(['settings', '--managed', managed, ...args], '', env)
    expect(out).toContain('telemetry.headers')
    expect(`${out}${errors}`).not.toContain('canary')
  }
})
