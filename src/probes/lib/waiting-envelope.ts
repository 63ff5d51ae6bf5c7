import type { Account, Message } from '../../core/mail.ts'
import type { Envelope } from '../../wire/envelope.ts'

/** An envelope with the messages that it stands for, by their opaque ids. */
export interface WaitingEnvelope {
  envelope: Omit<Envelope, 'login'>
  messages: readonly string[]
}

const mostRecipients = 10

/**
 * As the waiting messages would be sent: those of one sender, the longest waiting first, in one go. To oneself where
 * none waits.
 */
export function waitingEnvelope(account: Account, messages: readonly Message[]): WaitingEnvelope {
  const waiting = messages
    .filter(({ state }) => state === 'waiting')
    .toSorted((one, other) => one.waitingSince - other.waitingSince)
  const sender = waiting.map((message) => message.sender ?? '').find(isSayable) ?? account.email
  const own = waiting.filter((message) => !isSayable(message.sender ?? '') || message.sender === sender)
  const recipients = [...new Set(own.flatMap((message) => message.recipients ?? []))].filter(isSayable)
  const sizes = own.map(({ size, rawSize = 0 }) => size ?? Math.ceil((rawSize * base64Growth) / 100))
  return {
    envelope: {
      sender,
      recipients: recipients.length > 0 ? recipients.slice(0, mostRecipients) : [account.email],
      size: Math.max(0, ...sizes),
    },
    messages: own.map(({ id }) => id),
  }
}

/** In per cent: four characters for three bytes, and a line end after each 76. */
const base64Growth = 137

/**
 * What fits between the angle brackets of one command line; anything else is malformed and a matter for others. Other
 * letters than ASCII need SMTPUTF8 (RFC 6531), and a server without it would refuse what it might take otherwise.
 */
function isSayable(address: string): boolean {
  return /^[^\s<>@\p{Cc}\u0080-\u{10ffff}]+@[^\s<>@\p{Cc}\u0080-\u{10ffff}]+$/u.test(address) && address.length <= 320
}
