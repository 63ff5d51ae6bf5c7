import { harmless } from '../../core/text.ts'
import { fieldOf, type ScriptRecord, scriptRecords } from '../script-answer.ts'

/** A message of the outbox, told by a script; moments in seconds. */
export interface ScriptMessage {
  rowId: number
  size: number | undefined
  sent: number | undefined
  received: number | undefined
  sender?: string
  recipients?: readonly string[]
}

/** The outbox by a script: `count` says how many there are, also those that were not told. */
export interface ScriptOutbox {
  count: number
  messages: readonly ScriptMessage[]
}

export interface ScriptState {
  version?: string
  /** An account at least is switched offline. */
  someOffline?: boolean
}

/** `undefined` where the answer is garbage, cut off, or does not tell all it counts. */
export function parseScriptOutbox(text: string, limit: number): ScriptOutbox | undefined {
  const records = scriptRecords(text, 'apple-mail-outbox')
  const count = numberField(
    records?.find(({ kind }) => kind === 'outbox'),
    'count',
  )
  if (!records || count === undefined) return undefined
  const messages = records.filter(({ kind }) => kind === 'message').flatMap((record) => messageOf(record) ?? [])
  // A message that got lost on the way would look like one that was sent.
  return messages.length === Math.min(count, limit) ? { count, messages } : undefined
}

export function parseScriptState(text: string): ScriptState | undefined {
  const records = scriptRecords(text, 'apple-mail-state')
  if (!records) return undefined
  const of = (kind: string, field: string) => {
    const record = records.find((one) => one.kind === kind)
    return record && fieldOf(record, field)
  }
  const [version, online] = [of('app', 'version'), of('menu', 'online')]
  return {
    ...(version && { version: harmless(version, 50) }),
    ...((online === 'true' || online === 'false') && { someOffline: online === 'true' }),
  }
}

function messageOf(record: ScriptRecord): ScriptMessage | undefined {
  const rowId = numberField(record, 'id')
  if (rowId === undefined) return undefined
  const sender = fieldOf(record, 'sender')
  const recipients = record.fields.get('to')?.map(addressIn)
  return {
    rowId,
    size: numberField(record, 'size'),
    sent: numberField(record, 'sent'),
    received: numberField(record, 'received'),
    ...(sender && { sender: addressIn(sender) }),
    ...(recipients && { recipients }),
  }
}

/** Decimal digits, and not more than JavaScript can count with. */
export function numberField(record: ScriptRecord | undefined, name: string): number | undefined {
  const text = record && fieldOf(record, name)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** `Name <address>` or the address alone. */
export function addressIn(text: string): string {
  return harmless(/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text, 256)
}
