import type { LineServer } from '../../wire/conversation.ts'
import type { Encryption } from './encryption-fact.ts'

type One = NonNullable<Encryption['outgoing']>

/** Whether STARTTLS was seen on this very port, by the newest findings of which some may only remember older ones. */
export function wasOffered({ host, port }: LineServer, ...earlier: readonly (One | undefined)[]): boolean {
  return earlier.some(
    (one) =>
      one?.host === host &&
      one.port === port &&
      one.mode === 'starttls' &&
      (one.offeredBefore || !withoutOffer.includes(one.outcome)),
  )
}

/** Outcomes that stand before an offer of STARTTLS, or without one. */
const withoutOffer: readonly One['outcome'][] = ['not-offered', 'greeting-failed', 'clear', 'silent', 'closed', 'reset']
