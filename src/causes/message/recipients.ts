import { absent, type Cause, present, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say, withoutRepeats } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { sendingRights } from '../../probes/sign-in/sending-rights.ts'
import { joinedVerdicts } from '../lib/chart-queries.ts'
import { neverOfferedMessages, ownConnection } from '../lib/mail-app.ts'
import { judgeReplies, matchedReplies, meaningHere, quotedReply } from '../lib/replies.ts'

export const recipientRefused: Cause = {
  id: 'recipient-refused',
  title: say('An address was refused.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 10_000,
  judge: (chart) =>
    joinedVerdicts([judgeReplies(matchedReplies(chart, recipientRefused.id)), judgeWriting(chart), judgeRights(chart)]),
  explain: (chart) => ({
    plain: say(
      'A message is addressed to somebody whom the server does not accept, perhaps through a typing mistake. Open the message and look at its addresses.',
    ),
    details: matchedReplies(chart, recipientRefused.id)?.advice ?? [],
  }),
}

export const tooManyRecipients: Cause = {
  id: 'too-many-recipients',
  title: say('Too many recipients at once.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 10_000,
  judge: (chart) => joinedVerdicts([judgeReplies(matchedReplies(chart, tooManyRecipients.id)), judgeNumber(chart)]),
  explain: (chart) => ({
    plain: say('A message goes to more people than the server allows in one go. Send it to smaller groups.'),
    details: matchedReplies(chart, tooManyRecipients.id)?.advice ?? [],
  }),
}

/** The evidence counts and never shows an address. */
function judgeWriting({ messages }: Chart): Verdict {
  const bad = messages.filter(
    ({ state, recipients }) => state === 'waiting' && recipients?.some((one) => !isWellFormed(one)),
  )
  return bad.length > 0
    ? present(0.85, [
        bad.length === 1
          ? say('One address is not written as an address should be')
          : say('{bad} waiting messages have an address that is not written as an address should be', {
              bad: bad.length,
            }),
      ])
    : absent
}

/** One @ outside quotes, something before it, and a domain or an address literal behind (RFC 5321 §4.1.2). */
export function isWellFormed(recipient: string): boolean {
  const bare = /<([^<>]*)>\s*$/.exec(recipient.slice(0, 1_000))?.[1] ?? recipient.slice(0, 1_000).trim()
  return (
    /^(?:"[^"]{1,64}"|[^\s@"(),:;<>[\]\\]{1,64})@(?:\[[0-9a-fA-F.:IPv]+\]|[^\s@.,;:]+(?:\.[^\s@.,;:]+)*)$/u.test(
      bare,
    ) && !bare.includes('..')
  )
}

/**
 * Refused in our own trial, in words that the knowledge does not know. Where the server takes another recipient in the
 * same breath, it is the address; where it takes none, it may be about anything.
 */
function judgeRights(chart: Chart): Verdict {
  const all = chart.fact(sendingRights)?.recipients ?? []
  const refused = all.filter(
    (reply) => reply.code.startsWith('5') && (meaningHere(chart, reply)?.means ?? null) === null,
  )
  if (refused.length === 0) return absent
  const lines = withoutRepeats(refused.map((reply) => quotedReply(reply, chart))).slice(0, 3)
  return all.some(({ code }) => code.startsWith('2')) ? present(0.75, lines) : undecided(sendingRights)
}

/** What every server has to take in one go (RFC 5321 §4.5.3.1.8). */
const sure = 100

/** What the server announces it takes in one go (RFC 9422); where it tells nothing, what it may well refuse. */
function judgeNumber(chart: Chart): Verdict {
  const limits = chart.fact(capabilities)?.outgoing?.after.find((word) => word.startsWith('LIMITS '))
  const most = Number(/\bRCPTMAX=(\d{1,6})\b/.exec(limits ?? '')?.[1])
  const number = Math.max(
    0,
    ...chart.messages.filter(({ state }) => state === 'waiting').map(({ recipients }) => recipients?.length ?? 0),
  )
  if (most > 0)
    return number > most
      ? present(0.8, [say('A waiting message has {number} recipients; the server takes {most}', { number, most })])
      : absent
  if (number <= sure || neverOfferedMessages(chart).length === 0 || ownConnection(chart) !== 'works') return absent
  return present(
    0.4,
    [
      say('A waiting message has {number} recipients; every server takes {sure}, and many refuse more', {
        number,
        sure,
      }),
    ],
    [say('How many it takes, this server has not told')],
  )
}
