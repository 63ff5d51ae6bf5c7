import { createHash } from 'node:crypto'
import type { Log } from '../core/log.ts'
import type { Publisher, Release, RememberedUpdate, UpdateAnswer, UpdatePlace } from '../core/release.ts'
import type { Clock, Instant, Millis } from '../core/time.ts'
import type { Net } from '../core/world.ts'
import { besideRunning, judgeRelease, mostBytes } from './judge-release.ts'

const timeoutMs: Millis = 20_000

export interface UpdateCheckParts extends UpdatePlace {
  net: Pick<Net, 'http'>
  clock: Pick<Clock, 'now'>
  log: Pick<Log, 'warn'>
  /** The version that asks. It is not told to anybody. */
  running: string
}

/**
 * Asks whether there is a newer version: one address, the same words from everybody, no cookie, no name, no number. What
 * comes back counts only if it is signed and newer than all that came before.
 */
export class UpdateCheck {
  readonly #parts: UpdateCheckParts
  #under: Promise<UpdateAnswer> | undefined
  /** What could not be written down. */
  #unwritten: RememberedUpdate | undefined
  #newer: Release | undefined

  constructor(parts: UpdateCheckParts) {
    this.#parts = parts
  }

  get publisher(): Publisher | undefined {
    return this.#parts.publisher
  }

  /** The newer version that is there, as far as anybody has asked; known after `known`. */
  get newer(): Release | undefined {
    return this.#newer
  }

  /** Asks now; whoever asks meanwhile gets the same answer. */
  look(signal: AbortSignal): Promise<UpdateAnswer> {
    this.#under ??= this.#look(signal).finally(() => {
      this.#under = undefined
    })
    return this.#under
  }

  /** What is known without asking: when it was asked last, and what is new since then for the version that runs. */
  async known(): Promise<{ askedAt?: Instant; answer?: UpdateAnswer; told?: string }> {
    const { askedAt, release, told } = await this.#remembered()
    const answer = release && besideRunning(release, this.#parts.running)
    this.#newer = answer?.is === 'newer' ? answer.release : undefined
    return {
      ...(askedAt !== undefined && { askedAt }),
      ...(told !== undefined && { told }),
      ...((answer?.is === 'newer' || answer?.is === 'current') && { answer }),
    }
  }

  /** A person was told of this version. */
  tell(version: string): Promise<void> {
    return this.#remember(() => ({ told: version }))
  }

  async #look(signal: AbortSignal): Promise<UpdateAnswer> {
    const { publisher, net, clock, running } = this.#parts
    if (!publisher) return { is: 'unasked', why: 'no-publisher' }
    // Before it is asked: who is ended while it waits has asked all the same.
    await this.#remember(() => ({ askedAt: clock.now() }))
    const headers = { 'user-agent': 'Outbox Doctor', accept: 'application/json' }
    const answered = await net.http({ url: publisher.release, headers, timeoutMs, maxBytes: mostBytes + 1 }, signal)
    if (answered.outcome !== 'answered') return { is: 'unasked', why: answered.outcome }
    const before = { publisher, remembered: await this.#remembered(), running, now: clock.now() }
    const { answer, believed } = judgeRelease(answered, before, sumOf)
    if (believed) {
      const { release, sum } = believed
      const seen = { sequence: release.sequence, sum }
      // Another program of ours may have seen something newer meanwhile.
      await this.#remember((now) => (now.seen && now.seen.sequence > seen.sequence ? {} : { seen, release }))
    }
    await this.known()
    return answer
  }

  async #remember(more: (now: RememberedUpdate) => RememberedUpdate): Promise<void> {
    const { memory, log } = this.#parts
    const now = await this.#remembered()
    const next = { ...now, ...more(now) }
    try {
      await memory.write(next)
      this.#unwritten = undefined
    } catch (error) {
      // It holds for as long as this program runs: who cannot write asks no more often for it.
      this.#unwritten = next
      log.warn('note-failed', { error })
    }
  }

  async #remembered(): Promise<RememberedUpdate> {
    return this.#unwritten ?? (await this.#parts.memory.read())
  }
}

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
