/**
 * What comparing an account with a real Dovecot costs, 100 ms away, with 100 folders and an INBOX of 100,000 messages;
 * and whether a thousand checks leave everything as it was. On Linux with Dovecot, as root:
 * `node_modules/.bin/node bench/server-sync.ts [messages] [checks]`
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LocalAccount } from '../src/core/local-sync.ts'
import { countUids } from '../src/core/uid-ranges.ts'
import { differencesBetween, knownFoldersOf } from '../src/sync/differences.ts'
import { systemClock } from '../src/world/real/clock.ts'
import { realNet } from '../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../src/world/simulated/certificate-authority.ts'
import { type LoopbackDovecot, loopbackDovecot, loopbackUser } from '../test/lab/loopback-dovecot.ts'
import { median, table } from './statistics.ts'

const [messages = 100_000, checks = 1_000] = process.argv.slice(2).map(Number)
const folders = 100
const roundTripMs = 100
const rounds = 11
const host = 'mail.example.test'
const never = new AbortController().signal
const goals = { 'round trips': 12, ms: 1_500, 'CPU ms': 300, 'more MB': 15, 'KB received': 64 }

/** What an app has that does not know the newest ten. */
const local: LocalAccount = {
  account: 'a',
  folders: [
    {
      path: 'INBOX',
      use: 'inbox',
      messages: messages - 10,
      highestUid: messages - 10,
      uids: { from: 1, ranges: [[1, messages - 10]] },
    },
  ],
  queue: [],
  unfiled: [],
  twins: [],
}

const dovecot = await loopbackDovecot()
try {
  await fill()
  const figures = await measured(await farAway(dovecot, roundTripMs))
  const heads = Object.entries(goals).map(([what, most]) => `${what} (≤ ${most})`)
  const missed = Object.entries(goals).filter(([what, most]) => (figures[what] ?? Number.POSITIVE_INFINITY) > most)
  const row = Object.keys(goals).map((what) => (figures[what] ?? Number.NaN).toFixed(1))
  say(
    table([
      ['100 ms away', ...heads],
      [`${messages} messages`, ...row],
    ]),
  )
  say(missed.length === 0 ? 'reached' : `MISSED: ${missed.map(([what]) => what).join(', ')}`)
  const isSame = await leavesAllAsItWas()
  say(`${checks} checks: every flag and number is ${isSame ? 'the same' : 'DIFFERENT'} afterwards`)
  if (missed.length > 0 || !isSame) process.exitCode = 1
} finally {
  await dovecot.stop()
}
process.exit()

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Every thousandth message is gone, so that what is there is no single range. */
async function fill(): Promise<void> {
  for (let n = 0; n < messages; n += 5_000) await dovecot.fill('INBOX', Math.min(5_000, messages - n))
  for (let n = 2; n < folders; n += 1) await dovecot.fill(`Box${n}`, 1)
  await dovecot.fill('Sent', 5, true)
  const gone = Array.from({ length: Math.floor(messages / 1_000) }, (_, n) => 1_000 * n + 500)
  if (gone.length > 0) await dovecot.doveadm(['expunge'], 'mailbox', 'INBOX', 'uid', gone.join(','))
  await dovecot.status('INBOX')
}

async function check(port: number, security: 'tls' | 'none', name: string): Promise<void> {
  const server = { protocol: 'imap', host: name, port, security } as const
  const net = realNet({ clock: systemClock, publicRoots: [await trustedRoot()] })
  const seen = await net.serverView(server, '127.0.0.1', loopbackUser, knownFoldersOf(local), never)
  if (seen.outcome !== 'seen') throw new Error(JSON.stringify(seen))
  const inbox = seen.value.folders.find(({ use }) => use === 'inbox')
  if (seen.value.folders.length !== folders || countUids(inbox?.uids?.ranges ?? []) < messages * 0.99)
    throw new Error(`Not all was seen: ${seen.value.folders.length} folders.`)
  // The messages are older than the patience there, by their dates.
  differencesBetween(local, seen.value, Date.now() + 3_600_000)
}

async function farAway({ port }: LoopbackDovecot, ms: number): Promise<Worker & { port?: number }> {
  const { key, cert } = await identityFor(host, {}, Date.now())
  const identity = { key: String(key), cert: String(cert) }
  const worker = new Worker(new URL('far-imap.ts', import.meta.url), {
    workerData: { port, roundTripMs: ms, identity },
  })
  const [told] = (await once(worker, 'message')) as [{ port: number }]
  return Object.assign(worker, told)
}

async function measured(far: Worker & { port?: number }): Promise<Record<string, number>> {
  const counts = async () => {
    far.postMessage('count')
    const [told] = (await once(far, 'message')) as [{ turns: number; bytes: number }]
    return told
  }
  await check(far.port ?? 0, 'tls', host)
  const all: { ms: number; cpu: number; mb: number; turns: number; bytes: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    await counts()
    const [began, cpu, memory] = [performance.now(), process.threadCpuUsage(), process.memoryUsage()]
    await check(far.port ?? 0, 'tls', host)
    const [ms, { user, system }, after] = [
      performance.now() - began,
      process.threadCpuUsage(cpu),
      process.memoryUsage(),
    ]
    const mb = (after.heapUsed + after.external - memory.heapUsed - memory.external) / 2 ** 20
    all.push({ ms, cpu: (user + system) / 1_000, mb, ...(await counts()) })
  }
  return {
    'round trips': median(all.map(({ turns }) => turns)),
    ms: median(all.map(({ ms }) => ms)),
    'CPU ms': median(all.map(({ cpu }) => cpu)),
    'more MB': median(all.map(({ mb }) => mb)),
    'KB received': median(all.map(({ bytes }) => bytes)) / 1_024,
  }
}

async function leavesAllAsItWas(): Promise<boolean> {
  // New mail that nobody has opened is \Recent.
  await dovecot.fill('Box2', 3)
  const standing = async () => {
    const flags = await dovecot.doveadm(['fetch'], 'mailbox uid flags guid', 'mailbox', '*', 'all')
    const numbers = [await dovecot.status('INBOX'), await dovecot.status('Sent'), await dovecot.status('Box2')]
    return JSON.stringify([createHash('sha256').update(flags).digest('hex'), numbers])
  }
  const before = await standing()
  for (let n = 0; n < checks; n += 1) await check(dovecot.port, 'none', '127.0.0.1')
  return (await standing()) === before
}
