import type { Cause } from '../core/cause.ts'
import { clientHung } from './client-hung.ts'
import { clientNotRunning } from './client-not-running.ts'
import { accountOffline, clientOffline } from './client-offline.ts'
import { maybeDelivered } from './maybe-delivered.ts'
import { messageTooLarge } from './message-too-large.ts'
import { noOutgoingServer } from './no-outgoing-server.ts'
import { signingFails } from './signing-fails.ts'

/** An app that does not try has no connections, and that says nothing more. */
export const atRest = (): readonly Cause[] => [clientNotRunning, clientOffline, accountOffline, clientHung]

/** Reasons of the message or the account for which a well app does not connect either. */
export const ofTheMessage = (): readonly Cause[] => [noOutgoingServer, messageTooLarge, signingFails, maybeDelivered]
