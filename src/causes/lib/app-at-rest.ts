import type { Cause } from '../../core/cause.ts'
import { clientHung } from '../client/client-hung.ts'
import { clientNotRunning } from '../client/client-not-running.ts'
import { accountOffline, clientOffline } from '../client/client-offline.ts'
import { signingFails } from '../client/signing-fails.ts'
import { maybeDelivered } from '../message/maybe-delivered.ts'
import { messageTooLarge } from '../message/message-too-large.ts'
import { noOutgoingServer } from '../server/no-outgoing-server.ts'

/** An app that does not try has no connections, and that says nothing more. */
export const atRest = (): readonly Cause[] => [clientNotRunning, clientOffline, accountOffline, clientHung]

/** Reasons of the message or the account for which a well app does not connect either. */
export const ofTheMessage = (): readonly Cause[] => [noOutgoingServer, messageTooLarge, signingFails, maybeDelivered]
