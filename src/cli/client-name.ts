import { knownClient } from '../clients/known-clients.ts'
import type { ClientId } from '../core/mail.ts'
import { type Verbatim, verbatim } from '../core/sentence.ts'

/** As it is told from other apps. */
export function fullClientName(client: ClientId): Verbatim {
  return verbatim(knownClient(client)?.fullName ?? client)
}
