import type { ClientSettings } from '../../../clients/client-settings.ts'
import { knownClient } from '../../../clients/known-clients.ts'
import { clientOf } from '../../../core/client.ts'
import type { RemedyContext } from '../../../core/remedy.ts'
import type { Sentence } from '../../../core/sentence.ts'
import type { ServerTrial } from '../../../probes/lib/try-server.ts'
import { publishedSettings } from '../../../probes/server/published-settings.ts'
import { isSwitchOfSignIn, serverAsWished, type Wish } from './change.ts'
import { dangerOf } from './safety.ts'

/** Where one box stands for both kinds of encryption, the port has to tell which. */
export function isTold(wish: Wish, context: RemedyContext): boolean {
  const settings = clientSettingsOf(context)
  if (!settings) return false
  if (wish.of === 'account')
    return settings.takes({ of: 'account', what: 'enabled' in wish.to ? 'enabled' : 'delivery' })
  const then = serverAsWished(context.account, wish)
  if (!then || then.protocol === 'exchange') return false
  const isKind = wish.to.security === undefined && wish.to.port === undefined
  return (
    (isKind || settings.securityOn(then.port) === then.security) &&
    (!wish.to.auth || settings.authWord(wish.to.auth) !== undefined || isSwitched(wish, context, settings))
  )
}

/** An app without words for the ways to sign in may have a switch for doing it at all. */
function isSwitched(wish: Wish, { account }: RemedyContext, settings: ClientSettings): boolean {
  return isSwitchOfSignIn(wish, { outgoing: { signsIn: account.outgoing?.auth !== 'none' } }, settings)
}

export function clientSettingsOf(context: RemedyContext): ClientSettings | undefined {
  return knownClient(clientOf(context))?.settings
}

export function dangersOf(wish: Wish, { account, chart }: RemedyContext, tried?: ServerTrial): Sentence | undefined {
  const vouched = chart.fact(publishedSettings)?.vouched ?? []
  if (wish.of === 'account') {
    if ('enabled' in wish.to) return undefined
    const to = { protocol: 'smtp', ...wish.to.outgoing } as const
    return dangerOf({ from: account.incoming, to, vouched, ...(tried && { tried }) })
  }
  const then = serverAsWished(account, wish)
  if (!then) return undefined
  // A way to sign in that stays as it is, is no change.
  const { auth: _, ...to } = then
  const { auth } = wish.to
  return dangerOf({ from: account[wish.of], to: { ...to, ...(auth && { auth }) }, vouched, ...(tried && { tried }) })
}
