import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Answer, decode, encode, type Question } from 'dns-packet'

/** Records of a name by type; a name that is missing does not exist. Or how every question about it ends. */
export interface Records {
  A?: readonly string[]
  AAAA?: readonly string[]
  MX?: readonly { exchange: string; preference: number }[]
  SRV?: readonly { target: string; port: number; priority?: number; weight?: number }[]
  TXT?: readonly string[]
}
export type Zone = Readonly<Record<string, Records | 'refused' | 'failed' | 'silent'>>

// RFC 1035 §4.1.1
const codes = { answered: 0, failed: 2, missing: 3, refused: 5 }

/** A real name server on loopback that knows one zone. */
export async function startNameServer(zone: Zone) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (message, { port, address }) => {
    const { id, questions } = decode(message)
    const [question] = questions ?? []
    if (!question) return
    asked.push(`${question.name} ${question.type}`)
    const known = Object.hasOwn(zone, question.name.toLowerCase()) ? zone[question.name.toLowerCase()] : 'missing'
    if (known === 'silent' || known === undefined) return
    const code = typeof known === 'string' ? codes[known] : codes.answered
    const answers = typeof known === 'string' ? [] : answersTo(question, known)
    // 0x8180: a response, recursion desired and available.
    socket.send(
      encode({ type: 'response', id: id ?? 0, flags: 0x180 | code, questions: [question], answers }),
      port,
      address,
    )
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const stop = () => new Promise<void>((resolve) => socket.close(resolve))
  return { port: (socket.address() as AddressInfo).port, asked, stop }
}

function answersTo({ name, type }: Question, records: Records): Answer[] {
  const found = (records as Readonly<Record<string, readonly unknown[] | undefined>>)[type] ?? []
  return found.map((data) => ({ name, type, ttl: 1, data: withWeights(data) }) as Answer)
}

function withWeights(data: unknown): unknown {
  return typeof data === 'object' ? { priority: 0, weight: 0, ...data } : data
}
