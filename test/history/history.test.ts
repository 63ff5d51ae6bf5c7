import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Account } from '../../src/core/mail.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { type History, openHistory } from '../../src/history/history.ts'
import { ownFolder } from './folder.ts'
import { account, known, probeOf, recordOf } from './records.ts'

const day = 86_400_000
const noon = Date.UTC(2026, 10, 20, 12)

function opened(path = ':memory:'): History {
  const history = openHistory(path)
  onTestFinished(() => history.close())
  return history
}

describe('what was recorded', () => {
  test('comes back as it was', () => {
    const history = opened()
    history.record(
      recordOf({
        at: noon,
        findings: [
          { probe: 'ports', finding: known({ open: [587] }, 'Port 587 answered in 43 ms, #1 of 2.', 'bad', 42.6) },
          { probe: 'portal', finding: { state: 'unknown', why: foreignName('No time was left.'), ms: 3 } },
          { probe: 'login', finding: { state: 'skipped', because: 'ports', ms: 0 } },
        ],
        diagnosis: {
          status: 'stuck',
          causes: [
            {
              id: 'closed-port',
              title: foreignName('T'),
              plain: foreignName('P'),
              details: [],
              harm: 'stops',
              layer: 'path',
              weight: 0.9,
              evidence: [foreignName('587 was silent for 9 s')],
              against: [foreignName('port 465 is open')],
              explains: ['slow-7'],
              testimony: [],
            },
          ],
          undecided: [{ id: 'cause-6', missing: ['probe-4'] }],
        },
      }),
    )
    expect([...history.examinations({ since: noon })]).toEqual([
      {
        account: { key: history.accountId(account), host: 'smtp.example.net' },
        at: noon,
        elapsed: 1235,
        why: 'asked',
        status: 'stuck',
        causes: [
          {
            id: 'closed-port',
            weight: 0.9,
            evidence: ['587 was silent for 9 s'],
            against: ['port 465 is open'],
            explains: ['slow-7'],
          },
        ],
        undecided: [{ id: 'cause-6', missing: ['probe-4'] }],
        findings: [
          { probe: 'ports', state: 'known', tone: 'bad', line: 'Port 587 answered in 43 ms, #1 of 2.', ms: 43 },
          { probe: 'portal', state: 'unknown', line: 'No time was left.', ms: 3 },
          { probe: 'login', state: 'skipped', line: 'ports', ms: 0 },
        ],
      },
    ])
  })

  test('is asked for by time and by account, oldest first', () => {
    const history = opened()
    const other: Account = { ...account, email: 'ben@example.net' }
    history.record(recordOf({ at: noon + 2 }))
    history.record(recordOf({ at: noon + 1, account: other }))
    history.record(recordOf({ at: noon }))
    const times = (query: { since: number; account?: string }) => [...history.examinations(query)].map(({ at }) => at)
    expect(times({ since: noon + 1 })).toEqual([noon + 1, noon + 2])
    expect(times({ since: 0, account: history.accountId(account) })).toEqual([noon, noon + 2])
  })

  test('is whole or nothing', () => {
    const history = opened()
    const twice = { probe: 'same', finding: known({}, 'x') }
    expect(() => history.record(recordOf({ findings: [twice, twice] }))).toThrow()
    expect([...history.examinations({ since: 0 })]).toEqual([])
    expect(history.past(history.accountId(account)).last(probeOf('same'))).toBeUndefined()
  })
})

describe('the past', () => {
  const ports = probeOf<{ n: number }>('ports')

  test('is the newest fact of a probe, or the newest of a tone', () => {
    const history = opened()
    const tell = (n: number, tone: 'good' | 'bad', at: number) =>
      history.record(recordOf({ at, findings: [{ probe: ports.id, finding: known({ n }, 'x', tone) }] }))
    tell(1, 'good', noon)
    tell(2, 'good', noon + 1)
    tell(3, 'bad', noon + 2)
    const past = history.past(history.accountId(account))
    expect(past.last(ports)).toEqual({ fact: { n: 3 }, at: noon + 2 })
    expect(past.last(ports, 'good')).toEqual({ fact: { n: 2 }, at: noon + 1 })
    expect(past.last(ports, 'plain')).toBeUndefined()
    expect(history.past('another').last(ports)).toBeUndefined()
  })

  test('follows the order of writing, not a clock that was wrong for a while', () => {
    const history = opened()
    const tell = (n: number, tone: 'good' | 'bad', at: number) =>
      history.record(recordOf({ at, findings: [{ probe: ports.id, finding: known({ n }, 'x', tone) }] }))
    tell(1, 'good', noon + 1000 * day)
    tell(2, 'bad', noon)
    expect(history.past(history.accountId(account)).last(ports)?.fact).toEqual({ n: 2 })
  })

  test('an unknown leaves it alone', () => {
    const history = opened()
    history.record(recordOf({ at: noon, findings: [{ probe: ports.id, finding: known({ n: 1 }, 'x') }] }))
    const unknown = { state: 'unknown', why: foreignName('why'), ms: 1 } as const
    history.record(recordOf({ at: noon + 1, findings: [{ probe: ports.id, finding: unknown }] }))
    expect(history.past(history.accountId(account)).last(ports)).toEqual({ fact: { n: 1 }, at: noon })
  })

  test('treats a damaged fact as absent, and a damaged verdict as one without grounds', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = opened(path)
    const cause = {
      id: 'c',
      title: foreignName(''),
      plain: foreignName(''),
      details: [],
      harm: 'stops',
      layer: 'path',
      weight: 1,
      explains: [],
      testimony: [],
    } as const
    history.record(
      recordOf({
        findings: [{ probe: ports.id, finding: known({ n: 1 }, 'x') }],
        diagnosis: {
          status: 'stuck',
          causes: [{ ...cause, evidence: [foreignName('e')], against: [] }],
          undecided: [],
        },
      }),
    )
    const vandal = new Database(path)
    vandal.exec(`UPDATE fact SET json = '{"n":'; UPDATE phrase SET text = '[{' WHERE text LIKE '{"evidence%'`)
    vandal.close()
    expect(history.past(history.accountId(account)).last(ports)).toBeUndefined()
    expect([...history.examinations({ since: 0 })][0]?.causes).toEqual([
      { id: 'c', weight: 1, evidence: [], against: [], explains: [] },
    ])
  })
})

