import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { CommandContext } from '../../src/cli/command-context.ts'
import { runCommandLine } from '../../src/cli/program.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { memoryLog } from '../../src/core/log.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { ownFolder } from '../history/folder.ts'
import { contentsBelow, visibleOf } from '../privacy/process-sight.ts'
import { answerSchema } from './answer-schema.ts'
import { outboxDoctor, type Ran, started } from './run.ts'
import { Screen } from './screen.ts'

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

describe('a password for the mail app, given in the terminal', () => {
  const canary = 'canary-7f3e-typed'

  /** The scene itself has to know what its server takes. */
  function wrongInTheApp(): readonly string[] {
    const file = join(ownFolder(), 'scene.json')
    const accepts = { username: 'anna@example.net', secret: canary }
    const hosts = { 'mail.example.net': { smtp: { accepts }, imap: { accepts } } }
    writeFileSync(file, JSON.stringify({ ...sceneDocument('wrong-password-after-change'), hosts }))
    return ['fix', 'update-password', '--yes', '--scene-file', file]
  }

  test('is asked for hidden, mends it, and is found nowhere', { timeout: 120_000 }, async () => {
    const screen = new Screen({ isTTY: true, columns: 80 })
    const input: CommandContext['input'] = new PassThrough()
    input.isTTY = true
    const log = memoryLog(systemClock)
    const notes: unknown[] = []
    const ran = runCommandLine([...wrongInTheApp(), '--speed', '10'], {
      terminal: terminalOn(screen, {}),
      note: (sentence) => notes.push(sentence),
      input,
      signal: new AbortController().signal,
      interrupt: () => {},
      log,
    })
    await expect.poll(() => screen.written, { timeout: 60_000 }).toContain('it is not shown')
    input.push(`${canary}\r`)
    expect(await ran).toBe(0)
    expect(screen.written).toMatch(/That helped\./)
    const own = JSON.stringify([notes, await log.newest(99)])
    expect([screen.written, own].filter((one) => one.includes(canary))).toEqual([])
  })

  /** Loaded before the program: a fault of ours that nobody catches, in the middle of the act. */
  const breaking = `--import data:text/javascript,${encodeURIComponent(
    `const write = process.stdout.write
    process.stdout.write = function (text, ...more) {
      if (String(text).includes('The servers take this password')) setTimeout(() => { throw new TypeError('half-way') })
      return write.call(this, text, ...more)
    }`,
  )}`

  test.skipIf(!existsSync('/proc/self/cmdline'))(
    'is not in what is left of a program that ends by a fault in the middle of it',
    { timeout: 120_000 },
    async () => {
      const { child, home, ended } = started([...wrongInTheApp(), '--password-stdin'], { NODE_OPTIONS: breaking })
      const seen: string[] = []
      const look = setInterval(() => seen.push(...visibleOf(child.pid ?? 0)), 20)
      child.stdin.end(`${canary}\n`)
      const { status, out, errors } = await ended
      clearInterval(look)
      expect({ status, errors }).toEqual({
        status: 3,
        errors: expect.stringContaining('failed by a fault of its own: half-way'),
      })
      expect(seen.join('')).toContain('update-password')
      const all = [out, errors, ...seen, ...contentsBelow(home)]
      expect(all.join('')).toContain('uncaught')
      expect(all.filter((one) => one.includes(canary))).toEqual([])
    },
  )
})
