import { absent, type Cause, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say } from '../../core/sentence.ts'
import { sendingRights } from '../../probes/sign-in/sending-rights.ts'
import { joinedVerdicts } from '../lib/chart-queries.ts'
import { judgeReplies, matchedReplies, meaningHere } from '../lib/replies.ts'
import { outgoingIsIncoming } from '../server/outgoing-is-incoming.ts'

/** What only the server can say about a message. */

export const senderNotAllowed: Cause = {
  id: 'sender-not-allowed',
  title: say('You may not send with that From address.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 10_000,
  // A port for other people's mail takes no sender of ours.
  shadowedBy: () => [outgoingIsIncoming],
  judge: (chart) => joinedVerdicts([judgeReplies(matchedReplies(chart, senderNotAllowed.id)), judgeRights(chart)]),
  explain: (chart) => ({
    plain: say(
      'The server lets this account send only under its own addresses. The message has another one as its sender. Choose the address that belongs to the account.',
    ),
    details: matchedReplies(chart, senderNotAllowed.id)?.advice ?? [],
  }),
}

export const messageMalformed: Cause = {
  id: 'message-malformed',
  title: say('The message breaks a mail rule.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 10_000,
  judge: (chart) => judgeReplies(matchedReplies(chart, messageMalformed.id)),
  explain: (chart) => ({
    plain: say(
      'The server turns this one message away because of how it is made or what it carries. Other messages can leave; this one has to be changed or written anew.',
    ),
    details: matchedReplies(chart, messageMalformed.id)?.advice ?? [],
  }),
}

/** Refused in our own trial, in words that the knowledge does not know: they may be about anything, and are shown. */
function judgeRights(chart: Chart): Verdict {
  const said = chart.fact(sendingRights)?.sender
  if (!said?.code.startsWith('5')) return absent
  return (meaningHere(chart, said)?.means ?? null) === null ? undecided(sendingRights) : absent
}