describe('privacy', () => {
  test('the account id is the same each time, and another one in another database', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const first = openHistory(path)
    const id = first.accountId(account)
    first.close()
    expect(opened(path).accountId({ ...account, id: 'b', email: 'ANNA@example.net' })).toBe(id)
    expect(opened().accountId(account)).not.toBe(id)
    expect(id).toMatch(/^[0-9a-f]{32}$/)
  })

  test('nothing private reaches the file, whatever a server repeats', () => {
    const folder = ownFolder()
    const history = opened(join(folder, 'history.sqlite'))
    const canaries = ['canary-email', 'canary-user', 'canary-in', 'canary-rcpt', 'canary-from']
    const [email = '', user = '', inUser = '', recipient = '', sender = ''] = canaries
    const bird: Account = {
      id: 'canary-id',
      email: `${email}@example.net`,
      incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls', username: inUser },
      outgoing: { protocol: 'smtp', host: `${user}@mail.example.net`, port: 25, security: 'none', username: user },
    }
    const hostile = `550 <${email}@example.net> ${recipient}@example.org "${sender}@example.org" no such user ${user}, ${inUser}.`
    history.record(
      recordOf({
        account: bird,
        findings: [
          {
            probe: 'one',
            finding: known({ text: hostile, username: inUser, deep: [{ er: hostile.toUpperCase() }] }, hostile),
          },
          { probe: 'two', finding: { state: 'unknown', why: foreignName(hostile), ms: 1 } },
        ],
        diagnosis: {
          status: 'stuck',
          causes: [
            {
              id: 'c',
              title: foreignName(hostile),
              plain: foreignName(hostile),
              details: [foreignName(hostile)],
              harm: 'stops',
              layer: 'path',
              weight: 1,
              evidence: [foreignName(hostile)],
              against: [foreignName(hostile)],
              explains: [],
              testimony: [],
            },
          ],
          undecided: [],
        },
      }),
    )
    const files = readdirSync(folder)
    expect(files.some((file) => file.endsWith('-wal'))).toBe(true)
    const bytes = files
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('')
      .toLowerCase()
    expect(bytes).toContain('no such user')
    expect(bytes.match(/canary[\w-]*|@example/g) ?? []).toEqual([])
  })
})

describe('retention', () => {
  test('forgets by age, with everything that only old examinations held', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = opened(path)
    const old: Account = { ...account, email: 'old@example.net' }
    for (let n = 0; n < 450; n++) {
      const finding = known({ n }, `Old line ${'x'.repeat(n % 7)}`)
      history.record(recordOf({ account: old, at: noon - 400 * day + n, findings: [{ probe: 'p', finding }] }))
    }
    history.record(recordOf({ at: noon - 400 * day, findings: [{ probe: 'p', finding: known({}, 'Shared line') }] }))
    history.record(recordOf({ at: noon, findings: [{ probe: 'p', finding: known({}, 'Shared line') }] }))
    await history.forget(noon - 365 * day)

    const left = [...history.examinations({ since: 0 })]
    expect(left.map(({ at, findings }) => [at, findings[0]?.line])).toEqual([[noon, 'Shared line']])
    expect(history.past(history.accountId(old)).last(probeOf('p'))).toBeUndefined()
    const db = new Database(path, { readonly: true })
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect(['account', 'examination', 'finding', 'fact', 'phrase'].map(count)).toEqual([1, 1, 1, 1, 1])
    db.close()
  })
})
