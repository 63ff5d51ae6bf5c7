import { outlookAddIn } from '../../causes/client/outlook-add-in.ts'
import { ipv6Broken } from '../../causes/network/ipv6-broken.ts'
import { vpnBlocksMail } from '../../causes/network/vpn-blocks-mail.ts'
import { mailPortsBlockedHere, portBlockedHere } from '../../causes/path/blocked-here.ts'
import { filterBlocksClient } from '../../causes/path/filter-blocks-client.ts'
import { largeHelloLost } from '../../causes/path/large-hello-lost.ts'
import { pathLosesLargePackets } from '../../causes/path/path-loses-large-packets.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { serverDown } from '../../causes/server/server-down.ts'
import { serverPortClosed } from '../../causes/server/server-port-closed.ts'
import { serverPortFaulty } from '../../causes/server/server-port-faulty.ts'
import { accountSuspended, addressBlocklisted, greetingRefused } from '../../causes/server/told-by-server.ts'
import { authMethodMismatch } from '../../causes/sign-in/auth-method-mismatch.ts'
import { ewsRetired } from '../../causes/sign-in/ews-retired.ts'
import { smtpAuthDisabled } from '../../causes/sign-in/sign-in-words.ts'
import { certificateExpired, certificateNotYetValid } from '../../causes/tls/certificate-dates.ts'
import { certificateSelfSigned, certificateUntrusted } from '../../causes/tls/certificate-trust.ts'
import { certificateWrongName } from '../../causes/tls/certificate-wrong-name.ts'
import { filterInspectsTls } from '../../causes/tls/filter-inspects-tls.ts'
import { tlsCutInPath } from '../../causes/tls/tls-cut-in-path.ts'
import { tlsTooOld } from '../../causes/tls/tls-too-old.ts'
import type { Cause } from '../../core/cause.ts'
import type { Note, NoteRemedy, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { isPrivateAddress } from '../../knowledge/providers.ts'
import { noteText } from '../lib/note-text.ts'
import type { NoteRequest } from '../lib/note-words.ts'

interface Matter {
  cause: Cause
  request: NoteRequest
  /** Who can do something about it. In a company, whoever runs the server is its IT. */
  to: readonly Note['to'][]
}

const ofNetwork = ['isp', 'admin'] as const
const ofServer = ['provider', 'admin'] as const

const matters: readonly Matter[] = [
  { cause: portBlockedHere, request: 'open-port', to: ofNetwork },
  { cause: mailPortsBlockedHere, request: 'open-mail', to: ofNetwork },
  { cause: tlsCutInPath, request: 'stop-cutting', to: ofNetwork },
  { cause: largeHelloLost, request: 'take-long-hello', to: ['provider', 'isp', 'admin'] },
  { cause: serverDown, request: 'answer', to: ofServer },
  { cause: serverPortClosed, request: 'open-server-port', to: ofServer },
  { cause: serverPortFaulty, request: 'mend-server-port', to: ofServer },
  { cause: serverBansYou, request: 'let-me-in', to: ofServer },
  { cause: addressBlocklisted, request: 'unlist', to: ['provider', 'isp', 'admin'] },
  { cause: greetingRefused, request: 'take-greeting', to: ofServer },
  { cause: accountSuspended, request: 'unblock-account', to: ofServer },
  { cause: certificateExpired, request: 'renew-certificate', to: ofServer },
  { cause: certificateNotYetValid, request: 'renew-certificate', to: ofServer },
  { cause: certificateSelfSigned, request: 'known-certificate', to: ofServer },
  { cause: certificateUntrusted, request: 'known-certificate', to: ofServer },
  { cause: certificateWrongName, request: 'known-certificate', to: ofServer },
  { cause: tlsTooOld, request: 'newer-encryption', to: ofServer },
  { cause: smtpAuthDisabled, request: 'allow-sign-in', to: ['admin'] },
  { cause: authMethodMismatch, request: 'common-sign-in', to: ofServer },
  { cause: vpnBlocksMail, request: 'vpn-carries-mail', to: ['admin'] },
  { cause: pathLosesLargePackets, request: 'whole-packets', to: ofNetwork },
  { cause: ipv6Broken, request: 'mend-ipv6', to: ofNetwork },
  { cause: filterBlocksClient, request: 'exempt-mail', to: ['admin'] },
  { cause: filterInspectsTls, request: 'exempt-mail', to: ['admin'] },
  { cause: outlookAddIn, request: 'mend-add-in', to: ['admin'] },
  { cause: ewsRetired, request: 'way-to-exchange', to: ['admin'] },
]

/** By whoever stands first in it. */
const labelsOfReaders = {
  provider: say('Write to your provider'),
  isp: say('Write to your internet provider'),
  admin: say('Write to your IT'),
  none: say('Write to whoever can help'),
} as const

/** For whoever can help: what was tried and seen, and one clear request. Nothing private stands in it. */
export const writeNote: NoteRemedy = {
  id: 'write-note',
  kind: 'note',
  label: say('Write to whoever can help'),
  labelHere: (context) => labelsOfReaders[notes(context)[0]?.to ?? 'none'],
  risk: 1,
  treats: () => matters.map(({ cause }) => cause),
  ifUnexplained: true,
  fits: (context) => context.diagnosis.causes.length > 0 || context.account.outgoing !== undefined,
  write: notes,
}

/** One for each reader, about the first cause that is theirs. What nothing explains, the server may have written down. */
function notes(context: RemedyContext): readonly Note[] {
  // A private account has no administrator to write to.
  const isPrivate = isPrivateAddress(context.account.email)
  const readers: readonly Note['to'][] = ['provider', 'isp', ...(isPrivate ? [] : (['admin'] as const))]
  const waits = context.messages.some(({ state }) => state === 'waiting')
  if (context.diagnosis.causes.length === 0 && waits)
    return readers.filter((to) => to !== 'isp').map((to) => noteText(context, undefined, to, 'look-into-log'))
  return readers.flatMap((to) => {
    for (const named of context.diagnosis.causes) {
      const matter = matters.find(({ cause, to: all }) => cause.id === named.id && all.includes(to))
      if (matter) return [noteText(context, named, to, matter.request)]
    }
    return []
  })
}
