import type { Files } from '../../core/mac-powers.ts'
import type { MessageWithSubject } from '../../core/mail.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Instant } from '../../core/time.ts'
import { opaque } from '../store-kit/opaque.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { instantSince2001, storeInstantOf } from './moments.ts'
import type { OutboxMemory } from './outbox-memory.ts'
import { sidecar } from './sidecar.ts'
import { filledText, type SqlRow, wholeNumberOrUnfit } from './table.ts'

/** Recipients told of one message, and the longest address (RFC 5321 §4.5.3.1.3). */
const mostRecipients = 500
const longestAddress = 256
/** Sidecar files read in one look; the rest is remembered from look to look. */
const mostFiles = 100

const scheduledSend = 0x001b

export interface OutboxMessage {
  message: MessageWithSubject
  record: number
}

/** Puts rows of the outbox into our words. */
export class OutboxRowReader {
  readonly #data: string
  readonly #files: Files
  readonly #memory: OutboxMemory
  readonly #at: Instant
  #opened = 0

  /** Under which the time of sending is remembered: Outlook changes the date with it. */
  static fileKey(row: SqlRow): string {
    return `${row.PathToDataFile} ${row.Record_ModDate}`
  }

  constructor(data: string, files: Files, memory: OutboxMemory, at: Instant) {
    this.#data = data
    this.#files = files
    this.#memory = memory
    this.#at = at
  }

  get unseen(): readonly Sentence[] {
    return this.#opened > mostFiles
      ? [say('It was not looked up whether all messages are to be sent now or later.')]
      : []
  }

  async message(row: SqlRow, account: string | undefined, signal: AbortSignal): Promise<OutboxMessage> {
    const record = wholeNumberOrUnfit(row.Record_RecordID, 'A message')
    const id = await messageId(record)
    this.#memory.records.set(id, record)
    const scheduled = await this.#scheduled(row, signal)
    const size = safeInteger(row.Message_Size)
    const [sender] = addressesIn(filledText(row.Message_SenderAddressList))
    const recipients = addressesIn(
      filledText(row.Message_ToRecipientAddressList),
      filledText(row.Message_CCRecipientAddressList),
    )
    const subject = harmless(filledText(row.Message_NormalizedSubject) ?? '')
    const message: MessageWithSubject = {
      id,
      ...(account !== undefined && { account }),
      ...(size !== undefined && size > 0 && { rawSize: size }),
      ...(recipients.length > 0 && { recipients }),
      ...(sender && { sender }),
      ...(subject && { subject }),
      waitingSince: this.#since(id, row),
      ...(scheduled !== undefined && scheduled > this.#at
        ? { state: 'scheduled', due: scheduled }
        : { state: 'waiting' }),
    }
    return { message, record }
  }

  /**
   * Since when it has waited at least: since we first saw it, or since its record was last changed, which moving it
   * into the outbox does. Outlook's other dates may be those of the draft.
   */
  #since(id: string, row: SqlRow): Instant {
    const { firstSeen } = this.#memory
    const seen = firstSeen.get(id) ?? this.#at
    firstSeen.set(id, seen)
    return Math.min(seen, storeInstantOf(row.Record_ModDate, this.#at) ?? seen)
  }

  async #scheduled(row: SqlRow, signal: AbortSignal): Promise<Instant | undefined> {
    const { scheduled } = this.#memory
    const key = OutboxRowReader.fileKey(row)
    if (scheduled.has(key)) return scheduled.get(key)
    if (++this.#opened > mostFiles) return undefined
    const entity = await sidecar(this.#data, row.PathToDataFile, this.#files, signal)
    const at = instantSince2001(entity?.moment(scheduledSend), this.#at)
    // A file that is being written is read again next time.
    if (entity) scheduled.set(key, at)
    return at
  }
}

export function messageId(record: number): Promise<string> {
  return opaque('outlook', 'message', record)
}

/** Lists are divided by semicolons. */
function addressesIn(...lists: readonly (string | undefined)[]): string[] {
  return lists
    .flatMap((list) => list?.slice(0, mostRecipients * longestAddress).split(';') ?? [])
    .map((address) => harmless(address, longestAddress))
    .filter((address) => address !== '')
    .slice(0, mostRecipients)
}
