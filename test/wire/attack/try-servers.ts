import fc from 'fast-check'
import type { Account, LineProtocol } from '../../../src/core/mail.ts'
import type { Probe } from '../../../src/core/probe.ts'
import type { Clock } from '../../../src/core/time.ts'
import type { Net } from '../../../src/core/world.ts'
import { examine } from '../../../src/doctor/examine.ts'
import { serverName } from '../../../src/probes/names/server-name.ts'
import { capabilities } from '../../../src/probes/server/capabilities.ts'
import { conversation } from '../../../src/probes/server/conversation.ts'
import { greeting } from '../../../src/probes/server/greeting.ts'
import { mailboxRoom } from '../../../src/probes/server/mailbox-room.ts'
import { sendingRights } from '../../../src/probes/sign-in/sending-rights.ts'
import { signIn } from '../../../src/probes/sign-in/sign-in.ts'
import { certificate } from '../../../src/probes/tls/certificate.ts'
import { encryption } from '../../../src/probes/tls/encryption.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { examination } from '../../examination.ts'
import { openMailServer } from '../mail-server.ts'
import { fastClock, host, netTo } from '../visit.ts'
import { goodServer, type HostileServer, hostileServer } from './hostile-servers.ts'

export interface Tried {
  sessions: number
  /** Connections that were opened to the servers. */
  connections: number
  /** How often a password was said, to a server that may hear it. */
  signedIn: number
  faults: readonly string[]
  /** Of the longest examination, in the time of the examination. */
  longestMs: number
}

const secret = 'canary-Passw0rd!'
const email = 'anna@example.org'
const atOnce = 24

/** By what an engine takes for an examination of its own; a probe may take 24 seconds, and some come after others. */
const budgetMs = 60_000
const mostCharacters = 60_000

/** What the account's own servers are asked at its own ports. */
const asked: readonly Probe<unknown>[] = [
  serverName,
  greeting,
  encryption,
  certificate,
  capabilities,
  conversation,
  signIn,
  sendingRights,
  mailboxRoom,
]

/** Examines an account on each of so many hostile servers of this kind, by the real probes and over real sockets. */
export async function tryServers(protocol: LineProtocol, count: number, seed: number): Promise<Tried> {
  const servers = fc.sample(hostileServer(protocol), { numRuns: count, seed }).entries()
  const tried = { sessions: 0, connections: 0, signedIn: 0, longestMs: 0 }
  const faults: string[] = []
  const mac = await macWith(fastClock())
  const one = async () => {
    for (const [place, server] of servers) {
      const { connections, signedIn, ms, fault } = await tryOne(protocol, server, mac)
      tried.sessions += 1
      tried.connections += connections
      tried.signedIn += signedIn ? 1 : 0
      tried.longestMs = Math.max(tried.longestMs, ms)
      if (fault) faults.push(`${protocol} ${place} of seed ${seed}: ${fault}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return { ...tried, faults }
}

/** Whether a good server hears the password: or else nobody would have had one to keep. */
export async function saysPassword(protocol: LineProtocol): Promise<boolean> {
  const { signedIn, fault } = await tryOne(protocol, goodServer(protocol), await macWith(systemClock))
  return signedIn && fault === undefined
}

/** One net for all: the certificates that a Mac trusts are read once, and are large. */
async function macWith(clock: Clock) {
  const doors: Record<string, number> = {}
  const net = await netTo(doors, clock)
  let last = 0
  return {
    clock,
    /** That net, in which the name leads to an address of its own, and that to this port. */
    leadingTo(port: number): Net {
      last += 1
      const address = `198.18.${last >> 8}.${last & 255}`
      doors[`${address}:587`] = port
      return { ...net, lookup: async () => ({ outcome: 'answered', records: [{ address, family: 4 }], ms: 1 }) }
    },
  }
}

async function tryOne(
  protocol: LineProtocol,
  { script, security, isTrusted }: HostileServer,
  { clock, leadingTo }: Awaited<ReturnType<typeof macWith>>,
) {
  const server = await openMailServer(script, host)
  const net = leadingTo(server.port)
  const account: Account = {
    id: 'a',
    email,
    client: 'apple-mail',
    [protocol === 'smtp' ? 'outgoing' : 'incoming']: { protocol, host, port: 587, security },
  }
  const secrets = { read: async () => ({ secret, method: 'password', version: 'v' }) as const }
  const input = { ...examination({ account, clock, net, secrets, deep: true, canSignIn: true }), changes: [] }
  const began = clock.elapsed()
  let fault: string | undefined
  try {
    const signal = new AbortController().signal
    const chart = await examine(input, asked, { signal, budget: budgetMs })
    fault = faultIn(asked.map((probe) => chart.finding(probe)))
  } catch (error) {
    fault = `It threw: ${error}`
  }
  const ms = clock.elapsed() - began
  if (ms > budgetMs * 2) fault ??= `It took ${Math.round(ms)} ms.`
  server.close()
  const [inClear, secured] = [hasSecret(server.heard.clear), hasSecret(server.heard.secure)]
  if (inClear) fault = 'The password was said in clear.'
  if (secured && !isTrusted) fault = 'The password was said to a server that shows no good certificate.'
  return { connections: server.visitors(), signedIn: secured, ms, fault }
}

function faultIn(findings: readonly unknown[]): string | undefined {
  const told = JSON.stringify(findings)
  const faulty = /by a fault of ours[^"]*/.exec(told)
  if (faulty) return faulty[0]
  if (hasSecret(told)) return 'The password is in what is told.'
  if (told.includes(email)) return 'The address is in what is told.'
  if (/\\u00[01]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(told)) return 'There are characters that nobody sees.'
  return told.length > mostCharacters ? `${told.length} characters are told.` : undefined
}

/** As it is, or in base64 at any place. */
function hasSecret(text: string): boolean {
  if (text.includes(secret)) return true
  const decoded = (text.match(/[\w+/]{12,}={0,2}/g) ?? []).map((one) => Buffer.from(one, 'base64').toString('latin1'))
  return decoded.some((one) => one.includes(secret))
}
