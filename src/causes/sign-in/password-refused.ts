import { absent, type Cause, present, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, roles, type Server, serversOf } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { joinedVerdicts, judgeServers, roleWeight, serverWorks } from '../lib/chart-queries.ts'
import { plainRefusal } from '../lib/plain-refusal.ts'
import { judgeReplies, meaningHere, quotedReply } from '../lib/replies.ts'
import { accessSwitchOf, signInReplyLine, usesPassword, wasSignedIn } from '../lib/signing-in.ts'
import { appPasswordNeeded } from './app-password-needed.ts'
import { basicAuthRetired } from './basic-auth-retired.ts'

export const passwordRefused: Cause = {
  id: plainRefusal,
  title: say('The server refuses the password.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 10_000,
  shadowedBy: () => [appPasswordNeeded, basicAuthRetired],
  judge: (chart) =>
    joinedVerdicts([
      judgeServers(chart, (role, server) => judge(chart, role, server)),
      behindSwitch(chart, judgeReplies(signInReplyLine(chart, passwordRefused.id))),
    ]),
  explain: (chart) => ({
    plain: roles.some((role) => wasSignedIn(chart, role))
      ? say(
          'The mail server took this password before and refuses it now. Either it was changed, or sign-in in two steps was switched on: then the mail app needs an app password, made on the provider’s website.',
        )
      : say(
          'The mail server does not accept the user name and password of this account. Perhaps the password was changed; enter it again, for receiving and for sending.',
        ),
    details: signInReplyLine(chart, passwordRefused.id)?.advice ?? [],
  }),
}

/** Where mail apps have to be allowed in first, the same words may mean that switch, which is looked at first. */
function behindSwitch(chart: Chart, verdict: Verdict): Verdict {
  const isFirst = serversOf(chart.account).some(
    ({ role, server }) => accessSwitchOf(chart, server) && !wasSignedIn(chart, role),
  )
  if (verdict.is !== 'present' || !isFirst) return verdict
  return present(Math.min(verdict.weight, 0.75), verdict.evidence, verdict.against)
}

/** A refusal that the knowledge gives another meaning, or that judges the server itself, is not about the password. */
function judge(chart: Chart, role: Role, server: Server): Verdict {
  const tried = chart.fact(signIn)?.[role]
  if (tried?.outcome === 'refused') {
    const means = tried.reply && meaningHere(chart, tried.reply)?.means
    // In words that nobody knows it may be about anything: who takes it for the password makes somebody change a good one.
    if (means === null) return undecided(signIn)
    if (means !== undefined && means !== passwordRefused.id) return absent
    const said = tried.reply
      ? quotedReply(tried.reply, chart)
      : say('{host} refused the sign-in', { host: verbatim(tried.host) })
    return behindSwitch(chart, present((means ? 0.93 : 0.8) * roleWeight(role), [said]))
  }
  if (tried?.outcome === 'not-judged')
    return tried.reply && (meaningHere(chart, tried.reply)?.means ?? null) === null ? undecided(signIn) : absent
  if (tried && tried.outcome !== 'not-tried') return absent
  // Where an earlier step is broken the password is not the question, and mail that waits is the outgoing server's matter.
  const asked = role === 'outgoing' || !chart.account.outgoing
  return asked && usesPassword(server) && serverWorks(chart, role) ? undecided(signIn) : absent
}
