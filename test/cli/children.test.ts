import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startAgent } from '../../src/agent.ts'
import type { World } from '../../src/core/world.ts'
import { keychainSecrets } from '../../src/storage/keychain.ts'
import { handsOnFiles } from '../../src/world/real/hands/files.ts'
import { macHands } from '../../src/world/real/hands/mac-hands.ts'
import { runProgram } from '../../src/world/real/run.ts'
import { readScene } from '../../src/world/simulated/scene.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { ownFolder } from '../history/folder.ts'
import { started } from './run.ts'

const server = { host: 'mail.example.net', auth: 'password' }

/** A word that must not be seen for each thing that is private. */
const scene = {
  title: 'Nobody sees what is private',
  story: 'Everything private has a word of its own.',
  expects: { first: null, status: 'unsure' },
  deep: true,
  account: {
    email: 'canary-email@example.net',
    secret: 'canary-password-of-scene',
    incoming: { protocol: 'imap', port: 993, security: 'tls', username: 'canary-login-in', ...server },
    outgoing: { port: 587, security: 'starttls', username: 'canary-login-out', ...server },
  },
  hosts: { 'mail.example.net': { smtp: {}, imap: {} } },
  outbox: ['one', 'two', 'three'].map((name) => ({
    waiting: '20m',
    subject: `canary-subject-${name}`,
    recipients: [`canary-recipient-${name}@example.org`],
    sender: `canary-sender-${name}@example.net`,
    lastReply: `550 canary-reply-${name}`,
  })),
}
const typed = 'canary-password-typed'

/** As they are, and in base64 at any place of it. */
function canariesIn(text: string): string[] {
  const decoded = (text.match(/[\w+/-]{12,}={0,2}/g) ?? []).map((one) => Buffer.from(one, 'base64').toString('latin1'))
  return [text, ...decoded].flatMap((one) => one.match(/canary[\w@.-]*/gi) ?? [])
}

describe.skipIf(!existsSync('/proc/self/cmdline'))('what everybody on this computer can see of a program', () => {
  test('is nothing private, for every tool that the agent starts', async () => {
    const folder = ownFolder()
    const witness = join(folder, 'witness.sh')
    copyFileSync(join(import.meta.dirname, 'witness.sh'), witness)
    chmodSync(witness, 0o700)
    vi.stubEnv('OUTBOX_SECRET', 'canary-of-the-environment')
    onTestFinished(() => void vi.unstubAllEnvs())
    const played = await playScene(readScene(JSON.stringify(scene)))
    onTestFinished(() => played.close())
    const { clock, mac } = played.world
    const witnessed: typeof runProgram = (path, args, options) => runProgram(witness, [path, ...args], options)
    const secrets = keychainSecrets(witnessed)
    const hands = macHands({ clock, mac, files: handsOnFiles({ clock, home: folder }), run: witnessed, home: folder })
    const world: World = { ...played.world, hands, secrets }
    const agent = startAgent(world, ':memory:')
    onTestFinished(() => agent.close())

    const { signal } = new AbortController()
    const {
      outside,
      messages,
      accounts: [account],
    } = played
    if (!account) throw new Error('The scene has no account.')
    expect(await secrets.keep(account.id, { secret: typed, method: 'password' })).toEqual({ done: true })
    await played.hasten(agent.examine({ account, messages, outside, deep: true, signal }))
    const at = join(folder, 'preferences.plist')
    await hands.sendNow('apple-mail', signal)
    await hands.sendNow('outlook', signal)
    await hands.setOnline('apple-mail', true, signal)
    await hands.askToAutomate('system-events', signal)
    await hands.open('apple-mail', 'background', signal)
    await hands.admin({ command: 'flush-names' }, 'The names are looked up anew.', signal)
    await hands.preferences.export('com.microsoft.Outlook', at, signal)
    const target = {
      account: { name: 'opaque', key: 'imap 7', email: 'canary-email@example.net' },
      server: { host: 'mail.example.net', port: 587, user: 'canary-login-out' },
    }
    for (const client of ['apple-mail', 'outlook']) {
      await hands.settings.write(client, target, { of: 'outgoing', what: 'port', value: 465 }, signal)
      await hands.settings.givePassword(client, target, 'outgoing', typed, signal)
    }
    await secrets.forget(account.id)

    const seen = readFileSync(join(folder, 'seen'), 'utf8')
    for (const tool of ['security', 'osascript', 'open', 'defaults']) expect(seen).toContain(`/usr/bin/${tool}`)
    expect(seen.split('\n').filter((line) => /465|smtp password/.test(line)).length).toBeGreaterThanOrEqual(3)
    expect(canariesIn(seen)).toEqual([])
  })

  test.each([[['check', '--password-stdin']], [['sign-in', 'add']], [['fix', '--yes']]])(
    'is nothing private, for %j and all that it starts',
    async (args) => {
      const file = join(ownFolder(), 'scene.json')
      writeFileSync(file, JSON.stringify(scene))
      const { child, ended } = started([...args, '--scene-file', file])
      let isOver = false
      void ended.finally(() => {
        isOver = true
      })
      child.stdin.on('error', () => {})
      child.stdin.end(`${typed}\n`)
      const seen: string[] = []
      while (!isOver) {
        seen.push(...visibleOf(child.pid ?? 0))
        await wait(5)
      }
      expect(seen.some((one) => one.includes('outbox-doctor'))).toBe(true)
      expect(seen.flatMap(canariesIn)).toEqual([])
    },
  )
})

/** The arguments and the environment of a process and of all that it has started. */
function visibleOf(pid: number): string[] {
  const place = `/proc/${pid}`
  try {
    const own = ['cmdline', 'environ'].map((name) => readFileSync(join(place, name), 'utf8'))
    const started = readdirSync(join(place, 'task')).flatMap((task) =>
      readFileSync(join(place, 'task', task, 'children'), 'utf8')
        .trim()
        .split(' '),
    )
    return [...own, ...started.filter((one) => one !== '').flatMap((one) => visibleOf(Number(one)))]
  } catch {
    // It has ended meanwhile.
    return []
  }
}
