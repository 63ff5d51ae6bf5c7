import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Server } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { judgesPassword } from '../../knowledge/replies.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { joinedVerdicts, judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { judgeReplies, meaningHere, quotedReply } from '../lib/replies.ts'
import { accessSwitchOf, providersBehind, signInReplyLine, usesPassword, wasSignedIn } from '../lib/signing-in.ts'
import { appPasswordNeeded } from './app-password-needed.ts'

/** Mail apps are kept out until the owner allows them, in a switch on the provider's website. */
export const accessSwitchedOff: Cause = {
  id: 'access-switched-off',
  title: say('Mail apps are not allowed in yet.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 10_000,
  judge: (chart) =>
    joinedVerdicts([
      judgeReplies(signInReplyLine(chart, accessSwitchedOff.id)),
      judgeServers(chart, (role, server) => judge(chart, role, server)),
    ]),
  explain: (chart) => ({
    plain: say(
      'Your provider lets them in only after you have allowed it on its website. That switch seems to be off. Your password may well be right.',
    ),
    details: [...steps(chart), ...(signInReplyLine(chart, accessSwitchedOff.id)?.advice ?? [])],
  }),
}

function steps(chart: Chart): Sentence[] {
  return [chart.account.outgoing, chart.account.incoming]
    .flatMap((server) => (server && accessSwitchOf(chart, server)) ?? [])
    .slice(0, 1)
}

/** A plain "wrong password" from a provider that says the same while the switch is off. */
function judge(chart: Chart, role: Role, server: Server): Verdict {
  const tried = chart.fact(signIn)?.[role]
  if (tried?.outcome !== 'refused' || !usesPassword(server) || accessSwitchOf(chart, server) === undefined)
    return absent
  if (tried.reply && !judgesPassword(tried.reply)) return absent
  const [provider] = providersBehind(chart, server)
  const meaning = tried.reply && meaningHere(chart, tried.reply)
  const asksForAnother = meaning?.means === appPasswordNeeded.id && meaning.certainty === 'high'
  // Once let in, the switch was on, and a password that changed is the likelier reason.
  const weight = wasSignedIn(chart, role) ? 0.5 : asksForAnother ? 0.65 : 0.88
  return present(
    weight * roleWeight(role),
    [
      tried.reply ? quotedReply(tried.reply, chart) : say('{host} refused the sign-in', { host: verbatim(tried.host) }),
      say('{name} lets mail apps in only after they were allowed on its website', {
        name: verbatim(provider?.name ?? tried.host),
      }),
    ],
    [say('A password that is really wrong is refused in the same words')],
  )
}
