import type { ClientId } from '../core/mail.ts'
import type { Millis } from '../core/time.ts'
import type { MailMac } from './client.ts'
import { knownClient } from './known-clients.ts'
import { fieldOf, scriptRecords } from './script-answer.ts'

/** A message as the app itself names it. Nothing of it is kept but the key. */
export interface WaitingInApp {
  /** Decimal digits. */
  key: string
  /** Unix seconds. */
  sent?: number
  size?: number
  recipients: readonly string[]
}

const scriptTimeoutMs: Millis = 30_000
const mostMessages = 100

/** What waits in the outbox, as the app answers our script; nothing where it does not, or cannot be understood. */
export async function waitingInApp(
  { programs }: Pick<MailMac, 'programs'>,
  client: ClientId,
  signal: AbortSignal,
): Promise<readonly WaitingInApp[] | undefined> {
  const script = knownClient(client)?.scripts?.outbox
  if (script === undefined) return undefined
  const answer = await programs.script(script, [String(mostMessages)], scriptTimeoutMs, signal)
  const records = answer.outcome === 'answered' ? scriptRecords(answer.text, script) : undefined
  return records
    ?.filter(({ kind }) => kind === 'message')
    .flatMap((record) => {
      const key = digits(fieldOf(record, 'id'))
      if (key === undefined) return []
      const [sent, size] = [digits(fieldOf(record, 'sent')), digits(fieldOf(record, 'size'))]
      return [
        {
          key,
          ...(sent !== undefined && { sent: Number(sent) }),
          ...(size !== undefined && { size: Number(size) }),
          recipients: record.fields.get('to') ?? [],
        },
      ]
    })
}

function digits(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? text : undefined
}
