import { connect } from 'node:net'
import type { Target } from './target.ts'
import type { Outcome } from './try-requests.ts'

/** Connections that never come to an end with what they ask. Each is hung up on within this time. */
export async function trySlow(target: Target, count: number, withinMs: number): Promise<Outcome> {
  const { host, origin, key } = target.aim
  const head = `POST /ask/state HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nAuthorization: Bearer ${key}\r\n`
  const json = 'Content-Type: application/json\r\n'
  const beginnings = [
    '',
    'P',
    'POST /ask/state',
    head,
    `${head}X: `,
    `${head}${json}Content-Length: 1000\r\n\r\n{`,
    `${head}${json}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    `${head}${json}Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n`,
  ]
  const began = performance.now()
  const took = Promise.all(
    Array.from({ length: count }, async (_, place) => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1')
      socket.on('error', () => {})
      socket.on('data', () => {})
      const beginning = beginnings[place % beginnings.length] ?? ''
      if (beginning !== '') socket.write(beginning)
      // One letter after the other, as somebody who only wants to stay.
      const timer = setInterval(() => beginning !== '' && socket.writable && socket.write('1'), 100)
      await new Promise((resolve) => socket.once('close', resolve))
      clearInterval(timer)
      return performance.now() - began
    }),
  )
  const served = await target.serves()
  const longest = Math.max(...(await took))
  target.done()
  return {
    tried: count,
    faults: [
      ...(served ? [] : ['The person was not served beside them.']),
      ...(longest > withinMs ? [`One stayed for ${Math.round(longest)} ms.`] : []),
    ],
  }
}
