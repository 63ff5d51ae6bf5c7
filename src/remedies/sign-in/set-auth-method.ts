import { authMethodMismatch } from '../../causes/sign-in/auth-method-mismatch.ts'
import { signInNotSent } from '../../causes/sign-in/sign-in-words.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, roles } from '../../core/mail.ts'
import type { Guide } from '../../core/remedy.ts'
import { foreignName, type Sentence, say } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { openingApp } from '../lib/app-places.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { purposeOfRole } from '../lib/working-servers.ts'

export const setAuthMethod: Guide = {
  id: 'set-auth-method',
  kind: 'guide',
  label: say('Choose another way to sign in'),
  risk: 1,
  treats: () => [authMethodMismatch, signInNotSent],
  fits: ({ chart }) => ways(chart).length > 0,
  guide(context) {
    const found = ways(context.chart)
    return {
      steps: serverSteps(
        context,
        found.map(({ role }) => role),
        'authentication',
      ),
      values: found.map(({ role, way }) => ({
        name: say('Way to sign in for {purpose}', { purpose: purposeOfRole[role] }),
        value: way,
      })),
      ...openingApp(context),
    }
  },
}

/** What a server offers, as mail apps call it. A sign-in window is no setting: that account is signed in anew. */
const offered: readonly { name: string; way: Sentence }[] = [
  { name: 'PLAIN', way: say('Password') },
  { name: 'LOGIN', way: say('Password') },
  { name: 'CRAM-MD5', way: foreignName('MD5 Challenge-Response') },
  { name: 'GSSAPI', way: foreignName('Kerberos') },
  { name: 'NTLM', way: foreignName('NTLM') },
]

/** Nothing where the server offers just what is set already: then it is not the setting. */
function ways(chart: Chart): { role: Role; way: Sentence }[] {
  return roles.flatMap((role) => {
    const own = chart.account[role]
    const offers = chart.fact(capabilities)?.[role]?.auth ?? []
    const secured = chart.fact(encryption)?.[role]?.outcome === 'secured'
    const already = own?.auth !== undefined && (words[own.auth] ?? []).some((name) => offers.includes(name))
    if (!own || !secured || already || (own.auth === undefined && role === 'incoming')) return []
    const best = offered.find(({ name }) => offers.includes(name))
    return best ? [{ role, way: best.way }] : []
  })
}

const words: Readonly<Record<string, readonly string[]>> = {
  password: ['PLAIN', 'LOGIN'],
  oauth2: ['XOAUTH2', 'OAUTHBEARER'],
  'cram-md5': ['CRAM-MD5'],
  ntlm: ['NTLM'],
  kerberos: ['GSSAPI'],
}
