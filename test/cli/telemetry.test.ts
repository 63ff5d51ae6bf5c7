import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { telemetryCommand } from '../../src/cli/commands/telemetry.ts'
import { telemetryNames, telemetryResource } from '../../src/session/telemetry.ts'
import { newInstallationId, telemetryFile } from '../../src/storage/telemetry-file.ts'
import { TelemetryExporter } from '../../src/telemetry/exporter.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { HandClock } from '../hand-clock.ts'
import { ownFolder } from '../history/folder.ts'
import { jsonShapeOf } from './json-shape.ts'
import { outboxDoctor } from './run.ts'

const endpoint = 'https://collector.example.org/otlp'

/** A home whose settings say this, and in which the app has sent something, if it was on. */
async function home(telemetry: object, hasSent = false) {
  const folder = ownFolder()
  mkdirSync(join(folder, 'outbox-doctor'))
  writeFileSync(join(folder, 'outbox-doctor/settings.json'), JSON.stringify({ telemetry }))
  const file = join(folder, 'outbox-doctor/telemetry.json')
  if (hasSent) {
    const clock = new HandClock()
    const world = realWorld()
    let sent = () => {}
    const isSent = new Promise<void>((resolve) => {
      sent = resolve
    })
    const store = telemetryFile(file)
    const exporter = new TelemetryExporter({
      endpoint,
      headers: '',
      http: async () => ({ outcome: 'answered', status: 503, headers: {}, body: '', ms: 1 }),
      store: { read: store.read, write: (kept) => store.write(kept).then(sent) },
      facts: async ({ probes }) => ({
        now: clock.now(),
        state: { waiting: [], online: true },
        episodes: [],
        treatments: [],
        probes: { ms: [300], until: probes },
      }),
      names: telemetryNames,
      resource: await telemetryResource({ world }, '0.1.0'),
      version: '0.1.0',
      isFrugal: async () => false,
      newId: newInstallationId,
      random: () => 0,
      clock,
      log: world.log,
    })
    await clock.pass(0)
    await isSent
    await exporter.stop()
  }
  return { file, env: { XDG_STATE_HOME: folder } }
}

test('as it comes, nothing is sent to anybody', async () => {
  const { env } = await home({})
  expect(await outboxDoctor(['telemetry'], '', env)).toMatchObject({ out: 'Nothing is sent to anybody.\n', status: 0 })
  const { out } = await outboxDoctor(['telemetry', '--json', '--new-id'], '', env)
  expect(JSON.parse(out)).toEqual({ schema: 1, on: false })
})

test('all that was sent last is told, and what became of it', async () => {
  const { env } = await home({ on: true, endpoint, headers: 'authorization=Bearer%20canary' }, true)
  const { out, errors } = await outboxDoctor(['telemetry'], '', env)
  expect(out).toContain(`sends counts about mail that waits to ${endpoint}, once a minute`)
  expect(out).toContain('  outbox_doctor.outbox.messages{outbox_doctor.message.state=stuck} 0 {message}\n')
  expect(out).toContain('(≤0.1: 0, ≤0.5: 1, ≤2: 0, ≤10: 0, >10: 0)')
  expect(errors).toContain('cannot take it now (status 503)')
  expect(out + errors).not.toContain('canary')
  const { out: json } = await outboxDoctor(['telemetry', '--json'], '', env)
  const printed = JSON.parse(json)
  expect(jsonShapeOf(telemetryCommand)?.parse(printed)).toEqual(printed)
  expect(printed).toMatchObject({
    on: true,
    endpoint,
    last: { taken: false, sent: { at: '2026-11-21T09:00:00.000Z' } },
  })
  expect(json).not.toContain('canary')
})

test('another number is taken at a wish, and begins with nothing', async () => {
  const { env, file } = await home({ on: true, endpoint }, true)
  const before = JSON.parse(readFileSync(file, 'utf8'))
  const { out } = await outboxDoctor(['telemetry', '--new-id'], '', env)
  const after = JSON.parse(readFileSync(file, 'utf8'))
  expect(after.id).not.toBe(before.id)
  expect(out).toContain(after.id)
  expect(out).toContain('Nothing was sent yet.')
  expect(after).not.toHaveProperty('last')
})
