import { absent, type Cause, present, undecided, type Verdict } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { Role, Server } from '../core/mail.ts'
import { signIn } from '../probes/sign-in.ts'
import { appPasswordNeeded } from './app-password-needed.ts'
import { basicAuthRetired } from './basic-auth-retired.ts'
import { joined, judgeServers, weightOf, works } from './reading.ts'
import { judgeSaid, meaningHere, quoted } from './replies.ts'
import { saidOfSignIn, usesPassword } from './signing-in.ts'

export const passwordRefused: Cause = {
  id: 'password-refused',
  title: 'The server refuses the password.',
  harm: 'stops',
  patience: 10_000,
  shadowedBy: () => [appPasswordNeeded, basicAuthRetired],
  judge: (chart) =>
    joined([
      judgeServers(chart, (role, server) => judge(chart, role, server)),
      judgeSaid(saidOfSignIn(chart, passwordRefused.id)),
    ]),
  explain: (chart) => ({
    plain:
      'The mail server does not accept the user name and password of this account. Perhaps the password was changed; enter it again, for receiving and for sending.',
    details: saidOfSignIn(chart, passwordRefused.id)?.advice ?? [],
  }),
}

/** A refusal that the knowledge gives another meaning, or that judges the server itself, is not about the password. */
function judge(chart: Chart, role: Role, server: Server): Verdict {
  const tried = chart.fact(signIn)?.[role]
  if (tried?.outcome === 'refused') {
    const means = tried.reply && meaningHere(chart, tried.reply)?.means
    if (means !== undefined && means !== null && means !== passwordRefused.id) return absent
    return present((means ? 0.93 : 0.8) * weightOf(role), [
      tried.reply ? quoted(tried.reply, chart) : `${tried.host} refused the sign-in`,
    ])
  }
  if (tried && tried.outcome !== 'not-tried') return absent
  // Below a rung that is broken the password is not the question, and mail that waits is the outgoing server's matter.
  const asked = role === 'outgoing' || !chart.account.outgoing
  return asked && usesPassword(server) && works(chart, role) ? undecided(signIn) : absent
}
