import type { LineProtocol, Security } from '../../src/core/mail.ts'
import type { Clock } from '../../src/core/time.ts'
import type { Net } from '../../src/core/world.ts'
import type { Conversation } from '../../src/wire/conversation.ts'
import { type ConversationLimits, converse } from '../../src/wire/converse.ts'
import { type Dial, realNet } from '../../src/world/real/net/net.ts'
import { trustedRoot } from '../../src/world/simulated/certificate-authority.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { examination } from '../examination.ts'

export const host = 'mail.example.org'
const address = '192.0.2.10'

/** Twenty seconds of a server's silence in one of ours. */
export const fastClock = (): Clock => simulatedClock(Date.now(), 0, 20)

/** The real net, where the made-up addresses lead to servers of the test by port and all others into silence. */
export async function netTo(doors: Readonly<Record<string, number>>, clock: Clock): Promise<Net> {
  const dial: Dial = (to, port) => {
    const there = doors[`${to}:${port}`]
    return there ? { to: { host: '127.0.0.1', port: there } } : { never: 'silent' }
  }
  return realNet({ clock, dial, extraRoots: [await trustedRoot()], systemRoots: [] })
}

export interface Visited extends ConversationLimits {
  protocol?: LineProtocol
  security?: Security
  clock?: Clock
  signal?: AbortSignal
}

/** Begins a conversation with a server on loopback that goes by another name. */
export async function visit(port: number, wish: Visited = {}): Promise<Conversation> {
  const { protocol = 'smtp', security = 'starttls', clock = fastClock(), signal, ...limits } = wish
  const net = await netTo({ [`${address}:587`]: port }, clock)
  const exam = examination({ clock, net, ...(signal && { signal }) })
  const server = { protocol, host, port: 587, security }
  return converse(exam, protocol === 'smtp' ? 'outgoing' : 'incoming', server, [{ address, family: 4 }], limits)
}

/** All rungs, when the session is over. */
export async function rungs(conversation: Conversation) {
  const [{ steps }, greeted, secured, capable, reached] = await Promise.all([
    conversation.ended,
    conversation.greeted,
    conversation.secured,
    conversation.capable,
    conversation.reached,
  ])
  return { steps, greeted, secured, capable, reached, said: steps.map(({ who, line }) => `${who}: ${line}`) }
}
