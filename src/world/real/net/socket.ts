import { connect, isIP, isIPv6, type Socket } from 'node:net'
import type { Attempt } from '../../../core/network.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { codeOf, reachOf, usualCode } from '../reach.ts'
import { timedOut, withinTime } from '../time-limit.ts'
import type { Destination, Dial } from './dial.ts'

export interface OpenedSocket {
  attempt: Attempt
  /** Paused, and deaf to errors: whoever takes it listens for `close`. */
  socket?: Socket
}

type Opened = { socket: Socket } | { failed: string }

/** Opens one TCP connection to one address, with no other address in reserve. The attempt names the named address. */
export async function openSocket(
  net: { clock: Clock; dial: Dial },
  address: string,
  port: number,
  timeoutMs: Millis,
  signal: AbortSignal,
): Promise<OpenedSocket> {
  // A name would be looked up behind our back.
  if (!isIP(address)) throw new Error('Only an IP address can be connected to.')
  const start = net.clock.elapsed()
  const named = { address, family: isIPv6(address) ? 6 : 4, port } as const
  const destination = net.dial(address, port, 'tcp')
  const opened = await withinTime(net.clock, timeoutMs, signal, (over) => open(destination, over))
  const ms = net.clock.elapsed() - start
  if (opened === timedOut) return { attempt: { ...named, reach: 'silent', ms } }
  if ('socket' in opened) return { attempt: { ...named, reach: 'open', ms }, socket: opened.socket }
  const reach = 'never' in destination ? destination.never : reachOf(opened.failed)
  return { attempt: { ...named, reach, code: opened.failed, ms } }
}

function open(destination: Destination, over: AbortSignal): Promise<Opened> {
  if ('to' in destination) return connectTo(destination.to, over)
  if (destination.never === 'silent') return new Promise(() => {})
  return Promise.resolve({ failed: destination.code ?? usualCode(destination.never) })
}

function connectTo(to: { host: string; port: number }, over: AbortSignal): Promise<Opened> {
  return new Promise((resolve) => {
    const socket = connect({ ...to, autoSelectFamily: false, noDelay: true })
    // Nothing is read before somebody listens: what the far end sends waits in the kernel, and costs no memory here.
    socket.pause()
    const giveUp = () => socket.destroy()
    over.addEventListener('abort', giveUp, { once: true })
    socket.on('error', (error) => resolve({ failed: codeOf(error) ?? 'UNKNOWN' }))
    socket.once('connect', () => {
      over.removeEventListener('abort', giveUp)
      resolve({ socket })
    })
  })
}
