import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerSchema } from './answer-schema.ts'
import { madeUpAccount, politeSmtp } from './made-up-account.ts'
import { outboxDoctor, outboxDoctorProcess, started } from './run.ts'

const endings: Record<string, number> = { clear: 0, waiting: 1, stuck: 1, offline: 1, unsure: 3 }

describe('checking an account', () => {
  test('answers in the documented JSON and nothing else, and ends accordingly', async () => {
    const { args } = await madeUpAccount(politeSmtp)
    const { status, out, errors } = await outboxDoctorProcess([...args, '--json', '--budget', '20'])
    const answer = answerSchema.parse(JSON.parse(out))
    expect(errors).toBe('')
    expect(status).toBe(endings[answer.status])
    expect(answer.findings.length).toBeGreaterThan(5)
    expect(out).not.toMatch(/canary/)
  })

  test('tells it in plain lines where there is no terminal, and remembers it', async () => {
    const { args, folder } = await madeUpAccount(politeSmtp)
    const database = join(folder, 'history.sqlite')
    const { out, errors } = await outboxDoctorProcess([...args, '--database', database], '', { FORCE_COLOR: '1' })
    expect(errors).toBe('')
    expect(out).not.toMatch(/(?!\n)\p{Cc}/u)
    expect(out).toMatch(/^[✓✗·?–] (fine|wrong|note|unknown|not asked) {2}/m)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)

    const history = await outboxDoctor(['history', '--database', database, '--json'])
    const { examinations } = JSON.parse(history.out)
    expect(examinations).toHaveLength(1)
    const bytes = readdirSync(folder)
      .filter((file) => file.startsWith('history'))
      .map((file) => readFileSync(join(folder, file), 'latin1'))
    expect(bytes.join('')).not.toMatch(/canary/)
  })

  test('keeps the history in the usual place, and goes on without where it cannot', async () => {
    const { args } = await madeUpAccount(politeSmtp)
    const { ended, home, child } = started([...args, '--json'])
    child.stdin.end()
    expect((await ended).errors).toBe('')
    expect(readdirSync(home, { recursive: true }).some((file) => String(file).endsWith('history.sqlite'))).toBe(true)
    const nowhere = await outboxDoctor([...args, '--json'], '', { HOME: '/dev/null', XDG_STATE_HOME: '/dev/null' })
    expect(nowhere.errors).toMatch(/^Nothing will be remembered: /)
    answerSchema.parse(JSON.parse(nowhere.out))
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with 130, sockets and database closed', async (name) => {
    const { args, server, folder } = await madeUpAccount(() => {})
    const database = join(folder, 'history.sqlite')
    const arrived = once(server, 'connection')
    const { child, ended } = started([...args, '--json', '--database', database])
    await arrived
    child.kill(name)
    expect(await ended).toEqual({ status: 130, out: '', errors: '' })
    expect(readdirSync(folder).filter((file) => file.startsWith('history'))).toEqual(['history.sqlite'])
  })
})

describe('checking a scene', () => {
  test.each([
    ['healthy-own-server', 0],
    ['hotel-wifi-blocks-587', 1],
  ])('%s ends with %i', async (scene, status) => {
    const ran = await outboxDoctor(['check', '--scene', scene, '--json'])
    answerSchema.parse(JSON.parse(ran.out))
    expect({ status: ran.status, errors: ran.errors }).toEqual({ status, errors: '' })
  })

  test('out of time, it could not tell', async () => {
    const { status, out } = await outboxDoctor([
      'check',
      '--scene',
      'hotel-wifi-blocks-587',
      '--budget',
      '1',
      '--speed',
      '1',
    ])
    expect(out).toContain('We could not find out whether your mail can leave.')
    expect(status).toBe(3)
  })
})
