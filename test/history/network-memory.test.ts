import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { NetworkTrouble } from '../../src/core/network-memory.ts'
import { say } from '../../src/core/sentence.ts'
import { openHistory } from '../../src/history/history.ts'
import { ownFolder } from './folder.ts'

const at = Date.UTC(2026, 10, 20)
const hotel = 'router 02:aa:bb:cc:dd:ee'
const fix = { remedy: 'r', label: say('Use another port'), promise: [say('As it should be.')] }
const blocked = { at, cause: 'port-blocked-here', port: 587, fix }

function opened(path = ':memory:') {
  const history = openHistory(path)
  onTestFinished(() => history.close())
  return history
}

test('what a network did is found again after a restart, for its account and in no other network', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  first.networks.note(hotel, 'a', blocked)
  first.networks.note(hotel, 'b', { at: at + 1, cause: 'captive-portal' })
  first.close()
  const { networks } = opened(path)
  expect(networks.recall(hotel, at)).toEqual(
    new Map<string, NetworkTrouble>([
      ['b', { at: at + 1, cause: 'captive-portal' }],
      ['a', blocked],
    ]),
  )
  expect([...networks.recall(hotel, at + 1).keys()]).toEqual(['b'])
  expect(networks.recall('router 02:aa:bb:cc:dd:ef', 0).size).toBe(0)
})

test('the newest stands, and nothing does once mail leaves there', () => {
  const { networks } = opened()
  networks.note(hotel, 'a', blocked)
  networks.note(hotel, 'a', { at: at + 9, cause: 'captive-portal' })
  expect([...networks.recall(hotel, 0).values()]).toEqual([{ at: at + 9, cause: 'captive-portal' }])
  networks.note(hotel, 'a', undefined)
  expect(networks.recall(hotel, 0).size).toBe(0)
})

test('is forgotten with the rest of the history', async () => {
  const history = opened()
  history.networks.note(hotel, 'a', blocked)
  await history.forget(at)
  expect(history.networks.recall(hotel, 0).size).toBe(1)
  await history.forget(at + 1)
  expect(history.networks.recall(hotel, 0).size).toBe(0)
})

test('which network it is stands nowhere, and another installation calls it otherwise', () => {
  const digests = ['one', 'two'].map((name) => {
    const path = join(ownFolder(), `${name}.sqlite`)
    const history = openHistory(path)
    history.networks.note(hotel, 'anna@canary.example', blocked)
    history.close()
    const bytes = readFileSync(path, 'latin1')
    expect(bytes).not.toMatch(/02:aa:bb|02aabb|canary/i)
    return bytes.match(/[0-9a-f]{64}/)?.[0]
  })
  expect(digests[0]).toBeDefined()
  expect(digests[0]).not.toBe(digests[1])
})
