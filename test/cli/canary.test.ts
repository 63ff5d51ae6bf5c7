import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { ownFolder } from '../history/folder.ts'
import { answerSchema } from './answer-schema.ts'
import { outboxDoctor, type Ran, started } from './run.ts'

const login = { username: 'canary-login', auth: 'password' }
const repeated = 'canary-anna@example.net canary-rcpt@example.org canary-sender@example.net'

/** A scene full of what must not get out, and a server that repeats what it hears. */
const scene = {
  title: 'A server that repeats what it hears',
  story: 'It refuses the sign-in and puts names into every answer.',
  expects: { first: null, status: 'unsure' },
  deep: true,
  account: {
    email: 'canary-anna@example.net',
    secret: 'canary-password',
    incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls', ...login },
    outgoing: { host: 'mail.example.net', port: 587, security: 'starttls', ...login },
  },
  hosts: {
    'mail.example.net': {
      smtp: { replies: { auth: `535 5.7.8 Bad password for ${repeated}` } },
      imap: { greeting: `* OK Welcome ${repeated}`, replies: { auth: `NO [ALERT] Who is ${repeated}?` } },
    },
  },
  outbox: [
    {
      waiting: '20m',
      subject: 'canary-subject',
      recipients: ['canary-rcpt@example.org'],
      sender: 'canary-sender@example.net',
      lastReply: `550 ${repeated}`,
    },
  ],
}

test.each([[['--json']], [[]]])('nothing private gets out of a check %j', async (json) => {
  const folder = ownFolder()
  const [file, database] = [join(folder, 'scene.json'), join(folder, 'history.sqlite')]
  writeFileSync(file, JSON.stringify(scene))
  const ran = await outboxDoctor(['check', '--scene-file', file, '--database', database, ...json])
  expect(ran.errors).toBe('')
  if (json.length > 0) answerSchema.parse(JSON.parse(ran.out))
  const kept = readdirSync(folder)
    .filter((name) => name.startsWith('history'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(kept.join('')).toContain('mail.example.net')
  expect([ran.out, ...kept].join('').match(/canary[\w@.-]*/gi) ?? []).toEqual([])
})

function sceneDocument(name: string): object {
  const folder = join(import.meta.dirname, '../../src/world/simulated/scenes')
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
}

/** They are shown on the panel. */
describe('subjects never come into the terminal', () => {
  const stuck = {
    ...sceneDocument('mail-switched-offline'),
    outbox: [
      { waiting: '20m', size: 18_000, recipients: 1, subject: 'canary-one' },
      { waiting: '20m', size: 18_000, recipients: 1, subject: 'canary-two' },
    ],
  }

  function inScene(): { scene: string[]; folder: string } {
    const folder = ownFolder()
    const file = join(folder, 'scene.json')
    writeFileSync(file, JSON.stringify(stuck))
    return { scene: ['--scene-file', file], folder }
  }

  function isSilent({ out, errors }: Ran): void {
    expect(out + errors).not.toContain('canary')
  }

  // In a process of its own, which may have to wait for the processor.
  test.each([[['--json']], [[]]])(
    'of a watch, nor of what is remembered of it %j',
    { timeout: 120_000 },
    async (json) => {
      const { scene, folder } = inScene()
      const database = ['--database', join(folder, 'history.sqlite')]
      const { child, ended } = started(['watch', ...scene, ...database, '--speed', '20', ...json])
      let told = ''
      for await (const line of createInterface({ input: child.stdout })) {
        told += line
        if (/opened|have been waiting/.test(line)) child.kill('SIGINT')
      }
      expect(told).toMatch(/opened|been waiting/)
      isSilent({ ...(await ended), out: told })
      for (const command of [['episodes', '--since', '520w'], ['history', '--since', '520w'], ['treatments']])
        isSilent(await outboxDoctor([...command, ...database, ...json]))
    },
  )

  test.each([
    [['check']],
    [['fix']],
    [['fix', 'go-online', '--yes']],
    [['note', '--for', 'provider']],
    [['note', '--for', 'admin']],
    [['export-stuck', 'FOLDER']],
  ])('of %j', async (args) => {
    const { scene, folder } = inScene()
    const run = (out: string, ...more: string[]) =>
      outboxDoctor([...args.map((one) => (one === 'FOLDER' ? join(folder, out) : one)), ...scene, ...more])
    const [told, json] = await Promise.all([run('words'), run('json', '--json')])
    expect(told.out + told.errors).not.toBe('')
    expect(JSON.parse(json.out)).toMatchObject({ schema: 1 })
    isSilent(told)
    isSilent(json)
  })
})
