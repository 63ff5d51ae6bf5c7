import { serversOf } from '../../core/mail.ts'
import { type Probe, type ProbeContext, skipped, type Telling } from '../../core/probe.ts'
import { say, verbatim } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import type { Connection, ReadLineResult } from '../../core/world.ts'
import { serverConversations } from '../lib/per-server.ts'
import { greeting } from '../server/greeting.ts'

/** Whether what is longer than a packet gets up to the outgoing server, where short words do. */
export interface LongWord {
  host: string
  port: number
  /** Of the long word, with its end. */
  bytes: number
  /** `lost`: silence after the long one, twice, where a short one had just been answered. */
  outcome: 'arrived' | 'lost' | 'not-told'
}

/** More than an Ethernet frame carries, and less than any known server's longest line (Postfix: 2,048). */
const longBytes = 1_900
const stepTimeoutsMs = { connect: 3_000, secure: 4_000, greeting: 4_000, short: 3_000, long: 4_000 } as const
/** As long as no healthy sending takes. */
const stuckAfter: Millis = 90_000
/** What fits into one packet is not held up by this. */
const smallestBytes = 1_500

/**
 * NOOP takes any text and does nothing (RFC 5321 §4.1.1.9). A server that finds it too long says so, or hangs up: it
 * has arrived all the same.
 */
export const longWord: Probe<LongWord> = {
  id: 'long-word',
  question: say('Does more than one packet get up to the server?'),
  layer: 'path',
  budget: 26_000,
  after: [greeting],
  when: ({ account, messages, world }) =>
    serversOf(account).some(({ role, server }) => role === 'outgoing' && server.protocol === 'smtp') &&
    messages.some(
      ({ state, size, rawSize, waitingSince }) =>
        state === 'waiting' &&
        (size ?? rawSize ?? smallestBytes) >= smallestBytes &&
        world.clock.now() - waitingSince > stuckAfter,
    ),
  ask: async (exam, signal) => {
    const visit = serverConversations(exam).find(({ role }) => role === 'outgoing')
    const address = await visit?.conversation.opened
    if (!visit || !address) return skipped(greeting)
    const { host, port, security } = visit.server
    // Behind encryption from the start, a greeting may be missing for want of a first word that arrives.
    if (security !== 'tls' && exam.chart.fact(greeting)?.outgoing?.outcome !== 'greeted') return skipped(greeting)
    const told = { host, port, bytes: longBytes }
    const trial = () => tryOnce(exam, { host, address, port, isTls: security === 'tls' }, signal)
    const first = await trial()
    if (first !== 'lost') return { ...told, outcome: first }
    // One silence proves nothing.
    return { ...told, outcome: await trial() }
  },
  describe: tell,
}

interface Door {
  host: string
  address: string
  port: number
  isTls: boolean
}

async function tryOnce(
  { world: { net } }: ProbeContext,
  { host, address, port, isTls }: Door,
  signal: AbortSignal,
): Promise<LongWord['outcome']> {
  const { connection } = await net.connect(address, port, stepTimeoutsMs.connect, signal)
  if (!connection) return 'not-told'
  try {
    if (isTls) {
      // Its own first word must not be the one that gets lost.
      const versions = { min: 'TLSv1.2', max: 'TLSv1.3', small: true } as const
      const { outcome } = await connection.secure({ host, timeoutMs: stepTimeoutsMs.secure, versions })
      if (outcome !== 'secured') return 'not-told'
    }
    if (!(await isGreeted(connection))) return 'not-told'
    await connection.writeLine('NOOP')
    if (!('line' in (await connection.readLine(stepTimeoutsMs.short)))) return 'not-told'
    await connection.writeLine(`NOOP ${'x'.repeat(longBytes - 'NOOP \r\n'.length)}`)
    return isSilence(await connection.readLine(stepTimeoutsMs.long)) ? 'lost' : 'arrived'
  } finally {
    connection.close()
  }
}

/** All lines of a greeting: the last has no dash behind its code. */
async function isGreeted(connection: Connection): Promise<boolean> {
  for (let lines = 0; lines < 20; lines += 1) {
    const heard = await connection.readLine(stepTimeoutsMs.greeting)
    if (!('line' in heard) || !/^220/.test(heard.line)) return false
    if (!heard.line.startsWith('220-')) return true
  }
  return false
}

const isSilence = (heard: ReadLineResult): boolean => 'end' in heard && heard.end === 'silent'

function tell({ host, outcome }: LongWord): Telling {
  const there = { host: verbatim(host) }
  const lines: Record<LongWord['outcome'], Telling> = {
    arrived: { tone: 'good', line: say('Long words get through to {host}', there) },
    lost: { tone: 'bad', line: say('Short words get through to {host}, and long ones get lost', there) },
    'not-told': { tone: 'plain', line: say('{host} did not let itself be asked whether long words arrive', there) },
  }
  return lines[outcome]
}
