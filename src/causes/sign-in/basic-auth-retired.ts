import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Server } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { type Retirement, retiredBy } from '../../knowledge/retirements.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { joinedVerdicts, judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { judgeReplies, type MatchedReply, matchedReplies } from '../lib/replies.ts'
import { providersBehind, signedIn } from '../lib/signing-in.ts'

export const basicAuthRetired: Cause = {
  id: 'basic-auth-retired',
  title: say('The provider no longer accepts passwords here.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 10_000,
  judge: (chart) =>
    joinedVerdicts([judgeReplies(words(chart)), judgeServers(chart, (role, server) => judge(chart, role, server))]),
  explain: (chart) => ({
    plain: say(
      'Your provider no longer takes passwords from mail apps. Sign the account in anew, in the window that your provider shows for that.',
    ),
    details: words(chart)?.advice ?? [],
  }),
}

/** With a token the same words are about the token. */
function words(chart: Chart): MatchedReply | undefined {
  return matchedReplies(
    chart,
    basicAuthRetired.id,
    (role) => chart.account[role]?.auth !== 'oauth2' && !signedIn(chart, role),
  )
}

function judge(chart: Chart, role: Role, server: Server): Verdict {
  const tried = chart.fact(signIn)?.[role]
  if (server.auth !== 'password' || signedIn(chart, role)) return absent
  const retired = retirementOf(chart, server)
  if (!retired) return absent
  const refused = tried?.outcome === 'refused'
  // Where an administrator may have kept it, only a refusal shows that it is gone.
  if (!refused && retired.extent !== 'everybody') return absent
  return present((refused ? 0.95 : 0.8) * roleWeight(role), [
    retired.line,
    say('The account is set to sign in to {host} with a password', { host: verbatim(server.host) }),
    ...(refused && !words(chart) ? [say('{host} refused the sign-in', { host: verbatim(server.host) })] : []),
  ])
}

/** Only what everybody behind that host has lost: Outlook.com and Microsoft 365 share one. */
function retirementOf(chart: Chart, server: Server): Retirement | undefined {
  const found = providersBehind(chart, server).map(({ id }) =>
    retiredBy(id, server.protocol, chart.at).find(({ what, remains }) => what === 'password' && remains === 'oauth'),
  )
  return found.every((one) => one !== undefined) ? found[0] : undefined
}
