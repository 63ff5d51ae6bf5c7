import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { say } from '../../src/core/sentence.ts'
import type { KeptTelemetry } from '../../src/core/telemetry.ts'
import { isOwnData } from '../../src/storage/own-places.ts'
import { newInstallationId, telemetryFile } from '../../src/storage/telemetry-file.ts'
import { firstKept } from '../../src/telemetry/exporter.ts'
import { ownFolder } from '../history/folder.ts'

const kept: KeptTelemetry = {
  ...firstKept(newInstallationId(), 1_000),
  last: {
    at: 2_000,
    taken: true,
    told: say('The collector took it.'),
    batch: {
      at: 2_000,
      since: 1_000,
      resource: { 'service.name': 'outbox-doctor' },
      metrics: [
        { name: 'a', unit: '1', kind: 'gauge', points: [{ attributes: { b: 'c' }, value: 1 }] },
        {
          name: 'd',
          unit: 's',
          kind: 'histogram',
          points: [{ attributes: {}, count: 1, sum: 0.5, bounds: [1], buckets: [1, 0] }],
        },
      ],
      records: [{ at: 1_500, name: 'e', attributes: { f: 3 } }],
    },
  },
}

test('is read as it was written, by its owner alone, and taken away', async () => {
  const path = join(ownFolder(), 'telemetry.json')
  const file = telemetryFile(path)
  expect(await file.read()).toBeUndefined()
  await file.write(kept)
  expect(await file.read()).toEqual(kept)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  await file.remove()
  await file.remove()
  expect(await file.read()).toBeUndefined()
})

test('what is not of our making is none', async () => {
  const folder = ownFolder()
  const path = join(folder, 'telemetry.json')
  const file = telemetryFile(path)
  await file.write(kept)
  const good = readFileSync(path, 'utf8')
  const odd = [
    '',
    '{',
    'null',
    good.slice(0, -9),
    good.replace(kept.id, 'anna@example.org'),
    good.replace('"b": "c"', '"b": []'),
  ]
  for (const text of [...odd, 'x'.repeat(600_000)]) {
    writeFileSync(path, text)
    expect(await file.read()).toBeUndefined()
  }
  const inItsPlace = join(folder, 'folder')
  mkdirSync(inItsPlace)
  expect(await telemetryFile(inItsPlace).read()).toBeUndefined()
})

test('“Remove everything” takes it, too', () => {
  expect(isOwnData('telemetry.json')).toBe(true)
  expect(isOwnData('telemetry.json.1.part')).toBe(true)
})
