import { authMethodMismatch } from '../../causes/sign-in/auth-method-mismatch.ts'
import { signInNotSent } from '../../causes/sign-in/sign-in-words.ts'
import type { Chart } from '../../core/chart.ts'
import { type AuthMethod, type Role, roles } from '../../core/mail.ts'
import type { Action, Guide, RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { openingApp } from '../lib/app-places.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { settingsAct } from '../lib/settings/act.ts'
import type { SettingsReceipt, Wish } from '../lib/settings/change.ts'
import { dangersOf, isTold } from '../lib/settings/fitting.ts'
import { settingsByHand, whyByHand } from '../lib/settings/keeper.ts'
import { saslKeywords } from '../lib/settings/safety.ts'
import { authWords } from '../lib/settings/words.ts'
import { purposeOfRole } from '../lib/working-servers.ts'

const treats = () => [authMethodMismatch, signInNotSent]

export const setAuthMethod: Action<SettingsReceipt> = settingsAct({
  id: 'set-auth-method',
  label: say('Choose another way to sign in'),
  treats,
  wishes,
})

export const setAuthMethodByHand: Guide = {
  id: 'set-auth-method-by-hand',
  kind: 'guide',
  byHand: settingsByHand,
  label: say('Choose the way to sign in by hand'),
  risk: 1,
  treats,
  fits: ({ chart }) => ways(chart).length > 0,
  guide(context) {
    const found = ways(context.chart)
    return {
      steps: [
        ...whyByHand(context),
        ...serverSteps(
          context,
          found.map(({ role }) => role),
          'authentication',
        ),
      ],
      values: found.map(({ role, way }) => ({
        name: say('Way to sign in for {purpose}', { purpose: purposeOfRole[role] }),
        value: way,
      })),
      ...openingApp(context),
    }
  },
}

/** As for receiving where that is offered, for it is the same person; and never less than the server takes by TLS. */
function wishes(context: RemedyContext): Wish[] {
  const { chart, account } = context
  const found = ways(chart).map(({ role }) => {
    if (account[role]?.auth === undefined) return undefined
    const auth = chart.fact(capabilities)?.[role]?.auth ?? []
    const tried = { secured: true, trustworthy: true, auth }
    const known: (AuthMethod | undefined)[] = [role === 'outgoing' ? account.incoming?.auth : undefined, ...settable]
    return known
      .filter((method) => method !== undefined)
      .filter((method) => saslKeywords[method].some((name) => auth.includes(name)))
      .map((method): Wish => ({ of: role, to: { auth: method } }))
      .find((wish) => isTold(wish, context) && dangersOf(wish, context, tried) === undefined)
  })
  return found.includes(undefined) ? [] : found.filter((wish) => wish !== undefined)
}

const settable: readonly AuthMethod[] = ['password', 'cram-md5', 'kerberos', 'ntlm']

/** What a server offers, as mail apps call it. A sign-in window is no setting: that account is signed in anew. */
const offered: readonly { name: string; way: Sentence }[] = [
  { name: 'PLAIN', way: authWords.password },
  { name: 'LOGIN', way: authWords.password },
  { name: 'CRAM-MD5', way: authWords['cram-md5'] },
  { name: 'GSSAPI', way: authWords.kerberos },
  { name: 'NTLM', way: authWords.ntlm },
]

/** Nothing where the server offers just what is set already: then it is not the setting. */
function ways(chart: Chart): { role: Role; way: Sentence }[] {
  return roles.flatMap((role) => {
    const own = chart.account[role]
    const offers = chart.fact(capabilities)?.[role]?.auth ?? []
    const secured = chart.fact(encryption)?.[role]?.outcome === 'secured'
    const already = own?.auth !== undefined && saslKeywords[own.auth].some((name) => offers.includes(name))
    if (!own || !secured || already || (own.auth === undefined && role === 'incoming')) return []
    const best = offered.find(({ name }) => offers.includes(name))
    return best ? [{ role, way: best.way }] : []
  })
}
