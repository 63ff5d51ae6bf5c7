import type { Socket } from 'node:net'
import type { ConnectionOptions, TLSSocket } from 'node:tls'
import type { Clock, Millis } from '../../../core/time.ts'
import type { Connection, Handshake, ReadLineResult, TlsVersion } from '../../../core/world.ts'
import { timedOut, withinTime } from '../time-limit.ts'
import { chainOf } from './certificates.ts'
import { shakeHands, unverifiedTlsOptions } from './handshake.ts'
import { LineReader } from './line-reader.ts'
import { tlsFailure } from './tls-failure.ts'

/** An open socket with a line reader on it. Closes when the signal aborts; then `hear` and `secure` reject. */
export class SocketConnection implements Connection {
  readonly address: string
  readonly localAddress: string
  readonly #clock: Clock
  readonly #signal: AbortSignal
  readonly #socket: Socket
  readonly #reader: LineReader
  #stream: Socket
  #heard = false

  constructor(address: string, socket: Socket, clock: Clock, signal: AbortSignal) {
    this.address = address
    this.localAddress = socket.localAddress ?? ''
    this.#clock = clock
    this.#signal = signal
    this.#socket = socket
    this.#stream = socket
    this.#reader = new LineReader(socket)
    signal.addEventListener('abort', this.close)
    socket.once('close', () => signal.removeEventListener('abort', this.close))
    if (signal.aborted) this.close()
  }

  async readLine(timeoutMs: Millis): Promise<ReadLineResult> {
    this.#heard = true
    this.#signal.throwIfAborted()
    const heard =
      this.#reader.take() ?? (await withinTime(this.#clock, timeoutMs, this.#signal, (over) => this.#reader.next(over)))
    if (heard !== timedOut) return heard
    const { partial } = this.#reader
    return { end: 'silent', ...(partial !== undefined && { partial }) }
  }

  async writeLine(line: string): Promise<void> {
    if (/[\r\n]/.test(line)) throw new Error('A line cannot hold a line end.')
    // A far end that is gone is heard of at the next `hear`.
    if (this.#stream.writable) this.#stream.write(`${line}\r\n`)
  }

  async secure({ host, timeoutMs, versions }: Parameters<Connection['secure']>[0]): Promise<Handshake> {
    const start = this.#clock.elapsed()
    const since = () => this.#clock.elapsed() - start
    try {
      const encrypted = await this.encrypt(unverifiedTlsOptions(host, versions), timeoutMs)
      if (typeof encrypted === 'string') return { outcome: encrypted, ms: since() }
      return { ...secured(encrypted), ms: since() }
    } catch (error) {
      if (this.#signal.aborted) throw error
      return { ...tlsFailure(error as Error), ms: since() }
    }
  }

  /** Starts TLS by these options; rejects with the handshake's error. */
  async encrypt(options: ConnectionOptions, timeoutMs: Millis): Promise<TLSSocket | 'injected' | 'silent'> {
    // Before the first `hear` nothing is read, so whatever stands here came after a go-ahead, in clear.
    if (this.#heard && this.#reader.unread > 0) return 'injected'
    this.#reader.detach()
    const encrypted = await withinTime(this.#clock, timeoutMs, this.#signal, (over) =>
      shakeHands(this.#socket, options, over),
    )
    if (encrypted === timedOut) return 'silent'
    this.#stream = encrypted
    this.#reader.moveTo(encrypted)
    return encrypted
  }

  close = (): void => {
    this.#stream.destroy()
    this.#socket.destroy()
  }
}

function secured(encrypted: TLSSocket): Omit<Extract<Handshake, { outcome: 'secured' }>, 'ms'> {
  return {
    outcome: 'secured',
    version: encrypted.getProtocol() as TlsVersion,
    cipher: encrypted.getCipher().standardName,
    chain: chainOf(encrypted.getPeerX509Certificate()),
  }
}
