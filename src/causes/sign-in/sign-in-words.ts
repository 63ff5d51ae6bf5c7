import { type Cause, undecided } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { isPrivateAddress } from '../../knowledge/providers.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { sendingRights } from '../../probes/sign-in/sending-rights.ts'
import { serverWorks } from '../lib/chart-queries.ts'
import { judgeReplies } from '../lib/replies.ts'
import { signInReplyLine } from '../lib/signing-in.ts'
import { outgoingIsIncoming } from '../server/outgoing-is-incoming.ts'

/** What only the server can say about signing in. */

const advice = (chart: Chart, { id }: Cause): readonly Sentence[] => signInReplyLine(chart, id)?.advice ?? []

export const smtpAuthDisabled: Cause = {
  id: 'smtp-auth-disabled',
  title: say('Signing in to send (SMTP) is switched off for this account.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 10_000,
  judge: (chart) => judgeReplies(signInReplyLine(chart, smtpAuthDisabled.id)),
  explain: (chart) => ({
    plain: isPrivateAddress(chart.account.email)
      ? say(
          'Your provider does not let mail apps send in the way this account is set up, as it does with new private accounts. You can send on its website or with its own app; look there whether sending by SMTP can be allowed.',
        )
      : say(
          'Your organisation does not allow mail apps to send in that way. Its IT can allow it for you, or the account can be added as an Exchange account instead.',
        ),
    details: advice(chart, smtpAuthDisabled),
  }),
}

export const signInChallenged: Cause = {
  id: 'sign-in-challenged',
  title: say('The provider wants you to confirm it is you.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 10_000,
  judge: (chart) => judgeReplies(signInReplyLine(chart, signInChallenged.id)),
  explain: (chart) => ({
    plain: say(
      'Your provider is not sure that it is you who signs in. Sign in once on its website in a browser and confirm, then your mail app is let in again.',
    ),
    details: advice(chart, signInChallenged),
  }),
}

export const signInNotSent: Cause = {
  id: 'sign-in-not-sent',
  title: say('The mail app does not sign in for sending.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 10_000,
  shadowedBy: () => [outgoingIsIncoming],
  judge(chart) {
    const said = signInReplyLine(chart, signInNotSent.id)
    if (said) {
      const none = chart.account.outgoing?.auth === 'none'
      return judgeReplies(none ? { ...said, evidence: [...said.evidence, unsigned] } : said)
    }
    return asksInVain(chart) ? undecided(sendingRights) : judgeReplies(undefined)
  },
  explain: (chart) => ({
    plain: say(
      'The outgoing server wants a user name and a password, and gets none. The account needs sign-in switched on for its outgoing server.',
    ),
    details: advice(chart, signInNotSent),
  }),
}

const unsigned = say('The account is set to send without signing in')

/** Some servers of providers and offices offer sign-in and do not need it: offered and not used is only a hint. */
function asksInVain(chart: Chart): boolean {
  return (
    chart.account.outgoing?.auth === 'none' &&
    (chart.fact(capabilities)?.outgoing?.auth.length ?? 0) > 0 &&
    serverWorks(chart, 'outgoing') &&
    chart.fact(sendingRights) === undefined &&
    chart.messages.some(({ state }) => state === 'waiting')
  )
}
