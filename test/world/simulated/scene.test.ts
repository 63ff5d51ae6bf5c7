import { describe, expect, test } from 'vitest'
import { allRemedies } from '../../../src/remedies/index.ts'
import { loadScene, sceneNames } from '../../../src/world/simulated/library.ts'
import { readScene, WrongScene } from '../../../src/world/simulated/scene.ts'
import { sceneWith } from './play.ts'

const treating = allRemedies.filter(({ kind }) => kind !== 'note').map(({ id }) => id)

function complaint(difference: object): string {
  try {
    sceneWith(difference)
  } catch (error) {
    return error instanceof WrongScene ? error.message : `not a WrongScene: ${error}`
  }
  return 'nothing'
}

describe('a scene that is wrong says where, in one sentence', () => {
  test.each([
    [{ colour: 'red' }, 'colour is not a field of a scene.'],
    [{ mac: { clok: '1h' } }, 'mac.clok is not a field of a scene.'],
    [{ hosts: { 'a.example': { smtp: { greting: 'x' } } } }, 'hosts.a.example.smtp.greting is not a field of a scene.'],
    [{ later: [{ after: '3s', world: { way: { foo: 1 } } }] }, 'later.0.world.way.foo is not a field of a scene.'],
    [{ title: 3 }, 'title must be of the type string.'],
    [{ outbox: {} }, 'outbox must be of the type array.'],
    [{ account: { email: 'x', outgoing: { host: 7 } } }, 'account.outgoing.host must be of the type string.'],
    [{ mac: { clock: '3 hours' } }, 'mac.clock must be a length of time such as "-5m", "30s" or "90d".'],
    [{ outbox: [{ waiting: '-5m' }] }, 'outbox.0.waiting must not be negative.'],
    [{ hosts: { x: { ports: { smtp: 'open' } } } }, 'hosts.x.ports.smtp must be a port number, from 1 to 65535.'],
    [{ way: { ports: { 65536: 'open' } } }, 'way.ports.65536 must be a port number, from 1 to 65535.'],
    [{ names: { x: ['1.2.3'] } }, 'names.x.0 must be an IPv4 or IPv6 address.'],
    [{ expects: { first: 'No One', status: 'clear' } }, 'expects.first must be the id of a cause.'],
    [
      { way: { ports: { 587: 'blocked' } } },
      'way.ports.587 must be open or slow or refused or silent or reset or unreachable or denied.',
    ],
  ])('%j', (difference, sentence) => {
    expect(complaint(difference)).toBe(sentence)
  })

  test.each([undefined, 0, 65536, 5.5, '587'])('%s is no port', (port) => {
    const account = { email: 'x', outgoing: { host: 'x', port, security: 'tls' } }
    expect(complaint({ account })).toBe('account.outgoing.port must be a port number, from 1 to 65535.')
  })

  test.each([
    ['{', 'The scene is not JSON.'],
    ['[]', 'The scene must be of the type object.'],
    ['null', 'The scene must be of the type object.'],
    ['"x"'.padEnd(50_000_000, ' '), 'A scene is at most 1 MB of text; this one is larger.'],
    ['['.repeat(100_000), 'The scene is not JSON.'],
  ])('%.10s', (text, sentence) => {
    expect(() => readScene(text)).toThrow(new WrongScene(sentence))
  })

  test('terminal escapes in a field name do not reach the sentence', () => {
    expect(complaint({ '\u001b[31mred': 1 })).toBe('[31mred is not a field of a scene.')
  })
})

test('lengths of time become milliseconds', () => {
  const { mac, outbox } = sceneWith({ mac: { clock: '-3h' }, outbox: [{ waiting: '1.5m' }] })
  expect(mac?.clock).toBe(-3 * 3_600_000)
  expect(outbox?.[0]?.waiting).toBe(90_000)
})

test('a scene that does not ship is said to be missing, whatever its name', () => {
  for (const name of ['nothing-of-that-name', '../scene', '']) expect(() => loadScene(name)).toThrow(WrongScene)
})

test.each(sceneNames())('%s can be read', (name) => {
  const { title, story, de, mends = [] } = loadScene(name)
  expect([title, story]).not.toContain('')
  expect(de, 'in German').toBeDefined()
  for (const { remedy } of mends) expect(treating).toContain(remedy)
})
