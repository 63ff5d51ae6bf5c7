import type { Cause } from '../core/cause.ts'
import { accountMissing } from './client/account-missing.ts'
import { cannotSee } from './client/cannot-see.ts'
import { clientDamaged } from './client/client-damaged.ts'
import { clientHung } from './client/client-hung.ts'
import { clientNapping } from './client/client-napping.ts'
import { clientNotRunning } from './client/client-not-running.ts'
import { accountOffline, clientOffline } from './client/client-offline.ts'
import { clientSessionStale } from './client/client-session-stale.ts'
import { diskFull } from './client/disk-full.ts'
import { mailPrivacyConflict } from './client/mail-privacy-conflict.ts'
import { outlookAddIn } from './client/outlook-add-in.ts'
import { preferencesDamaged, profileDamaged } from './client/outlook-settings-damaged.ts'
import { sentFolderHeavy } from './client/sent-folder-heavy.ts'
import { signingFails } from './client/signing-fails.ts'
import { storeDamaged } from './client/store-damaged.ts'
import { waitingByDesign } from './client/waiting-by-design.ts'
import { waitsToBeTold } from './client/waits-to-be-told.ts'
import { maybeDelivered } from './message/maybe-delivered.ts'
import { messageTooLarge } from './message/message-too-large.ts'
import { messageMalformed, senderNotAllowed } from './message/message-words.ts'
import { recipientRefused, tooManyRecipients } from './message/recipients.ts'
import { namesBroken } from './names/names-broken.ts'
import { namesSlow } from './names/names-slow.ts'
import { serverNameUnknown } from './names/server-name-unknown.ts'
import { captivePortal } from './network/captive-portal.ts'
import { detourBroken } from './network/detour-broken.ts'
import { ipv6Broken } from './network/ipv6-broken.ts'
import { networkFlapping } from './network/network-flapping.ts'
import { networkNotAllowed } from './network/network-not-allowed.ts'
import { noNetwork } from './network/no-network.ts'
import { uplinkSaturated } from './network/uplink-saturated.ts'
import { vpnBlocksMail } from './network/vpn-blocks-mail.ts'
import { mailPortsBlockedHere, port25Blocked, portBlockedHere } from './path/blocked-here.ts'
import { filterBlocksClient } from './path/filter-blocks-client.ts'
import { largeHelloLost } from './path/large-hello-lost.ts'
import { localPortTaken } from './path/local-port-taken.ts'
import { pathLosesLargePackets } from './path/path-loses-large-packets.ts'
import { noOutgoingServer } from './server/no-outgoing-server.ts'
import { outgoingIsIncoming } from './server/outgoing-is-incoming.ts'
import { serverBansYou } from './server/server-bans-you.ts'
import { serverDown } from './server/server-down.ts'
import { serverPortClosed } from './server/server-port-closed.ts'
import { serverPortFaulty } from './server/server-port-faulty.ts'
import { settingsDiffer } from './server/settings-differ.ts'
import {
  accountSuspended,
  addressBlocklisted,
  greetingRefused,
  mailboxFull,
  rateLimited,
  serverBusy,
  tooManyConnections,
} from './server/told-by-server.ts'
import { accessSwitchedOff } from './sign-in/access-switched-off.ts'
import { appPasswordNeeded } from './sign-in/app-password-needed.ts'
import { authMethodMismatch } from './sign-in/auth-method-mismatch.ts'
import { basicAuthRetired } from './sign-in/basic-auth-retired.ts'
import { ewsRetired } from './sign-in/ews-retired.ts'
import { passwordRefused } from './sign-in/password-refused.ts'
import { signInChallenged, signInNotSent, smtpAuthDisabled } from './sign-in/sign-in-words.ts'
import { certificateExpired, certificateNotYetValid } from './tls/certificate-dates.ts'
import { certificateSelfSigned, certificateUntrusted } from './tls/certificate-trust.ts'
import { certificateWrongName } from './tls/certificate-wrong-name.ts'
import { clockWrong } from './tls/clock-wrong.ts'
import { encryptionModeWrong } from './tls/encryption-mode-wrong.ts'
import { filterInspectsTls } from './tls/filter-inspects-tls.ts'
import { starttlsMissing } from './tls/starttls-missing.ts'
import { starttlsStripped } from './tls/starttls-stripped.ts'
import { tlsCutInPath } from './tls/tls-cut-in-path.ts'
import { tlsTooOld } from './tls/tls-too-old.ts'

/** Every reason why mail does not leave, from this Mac outwards. */
export const allCauses: readonly Cause[] = [
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
