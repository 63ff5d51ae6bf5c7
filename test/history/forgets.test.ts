import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Finding, Probe } from '../../src/core/probe.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { forHistory } from '../../src/doctor/for-history.ts'
import { openHistory } from '../../src/history/history.ts'
import { migrationsFolder } from '../../src/history/migrations.ts'
import { allProbes } from '../../src/probes/index.ts'
import { ownFolder } from './folder.ts'
import { account, recordOf } from './records.ts'

/** Names and numbers of nobody's network but the person's. */
const canaries = ['192.168.77.41', 'fd12:3456::77', 'Canary Home VPN', 'canary-macbook.local', 'utun-canary']
const [local = '', domain = ''] = account.email.split('@')
const disguised = [
  account.email,
  account.email.toUpperCase(),
  `${local}%40${domain}`,
  `"${local}"@${domain}`,
  Buffer.from(account.email).toString('base64'),
  Buffer.from(account.email).toString('hex'),
  [...account.email].reverse().join(''),
  [...account.email].join(' '),
]
const finding = (probe: Probe<unknown>, fact: unknown) => {
  const known: Finding<unknown> = {
    state: 'known',
    fact,
    telling: { tone: 'plain', line: foreignName('It was looked at') },
    ms: 1,
  }
  const { latency: _, ...rest } = probe
  return forHistory({ probe: rest as Probe<unknown>, finding: known })
}

function written(path: string): string {
  new Database(path).pragma('wal_checkpoint(TRUNCATE)')
  return readFileSync(path).toString('latin1')
}

test('what a probe found is forgotten, unless the next examination compares with it', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  const fact = { canaries, outgoing: { host: 'smtp.example.net', canary: canaries } }
  history.record(recordOf({ findings: allProbes.map((probe) => finding(probe as Probe<unknown>, fact)) }))
  const past = history.past(history.accountId(account))
  const kept = allProbes.filter((probe) => past.last(probe as Probe<unknown>) !== undefined).map(({ id }) => id)
  expect(kept.sort()).toEqual(
    allProbes
      .filter(({ remembered }) => remembered)
      .map(({ id }) => id)
      .sort(),
  )
  expect(kept).toHaveLength(5)
  history.close()
})

test('nothing of this network and nobody’s address in any disguise reaches the file', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  const findings = allProbes.map((probe) => {
    const reply = { text: disguised.map((one) => `550 5.1.1 <${one}> is not known here`).join('; ') }
    return finding(probe as Probe<unknown>, probe.remembered ? { outgoing: { reply } } : { canaries, reply })
  })
  history.record(recordOf({ findings }))
  history.close()
  const bytes = written(path)
  expect(bytes).toContain('is not known here')
  expect([...canaries, ...disguised].filter((one) => bytes.includes(one))).toEqual([])
})

test('what was kept before is gone with the next step of the database', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  history.record(
    recordOf({
      findings: [
        {
          probe: 'way-out',
          finding: { state: 'known', fact: canaries, telling: { tone: 'good', line: foreignName('x') }, ms: 1 },
        },
      ],
    }),
  )
  history.close()
  const db = new Database(path)
  expect(db.prepare('SELECT count(*) FROM fact').pluck().get()).toBe(1)
  const [forgetting = ''] = readdirSync(migrationsFolder).filter((name) => name.endsWith('-forget-facts.sql'))
  db.exec(readFileSync(join(migrationsFolder, forgetting), 'utf8'))
  expect(db.prepare('SELECT count(*) FROM fact').pluck().get()).toBe(0)
  db.close()
})
