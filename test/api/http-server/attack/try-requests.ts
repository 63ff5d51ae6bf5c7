import { connect } from 'node:net'
import { type Hostile, hostileRequests } from './requests.ts'
import type { Target } from './target.ts'

export interface Outcome {
  tried: number
  /** What was not refused as it should be, and what came back. */
  faults: readonly string[]
}

const atOnce = 16
/** Nobody is kept in uncertainty. */
const patienceMs = 5_000

/** Sends every one of them, and looks what comes back and what was done; then whether the person is still served. */
export async function tryRequests(target: Target, every = 1): Promise<Outcome> {
  const all = hostileRequests(target.aim).filter((_, place) => place % every === 0)
  const faults: string[] = []
  const left = all.entries()
  const attacker = async () => {
    for (const [place, hostile] of left) {
      const answer = await answerTo(target, hostile)
      const fault = faultIn(answer, target)
      if (fault) faults.push(`${hostile.kind} ${place}, ${fault}: ${String(hostile.bytes).slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, attacker))
  faults.push(...target.done().map((what) => `This was done for them: ${what}`))
  if (!(await target.serves())) faults.push('The person is not served any more.')
  target.done()
  return { tried: all.length, faults }
}

function faultIn(answer: string, { secrets }: Target): string | undefined {
  if (answer === 'nothing') return 'neither answered nor hung up on'
  if (secrets.some((secret) => answer.includes(secret))) return 'told a secret'
  if (/access-control-allow|set-cookie/i.test(answer)) return 'let in others'
  for (const [, status, rest = ''] of answer.matchAll(/HTTP\/1\.1 (\d{3})((?:(?!HTTP\/1\.1)[\s\S])*)/g)) {
    const isNoted = status === '200' && rest.includes('\r\n\r\n{"ok":false,')
    if (Number(status) < 400 && !isNoted) return `answered with ${status}`
  }
  return undefined
}

/** All that comes back until the door hangs up, or has answered one whole request and waits for another. */
function answerTo({ door }: Target, { bytes }: Hostile): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(door.origin).port), '127.0.0.1')
    let heard = ''
    const end = (answer: string) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => end('nothing'), patienceMs)
    socket.on('error', () => {})
    socket.on('close', () => end(heard))
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      const [head = '', body] = heard.split('\r\n\r\n', 2)
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
      if (!/connection: close/i.test(head) && body !== undefined && body.length >= length) end(heard)
    })
    socket.write(bytes)
  })
}
