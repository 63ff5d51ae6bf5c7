import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../history/folder.ts'
import { answerSchema } from './answer-schema.ts'
import { outboxDoctor } from './run.ts'

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
  const ran = await outboxDoctor(['check', '--scene-file', file, '--speed', '10', '--database', database, ...json])
  expect(ran.errors).toBe('')
  if (json.length > 0) answerSchema.parse(JSON.parse(ran.out))
  const kept = readdirSync(folder)
    .filter((name) => name.startsWith('history'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(kept.join('')).toContain('mail.example.net')
  expect([ran.out, ...kept].join('').match(/canary[\w@.-]*/gi) ?? []).toEqual([])
})
