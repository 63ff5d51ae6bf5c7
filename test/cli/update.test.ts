import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { updateCommand } from '../../src/cli/commands/update.ts'
import { identityFor, trustedRoot } from '../../src/world/simulated/certificate-authority.ts'
import { ownFolder } from '../history/folder.ts'
import { day, maker, newKey, signed } from '../updates/signed-release.ts'
import { portOf } from '../world/real/far-end.ts'
import { jsonShapeOf } from './json-shape.ts'
import { outboxDoctor } from './run.ts'

/** A place for updates on loopback, and the options that lead there. */
async function placeThatSays(body: string, { home = ownFolder(), key = maker.text } = {}) {
  const asked: string[] = []
  const server = createServer(await identityFor('127.0.0.1', {}, Date.now()), ({ url = '' }, response) => {
    asked.push(url)
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const [publisher, ca] = [join(home, 'publisher.json'), join(home, 'ca.pem')]
  const release = `https://127.0.0.1:${portOf(server)}/outbox-doctor.json`
  writeFileSync(publisher, JSON.stringify({ release, page: 'https://example.org/download', keys: [key] }))
  writeFileSync(ca, await trustedRoot())
  const run = (...more: string[]) =>
    outboxDoctor(['update', '--publisher', publisher, '--ca', ca, ...more], '', { XDG_STATE_HOME: home })
  return { run, asked, home }
}

const dated = { released: Date.now() - day, expires: Date.now() + day }

test('tells of a newer version, what is in it and where it is', async () => {
  const { run, asked } = await placeThatSays(signed(dated))
  const { status, out, errors } = await run()
  expect([status, errors]).toEqual([1, ''])
  expect(out).toBe('Version 1.3.0 is there.\n  • It finds more.\nIt is here: https://example.org/download\n')
  expect(asked).toEqual(['/outbox-doctor.json'])
})

test('as JSON, as its description says', async () => {
  const { run } = await placeThatSays(signed(dated))
  const { status, out } = await run('--json')
  const printed = JSON.parse(out)
  expect(status).toBe(1)
  expect(jsonShapeOf(updateCommand)?.parse(printed)).toEqual(printed)
  expect(printed).toMatchObject({ verdict: 'newer', newer: { version: '1.3.0', files: [{ bytes: 5 }] } })
})

test('what is not the maker’s is told in a sentence, and not believed', async () => {
  const { run } = await placeThatSays(signed(dated), { key: newKey().text })
  const { status, out } = await run('--json')
  expect(status).toBe(3)
  expect(JSON.parse(out)).toMatchObject({
    verdict: 'refused',
    sentence: 'What was said of a newer version is not signed by the maker of Outbox Doctor. It is not believed.',
  })
})

test('what was seen is remembered from one time to the next: an older file is no news', async () => {
  const { run, home } = await placeThatSays(signed({ ...dated, sequence: 40 }))
  expect((await run()).status).toBe(1)
  expect(JSON.parse(readFileSync(join(home, 'outbox-doctor/updates.json'), 'utf8'))).toMatchObject({
    seen: { sequence: 40 },
  })
  const { run: again } = await placeThatSays(signed({ ...dated, sequence: 39 }), { home })
  expect(await again()).toMatchObject({ status: 3, out: expect.stringContaining('older than what was said before') })
})

test('a scene answers for itself: with what runs, or with what it tells', async () => {
  expect(await outboxDoctor(['update', '--scene', 'healthy-gmail'])).toMatchObject({
    status: 0,
    out: 'There is no newer version.\n',
  })
  const scene = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../src/world/simulated/scenes/healthy-gmail.json'), 'utf8'),
  )
  const file = join(ownFolder(), 'mine.json')
  writeFileSync(file, JSON.stringify({ ...scene, outside: { newVersion: '99.0.0' } }))
  const { status, out } = await outboxDoctor(['update', '--scene-file', file], '', { LANG: 'de_DE.UTF-8' })
  expect([status, out]).toEqual([1, expect.stringMatching(/^Version 99\.0\.0 ist da\.\n.*\nHier gibt es sie: https:/s)])
})

test('what means nothing in a scene is said', async () => {
  const { status } = await outboxDoctor(['update', '--scene', 'healthy-gmail', '--publisher', 'x'])
  expect(status).toBe(2)
})

test('a file of publishers that is none is wrong use, and plain http is never asked', async () => {
  const file = join(ownFolder(), 'publisher.json')
  writeFileSync(
    file,
    JSON.stringify({ release: 'http://127.0.0.1/', page: 'https://example.org/', keys: [maker.text] }),
  )
  const { status, errors } = await outboxDoctor(['update', '--publisher', file])
  expect([status, errors]).toEqual([2, expect.stringContaining('release')])
})
