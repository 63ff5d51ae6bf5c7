import { createSocket, type Socket } from 'node:dgram'
import { type Answer, decode, encode, type Packet } from 'dns-packet'
import type { SimulatedClock } from '../clock.ts'
import { addressesIn, type NameFailure, type NameRecords, type NameView } from '../names.ts'

// RFC 1035 §4.1.1, as numbers in the flags.
const codes: Partial<Record<NameFailure, number>> = { servfail: 2, 'no-such-name': 3, refused: 5 }

export interface DnsListener {
  port: number
  close(): Promise<void>
}

/** Answers queries by UDP on loopback, as one view of the world has it. */
export async function listenForQueries(view: () => NameView, clock: SimulatedClock): Promise<DnsListener> {
  const socket = createSocket('udp4')
  socket.on('error', () => {})
  socket.on('message', (query, from) => {
    const { reply, delay } = dnsAnswerTo(query, view())
    if (reply) clock.after(delay, () => send(socket, reply, from))
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function send(socket: Socket, reply: Buffer, to: { port: number; address: string }): void {
  try {
    socket.send(reply, to.port, to.address)
  } catch {
    // The play ended while an answer was on its way.
  }
}

/** The answer to one query in wire format, by UDP or HTTPS alike; none where the server keeps silent. */
export function dnsAnswerTo(query: Uint8Array, view: NameView): { reply?: Buffer; delay: number } {
  let asked: Packet
  try {
    asked = decode(Buffer.from(query))
  } catch {
    return { delay: 0 }
  }
  const [question] = asked.questions ?? []
  if (!question) return { delay: 0 }
  const { told, delay } = view(question.name)
  if (told === 'silent') return { delay }
  const answers = typeof told === 'string' ? [] : recordsFor(question.name, question.type, told)
  const code = typeof told === 'string' ? (codes[told] ?? 0) : 0
  // Recursion desired and available.
  const flags = 0x0100 | 0x0080 | code
  return { reply: encode({ type: 'response', id: asked.id ?? 0, flags, questions: [question], answers }), delay }
}

function recordsFor(name: string, type: string, records: NameRecords): Answer[] {
  const common = { name, ttl: 1 }
  switch (type) {
    case 'A':
      return addressesIn(records, 4).map((data) => ({ ...common, type: 'A', data }))
    case 'AAAA':
      return addressesIn(records, 6).map((data) => ({ ...common, type: 'AAAA', data }))
    case 'MX':
      return records.mx.map(({ exchange, priority }) => ({
        ...common,
        type: 'MX',
        data: { exchange: exchange || '.', preference: priority },
      }))
    case 'SRV':
      return records.srv.map(({ name: target, ...rest }) => ({ ...common, type: 'SRV', data: { target, ...rest } }))
    case 'TXT':
      return records.txt.map((text) => ({ ...common, type: 'TXT', data: text.match(/.{1,200}/gs) ?? [''] }))
    default:
      return []
  }
}
