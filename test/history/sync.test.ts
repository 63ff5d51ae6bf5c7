import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type History, openHistory } from '../../src/history/history.ts'
import { ownFolder } from './folder.ts'

const at = Date.UTC(2026, 10, 20, 9)
const minute = 60_000

function reopened() {
  const path = join(ownFolder(), 'history.sqlite')
  const all: History[] = []
  onTestFinished(() => {
    for (const one of all) one.close()
  })
  return () => {
    const history = openHistory(path)
    all.push(history)
    return history
  }
}

test('when an account was checked, and until when its server is left alone, outlive a restart', () => {
  const open = reopened()
  expect(open().sync.turn('a')).toEqual({})
  open().sync.keepTurn('a', { checkedAt: at, leaveAloneUntil: at + 60 * minute })
  expect(open().sync.turn('a')).toEqual({ checkedAt: at, leaveAloneUntil: at + 60 * minute })
  open().sync.keepTurn('a', { checkedAt: at + minute })
  expect(open().sync.turn('a')).toEqual({ checkedAt: at + minute })
  expect(open().sync.turn('b')).toEqual({})
})

test('how long changes have waited outlives a restart, and those that have left are forgotten', () => {
  const open = reopened()
  const two = [
    { key: '7', waited: 20 * minute, seenAt: at },
    { key: 'folder:7', waited: 0, seenAt: at },
  ]
  open().sync.keepWaited('a', two)
  expect(open().sync.waited('a')).toEqual(two)
  open().sync.keepWaited('a', two.slice(1))
  open().sync.keepWaited('b', [])
  expect(open().sync.waited('a')).toEqual(two.slice(1))
})

test('nobody’s address is written down as an account', () => {
  const history = reopened()()
  history.sync.keepTurn('anna@example.net', { checkedAt: at })
  history.sync.keepWaited('anna@example.net', [{ key: '1', waited: 0, seenAt: at }])
  history.sync.keepSeen('anna@example.net', at, 'good')
  expect(history.sync.turn('anna@example.net')).toEqual({ checkedAt: at })
})
