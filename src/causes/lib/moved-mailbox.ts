import { absent, present, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { domainOf, roles } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { isServerOf, type Provider, providerNow, providersOfHost } from '../../knowledge/providers.ts'
import { mailRecords } from '../../probes/names/mail-records.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { accessSwitchedOff } from '../sign-in/access-switched-off.ts'
import { appPasswordNeeded } from '../sign-in/app-password-needed.ts'
import { passwordRefused } from '../sign-in/password-refused.ts'
import { signedIn } from './signing-in.ts'
import { overdueMessages } from './waiting-mail.ts'

/** Where the mailbox of the address is now, while the account still asks somebody else's servers for it. */
export interface MovedMailbox {
  to: Provider
  exchange: string
}

/** Own domains fetch their mail where it is delivered; who only sends through somebody else has moved nowhere. */
export function movedMailbox(chart: Chart): MovedMailbox | undefined {
  const { email, incoming, outgoing } = chart.account
  const set = incoming ?? outgoing
  const [best] = chart.fact(mailRecords)?.mx ?? []
  if (!best || !set || set.protocol === 'exchange') return undefined
  const to = providerNow(domainOf(email), best.exchange)
  const takesMail = to?.mxSuffixes.some((suffix) => isUnder(best.exchange, suffix))
  if (!to || !takesMail || isServerOf(to, set.host)) return undefined
  // Hosters let their customers give servers names of their own. Who has a sign-in page of its own does not.
  if (providersOfHost(set.host).length === 0 && !to.auth.includes('oauth2')) return undefined
  return { to, exchange: best.exchange }
}

function isUnder(host: string, suffix: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return name === suffix || name.endsWith(`.${suffix}`)
}

/** Old servers often answer for years, and refuse: nothing need fail below signing in. */
export function judgeMovedMailbox(chart: Chart): Verdict {
  const found = movedMailbox(chart)
  if (!found || roles.some((role) => signedIn(chart, role))) return absent
  const [server] = roles.flatMap((role) => chart.account[role] ?? [])
  const evidence = [
    say('Mail for {domain} goes to {exchange}, which belongs to {name}', {
      domain: verbatim(domainOf(chart.account.email)),
      exchange: verbatim(found.exchange),
      name: verbatim(found.to.name),
    }),
    say('The account asks {host}, which does not', {
      host: verbatim(chart.account.incoming?.host ?? server?.host ?? ''),
    }),
  ]
  const refusals = [passwordRefused, appPasswordNeeded, accessSwitchedOff].map((cause) => cause.judge(chart))
  const refusal = refusals.find((verdict) => verdict.is === 'present')
  if (refusal) return present(0.96, [...evidence, ...refusal.evidence.slice(0, 2)])
  // With nobody signing in, a mailbox that lives on with the old provider looks the same.
  return overdueMessages(chart).length > 0 && chart.fact(signIn) === undefined ? undecided(signIn) : absent
}
