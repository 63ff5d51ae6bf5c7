import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { byteCount, type Sentence, say, verbatim, withoutRepeats } from '../../core/sentence.ts'
import { blocklists } from '../../probes/server/blocklists.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { type MailboxRoom, mailboxRoom } from '../../probes/server/mailbox-room.ts'
import { sendingRights } from '../../probes/sign-in/sending-rights.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { byAnotherWay } from '../lib/brought-by.ts'
import { joinedVerdicts, judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { matchedReplies, meaningHere, quotedReply } from '../lib/replies.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { signInNotSent } from '../sign-in/sign-in-words.ts'
import { outgoingIsIncoming } from './outgoing-is-incoming.ts'
import { workingPorts } from './server-port-faulty.ts'

/** Causes that nobody but the server can name: present when it said so, and never inferred from anything else. */
function judgeWords(chart: Chart, { id }: Cause, hints: readonly Sentence[] = []): Verdict {
  const said = matchedReplies(chart, id)
  return said ? present(said.weight, [...said.evidence, ...hints]) : absent
}

const advice = (chart: Chart, { id }: Cause): readonly Sentence[] => matchedReplies(chart, id)?.advice ?? []

export const serverBusy: Cause = {
  id: 'server-busy',
  title: say('The server is under maintenance or overloaded.'),
  harm: 'delays',
  layer: 'path',
  showAfterMs: 300_000,
  blames: 'server',
  shadowedBy: () => [captivePortal],
  judge: (chart) => joinedVerdicts([judgeWords(chart, serverBusy), judgeTrial(chart), judgeSilence(chart)]),
  explain: (chart) => ({
    plain: matchedReplies(chart, serverBusy.id)
      ? say('The mail server says that it cannot work just now. Your mail app tries again by itself; nothing is lost.')
      : forNow(chart).length > 0
        ? say(
            'The mail server does not take this mail just now, without saying that it never will. Your mail app tries again by itself; nothing is lost.',
          )
        : say(
            'The mail server takes the connection but then says nothing. It may have too much to do. Your mail app tries again by itself; nothing is lost.',
          ),
    details: advice(chart, serverBusy),
  }),
}

/**
 * What the server put off in our own trial, signed in, in words that name nothing else: a first digit of 4 asks to come
 * again (RFC 5321 §4.2.1). Whoever greylists asks the same, and does so mostly of those who have not signed in.
 */
function forNow(chart: Chart): readonly Sentence[] {
  const trial = chart.fact(sendingRights)
  if (!trial?.signedIn) return []
  const { sender, recipients } = trial
  const putOff = [...(sender ? [sender] : []), ...recipients].filter(
    (reply) =>
      reply.code.startsWith('4') && [null, undefined, signInNotSent.id].includes(meaningHere(chart, reply)?.means),
  )
  return withoutRepeats(putOff.map((reply) => quotedReply(reply, chart))).slice(0, 3)
}

function judgeTrial(chart: Chart): Verdict {
  const said = forNow(chart)
  return said.length > 0 ? present(0.5, said) : absent
}

/** Connected, and then not a word, in either mode: a server that is too busy to speak, most likely. */
function judgeSilence(chart: Chart): Verdict {
  return judgeServers(chart, (role) => {
    const heard = chart.fact(greeting)?.[role]
    const mode = chart.fact(encryption)?.[role]
    if (heard?.outcome !== 'silent' || mode?.otherMode?.works) return absent
    // A server that speaks on another port is not too busy to speak.
    if (workingPorts(chart, role).length > 0) return absent
    return present(
      0.5 * roleWeight(role),
      [
        say('{host} accepts the connection on port {port} but says nothing', {
          host: verbatim(heard.host),
          port: verbatim(heard.port),
        }),
      ],
      [say('Something on the way may be holding its words back')],
    )
  })
}

export const addressBlocklisted: Cause = {
  id: 'address-blocklisted',
  title: say('Your internet address is on a blocklist.'),
  harm: 'stops',
  layer: 'path',
  broughtBy: byAnotherWay,
  showAfterMs: 0,
  // Doors for other people's mail judge everybody by the address.
  shadowedBy: () => [outgoingIsIncoming],
  judge(chart) {
    // Most home addresses stand on some list without harm: without the server's word that is only a hint.
    const listed = chart.fact(blocklists)?.lists.filter(({ outcome }) => outcome === 'listed') ?? []
    return judgeWords(
      chart,
      addressBlocklisted,
      listed.map(({ name }) => say('{name} lists this address, by our own question', { name: verbatim(name) })),
    )
  },
  explain: (chart) => ({
    plain: say(
      'The mail server turns your mail away: the internet address you use has a bad name. Often it got that from somebody who had it before you.',
    ),
    details: advice(chart, addressBlocklisted),
  }),
}

export const greetingRefused: Cause = {
  id: 'greeting-refused',
  title: say('The server dislikes how the mail app greets it.'),
  harm: 'stops',
  layer: 'path',
  showAfterMs: 30_000,
  judge: (chart) => judgeWords(chart, greetingRefused),
  explain: (chart) => ({
    plain: say(
      'Before any mail is sent, the mail app tells the server its name. The server does not accept that name, so it never gets to the mail.',
    ),
    details: advice(chart, greetingRefused),
  }),
}

export const rateLimited: Cause = {
  id: 'rate-limited',
  title: say('You sent more than the provider allows for now.'),
  harm: 'delays',
  layer: 'signing-in',
  showAfterMs: 0,
  judge: (chart) => judgeWords(chart, rateLimited),
  explain: (chart) => ({
    plain: matchedReplies(chart, rateLimited.id)?.theirs
      ? say(
          'Somebody you are writing to gets more mail just now than their provider lets through. The address is right; your message can arrive later.',
        )
      : say('There is a limit for an hour or a day, and it is reached. Your mail can leave when that time is over.'),
    details: advice(chart, rateLimited),
  }),
}

export const accountSuspended: Cause = {
  id: 'account-suspended',
  title: say('The provider has blocked the account.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 0,
  judge: (chart) => judgeWords(chart, accountSuspended),
  explain: (chart) => ({
    plain: say(
      'Your provider has blocked this account, or blocked it from sending. Its website tells you why, and how to open it again.',
    ),
    details: advice(chart, accountSuspended),
  }),
}

export const tooManyConnections: Cause = {
  id: 'too-many-connections',
  title: say('Too many devices or windows use the account.'),
  harm: 'delays',
  layer: 'signing-in',
  showAfterMs: 60_000,
  judge: (chart) => judgeWords(chart, tooManyConnections),
  explain: (chart) => ({
    plain: say(
      'The server takes only a few connections at a time, and they are in use. Close mail apps on other devices, then it goes on.',
    ),
    details: advice(chart, tooManyConnections),
  }),
}

export const mailboxFull: Cause = {
  id: 'mailbox-full',
  title: say('The mailbox is full.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 0,
  judge: (chart) => joinedVerdicts([judgeWords(chart, mailboxFull), judgeRoom(chart)]),
  explain: (chart) => ({
    plain: isRecipients(chart)
      ? say(
          'A mailbox has no room left, and it seems to be that of somebody you are writing to. They need to make room before your message can arrive.',
        )
      : say(
          'Your mailbox at the provider has no room left, and some providers then stop sending, too. Delete or archive large messages and empty the Trash.',
        ),
    details: advice(chart, mailboxFull),
  }),
}

/** Unless our own mailbox is known to be full, what was said of a recipient is about the recipient's. */
function isRecipients(chart: Chart): boolean {
  const said = matchedReplies(chart, mailboxFull.id)
  return said !== undefined && said.theirs !== false && !hasLittleRoom(chart.fact(mailboxRoom))
}

/** From here on the copy for Sent may no longer fit, and providers begin to refuse. */
const nearlyFull = 0.95

const hasLittleRoom = (room: MailboxRoom | undefined): room is MailboxRoom =>
  room !== undefined && room.limit > 0 && room.used >= nearlyFull * room.limit

function judgeRoom(chart: Chart): Verdict {
  const room = chart.fact(mailboxRoom)
  if (!hasLittleRoom(room)) return absent
  // It stops nothing yet; that it will soon is told where the account stands beside its server.
  if (room.used < room.limit && !chart.messages.some(({ state }) => state === 'waiting')) return absent
  const share = Math.floor((room.used / room.limit) * 100)
  return present(room.used >= room.limit ? 0.8 : 0.5, [
    say('{share} % of the mailbox is used ({used} of {limit})', {
      share,
      used: byteCount(room.used),
      limit: byteCount(room.limit),
    }),
  ])
}
