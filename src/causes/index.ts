import type { Cause } from '../core/cause.ts'
import { accessSwitchedOff } from './access-switched-off.ts'
import { accountMissing } from './account-missing.ts'
import { appPasswordNeeded } from './app-password-needed.ts'
import { authMethodMismatch } from './auth-method-mismatch.ts'
import { basicAuthRetired } from './basic-auth-retired.ts'
import { mailPortsBlockedHere, port25Blocked, portBlockedHere } from './blocked-here.ts'
import { cannotSee } from './cannot-see.ts'
import { captivePortal } from './captive-portal.ts'
import { certificateExpired, certificateNotYetValid } from './certificate-dates.ts'
import { certificateSelfSigned, certificateUntrusted } from './certificate-trust.ts'
import { certificateWrongName } from './certificate-wrong-name.ts'
import { clientDamaged } from './client-damaged.ts'
import { clientHung } from './client-hung.ts'
import { clientNapping } from './client-napping.ts'
import { clientNotRunning } from './client-not-running.ts'
import { accountOffline, clientOffline } from './client-offline.ts'
import { clientSessionStale } from './client-session-stale.ts'
import { clockWrong } from './clock-wrong.ts'
import { detourBroken } from './detour-broken.ts'
import { diskFull } from './disk-full.ts'
import { encryptionModeWrong } from './encryption-mode-wrong.ts'
import { ewsRetired } from './ews-retired.ts'
import { filterBlocksClient } from './filter-blocks-client.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'
import { ipv6Broken } from './ipv6-broken.ts'
import { largeHelloLost } from './large-hello-lost.ts'
import { localPortTaken } from './local-port-taken.ts'
import { mailPrivacyConflict } from './mail-privacy-conflict.ts'
import { maybeDelivered } from './maybe-delivered.ts'
import { messageTooLarge } from './message-too-large.ts'
import { messageMalformed, senderNotAllowed } from './message-words.ts'
import { namesBroken } from './names-broken.ts'
import { namesSlow } from './names-slow.ts'
import { networkFlapping } from './network-flapping.ts'
import { networkNotAllowed } from './network-not-allowed.ts'
import { noNetwork } from './no-network.ts'
import { noOutgoingServer } from './no-outgoing-server.ts'
import { outgoingIsIncoming } from './outgoing-is-incoming.ts'
import { outlookAddIn } from './outlook-add-in.ts'
import { preferencesDamaged, profileDamaged } from './outlook-settings-damaged.ts'
import { passwordRefused } from './password-refused.ts'
import { pathLosesLargePackets } from './path-loses-large-packets.ts'
import { recipientRefused, tooManyRecipients } from './recipients.ts'
import { sentFolderHeavy } from './sent-folder-heavy.ts'
import { serverBansYou } from './server-bans-you.ts'
import { serverDown } from './server-down.ts'
import { serverNameUnknown } from './server-name-unknown.ts'
import { serverPortClosed } from './server-port-closed.ts'
import { serverPortFaulty } from './server-port-faulty.ts'
import { settingsDiffer } from './settings-differ.ts'
import { signInChallenged, signInNotSent, smtpAuthDisabled } from './sign-in-words.ts'
import { signingFails } from './signing-fails.ts'
import { starttlsMissing } from './starttls-missing.ts'
import { starttlsStripped } from './starttls-stripped.ts'
import { storeDamaged } from './store-damaged.ts'
import { tlsCutInPath } from './tls-cut-in-path.ts'
import { tlsTooOld } from './tls-too-old.ts'
import {
  accountSuspended,
  addressBlocklisted,
  greetingRefused,
  mailboxFull,
  rateLimited,
  serverBusy,
  tooManyConnections,
} from './told-by-server.ts'
import { uplinkSaturated } from './uplink-saturated.ts'
import { vpnBlocksMail } from './vpn-blocks-mail.ts'
import { waitingByDesign } from './waiting-by-design.ts'
import { waitsToBeTold } from './waits-to-be-told.ts'

/** Every reason why mail does not leave, from this Mac outwards. */
export const causes: readonly Cause[] = [
  noNetwork,
  captivePortal,
  namesBroken,
  namesSlow,
  serverNameUnknown,
  vpnBlocksMail,
  filterBlocksClient,
  filterInspectsTls,
  mailPrivacyConflict,
  detourBroken,
  ipv6Broken,
  pathLosesLargePackets,
  uplinkSaturated,
  networkFlapping,
  clockWrong,
  diskFull,
  localPortTaken,
  portBlockedHere,
  mailPortsBlockedHere,
  port25Blocked,
  tlsCutInPath,
  largeHelloLost,
  starttlsStripped,
  serverDown,
  serverPortClosed,
  serverPortFaulty,
  serverBusy,
  serverBansYou,
  addressBlocklisted,
  greetingRefused,
  rateLimited,
  accountSuspended,
  tooManyConnections,
  mailboxFull,
  certificateExpired,
  certificateNotYetValid,
  certificateWrongName,
  certificateSelfSigned,
  certificateUntrusted,
  tlsTooOld,
  encryptionModeWrong,
  starttlsMissing,
  accessSwitchedOff,
  passwordRefused,
  appPasswordNeeded,
  smtpAuthDisabled,
  basicAuthRetired,
  authMethodMismatch,
  signInNotSent,
  signInChallenged,
  networkNotAllowed,
  noOutgoingServer,
  outgoingIsIncoming,
  settingsDiffer,
  messageTooLarge,
  recipientRefused,
  tooManyRecipients,
  senderNotAllowed,
  messageMalformed,
  signingFails,
  maybeDelivered,
  waitingByDesign,
  clientNotRunning,
  clientOffline,
  accountOffline,
  clientHung,
  clientSessionStale,
  waitsToBeTold,
  clientNapping,
  clientDamaged,
  preferencesDamaged,
  profileDamaged,
  storeDamaged,
  sentFolderHeavy,
  accountMissing,
  outlookAddIn,
  ewsRetired,
  cannotSee,
]
