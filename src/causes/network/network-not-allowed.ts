import type { Cause } from '../../core/cause.ts'
import { say } from '../../core/sentence.ts'
import { byAnotherWay } from '../lib/brought-by.ts'
import { judgeReplies } from '../lib/replies.ts'
import { signInReplyLine } from '../lib/signing-in.ts'
import { outgoingIsIncoming } from '../server/outgoing-is-incoming.ts'

export const networkNotAllowed: Cause = {
  id: 'network-not-allowed',
  title: say('The provider does not let the account in from here.'),
  harm: 'stops',
  layer: 'signing-in',
  broughtBy: byAnotherWay,
  shadowedBy: () => [outgoingIsIncoming],
  showAfterMs: 10_000,
  judge: (chart) => judgeReplies(signInReplyLine(chart, networkNotAllowed.id)),
  explain: (chart) => ({
    plain: say(
      'It is let in only from certain internet addresses or countries. Where you are now is not among them. Your password was not even looked at, so leave it as it is.',
    ),
    details: [
      say('Add this network to the list on the provider’s website, or switch that restriction off there.'),
      say('If a VPN is on, try once without it: it makes you appear somewhere else.'),
      ...(signInReplyLine(chart, networkNotAllowed.id)?.advice ?? []),
    ],
  }),
}
