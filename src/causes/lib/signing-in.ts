import type { Chart } from '../../core/chart.ts'
import type { Role, Server } from '../../core/mail.ts'
import type { Sentence } from '../../core/sentence.ts'
import { type Provider, providersOfHost } from '../../knowledge/providers.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'
import { sendingRights } from '../../probes/sign-in/sending-rights.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { type MatchedReply, matchedReplies } from './replies.ts'

/** What the judges of signing in ask of a chart. Nothing here decides a cause. */

/** Words about signing in, except of a server that accepts the sign-in now: those are over. */
export function signInReplyLine(chart: Chart, id: string): MatchedReply | undefined {
  return matchedReplies(chart, id, (role) => !signedIn(chart, role))
}

export function signedIn(chart: Chart, role: Role): boolean {
  if (chart.fact(signIn)?.[role]?.outcome === 'accepted') return true
  return role === 'outgoing' && chart.fact(sendingRights)?.signedIn === true
}

/** A sign-in there was accepted before, as far as is remembered. */
export function wasSignedIn(chart: Chart, role: Role): boolean {
  return chart.past.last(signIn, 'good')?.fact[role]?.outcome === 'accepted'
}

/** How access for mail apps is switched on at the provider of a server, where it is off until then. */
export function accessSwitchOf(chart: Chart, server: Server): Sentence | undefined {
  return providersBehind(chart, server).find(({ switchedOn }) => switchedOn !== null)?.switchedOn ?? undefined
}

/** Every provider that may stand behind a server: several share one host, and the account's domain tells them apart. */
export function providersBehind(chart: Chart, { host }: Server): readonly Provider[] {
  const sharing = providersOfHost(host)
  const published = chart.fact(publishedSettings)?.provider?.id
  const settled = sharing.filter(({ id }) => id === published)
  return settled.length > 0 ? settled : sharing
}

/** The mail app signs in with a password there, or may, as far as it is known. */
export function usesPassword({ auth, furtherAuth = [] }: Server): boolean {
  return auth === undefined || [auth, ...furtherAuth].some((way) => way === 'password' || way === 'cram-md5')
}
