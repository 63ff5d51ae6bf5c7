import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Server } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { joinedVerdicts, judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { plainRefusal } from '../lib/plain-refusal.ts'
import { judgeReplies, meaningHere, quotedReply } from '../lib/replies.ts'
import { providersBehind, signInReplyLine, usesPassword } from '../lib/signing-in.ts'
import { basicAuthRetired } from './basic-auth-retired.ts'

export const appPasswordNeeded: Cause = {
  id: 'app-password-needed',
  title: say('The account needs an app password.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 10_000,
  shadowedBy: () => [basicAuthRetired],
  judge: (chart) =>
    joinedVerdicts([
      judgeReplies(signInReplyLine(chart, appPasswordNeeded.id)),
      judgeServers(chart, (role, server) => judge(chart, role, server)),
    ]),
  explain: (chart) => ({
    plain: say(
      'This provider does not let mail apps in with the account’s normal password. It wants a special password for the app, which you make on the provider’s website, or its own sign-in window.',
    ),
    details: signInReplyLine(chart, appPasswordNeeded.id)?.advice ?? [],
  }),
}

/** A plain "wrong password" from a provider that takes no normal passwords at all. */
function judge(chart: Chart, role: Role, server: Server): Verdict {
  const tried = chart.fact(signIn)?.[role]
  if (tried?.outcome !== 'refused' || !usesPassword(server)) return absent
  const means = tried.reply && meaningHere(chart, tried.reply)?.means
  if (means === null || (means !== undefined && means !== plainRefusal)) return absent
  const strict = providersBehind(chart, server).find(
    ({ appPassword }) => appPassword === 'required' || appPassword === 'required-without-oauth',
  )
  if (!strict) return absent
  return present(
    0.85 * roleWeight(role),
    [
      tried.reply ? quotedReply(tried.reply, chart) : say('{host} refused the sign-in', { host: verbatim(tried.host) }),
      say('{name} takes app passwords only', { name: verbatim(strict.name) }),
    ],
    [say('An app password that was mistyped or withdrawn is refused in the same words')],
  )
}
