import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openHistory } from '../../src/history/history.ts'
import { ownFolder } from './folder.ts'

const at = Date.UTC(2026, 10, 20)

test('what was announced is known after a restart; what was not shown after all is not', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  first.announced.keep(['home', 'work'], 'blocked', at)
  first.announced.keep(['home'], 'password', at + 1)
  first.announced.takeBack(['home'], 'password', at + 1)
  first.close()
  const { announced, close } = openHistory(path)
  expect(announced.since(at)).toEqual(['home', 'work'].map((account) => ({ at, account, cause: 'blocked' })))
  expect(announced.since(at + 1)).toEqual([])
  close()
})

test('what cannot be written is remembered as long as we run', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  const other = new Database(path)
  other.exec('DROP TABLE announced')
  other.close()
  history.announced.keep(['home'], 'blocked', at)
  expect(history.announced.since(at)).toEqual([{ at, account: 'home', cause: 'blocked' }])
  history.announced.takeBack(['home'], 'blocked', at)
  expect(history.announced.since(at)).toEqual([])
  history.close()
})
