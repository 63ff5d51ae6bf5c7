import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openHistory } from '../../src/history/history.ts'
import { ownFolder } from '../history/folder.ts'
import { known, recordOf } from '../history/records.ts'
import { outboxDoctor, outboxDoctorProcess } from './run.ts'

describe('wrong usage ends with 2 and one sentence', () => {
  const cases: [string, RegExp][] = [
    ['', /Say what to do/],
    ['dance', /^Unknown command 'dance'\. outbox-doctor --help lists the commands\.$/m],
    ['stauts', /^Unknown command 'stauts'\. Did you mean status\? outbox-doctor --help lists/],
    ['dance\n(Did-you-mean-rm?)', /^Unknown command 'dance \(Did-you-mean-rm\?\)'\. outbox-doctor --help/],
    ['check', /What to check is missing/],
    ['check --account a.json --scene b', /--account and --scene cannot be given together/],
    ['check anna', /EMAIL must be a whole e-mail address/],
    ['check anna@example.test', /use --account FILE\.json/],
    ['check --account nowhere.json', /nowhere\.json cannot be read: it does not exist/],
    ['check --account a.json --budget soon', /--budget.*number from 1 to 600/],
    ['check --account a.json --speed 2', /--speed means nothing without a story/],
    ['check --scene a --resolver 127.0.0.1', /--resolver means nothing with a story/],
    ['check --wish', /Unknown option '--wish'/],
    ['check --sceen a', /Unknown option '--sceen'\. Did you mean --scene\?/],
    ['check --scene xyz', /--scene: there is no story of that name; outbox-doctor scenes lists them\.$/m],
    ['check --scene hotel-wifi', /no story of that name; did you mean hotel-wifi-blocks-587\? outbox-doctor scenes/],
    ['status --scene wrong-pasword', /did you mean wrong-password-after-change,/],
    ['history --since yesterday', /--since takes a length of time/],
    ['history --database nowhere.sqlite', /--database: there is no such file/],
  ]
  test.each(cases)('outbox-doctor %s', async (line, sentence) => {
    const { status, out, errors } = await outboxDoctor(line.split(' ').filter(Boolean))
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(errors).toMatch(sentence)
    expect(errors.trimEnd().split('\n')).toHaveLength(1)
  })

  test('as a program, too', async () => {
    const { status, out, errors } = await outboxDoctorProcess(['stauts'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(errors).toMatch(/^Unknown command 'stauts'\. Did you mean status\? .*\.\n$/)
  })

  test.each([
    ['--resolver', 'mail.example.test', /--resolver takes an IP address/],
    ['--ca', 'account.json', /--ca takes a file with certificates/],
    ['--outside', 'account.json', /In account\.json, captiveChecks is missing/],
    ['--database', 'account.json', /--database: .*account\.json is damaged or is no database/],
    ['--password-stdin', '', /no password came/],
  ])('check with a wrong %s', async (option, value, sentence) => {
    const folder = ownFolder()
    const account = join(folder, 'account.json')
    const outgoing = { host: 'mail.example.test', port: 587, security: 'starttls' }
    writeFileSync(account, JSON.stringify({ email: 'anna@example.test', outgoing, incoming: undefined }).padEnd(600))
    const given = value === 'account.json' ? account : value
    const { status, errors } = await outboxDoctor(['check', '--account', account, option, given].filter(Boolean))
    expect(status).toBe(2)
    expect(errors).toMatch(sentence)
  })
})

describe('the lists', () => {
  test('causes', async () => {
    const { status, out } = await outboxDoctorProcess(['causes', '--json'])
    expect(status).toBe(0)
    const entry = z.strictObject({ id: z.string(), title: z.string(), harm: z.enum(['stops', 'delays']) })
    const { causes } = z.strictObject({ schema: z.literal(1), causes: z.array(entry) }).parse(JSON.parse(out))
    expect(causes.length).toBeGreaterThan(0)
    const words = await outboxDoctor(['causes'])
    for (const { id, title } of causes) {
      expect(words.out).toContain(id)
      expect(words.out.replaceAll(/\s+/g, ' ')).toContain(title)
    }
  })

  test('an empty history is no fault', async () => {
    const { status, out } = await outboxDoctor(['history', '--since', '30m'])
    expect({ status, out }).toEqual({ status: 0, out: 'Nothing was examined in the last 30 minutes.\n' })
    const { out: json } = await outboxDoctor(['history', '--json'])
    expect(JSON.parse(json)).toEqual({ schema: 1, examinations: [] })
  })

  test('history tells what was seen within the time', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = openHistory(path)
    const findings = [{ probe: 'p', finding: known({}, 'It answered in 3 ms', 'good', 3) }]
    const now = Date.now()
    history.record(recordOf({ at: now - 3 * 3_600_000, findings }))
    history.record(recordOf({ at: now - 60_000, findings }))
    history.close()
    const { status, out } = await outboxDoctor(['history', '--since', '2h', '--database', path, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      examinations: [
        {
          at: new Date(now - 60_000).toISOString(),
          account: expect.stringMatching(/^[0-9a-f]{32}$/),
          host: 'smtp.example.net',
          why: 'asked',
          status: 'clear',
          causes: [],
          undecided: [],
          findings: [{ probe: 'p', state: 'known', tone: 'good', line: 'It answered in 3 ms', ms: 3 }],
          elapsedMs: 1235,
        },
      ],
    })
    const words = await outboxDoctor(['history', '--since', '1d', '--database', path])
    expect(words.out.match(/smtp\.example\.net: Nothing in the way\./g)).toHaveLength(2)
  })
})

describe('the scenes', () => {
  test('are listed', async () => {
    const { status, out } = await outboxDoctor(['scenes', '--json'])
    expect(status).toBe(0)
    const entry = z.strictObject({ name: z.string(), title: z.string(), story: z.string() })
    const { scenes } = z.strictObject({ schema: z.literal(1), scenes: z.array(entry) }).parse(JSON.parse(out))
    expect(scenes.map(({ name }) => name)).toContain('hotel-wifi-blocks-587')
  })

  test('play by themselves where nobody can choose', async () => {
    const { status, out, errors } = await outboxDoctor(['scenes', '--play'])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(out.match(/^(Nothing stands in|Your mail cannot)/gm)).toHaveLength(3)
  })
})
