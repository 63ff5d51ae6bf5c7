import type { ClientSettings } from '../../../clients/client-settings.ts'
import { knownClient } from '../../../clients/known-clients.ts'
import { clientOf } from '../../../core/client.ts'
import type { RemedyContext } from '../../../core/remedy.ts'
import type { Sentence } from '../../../core/sentence.ts'
import type { ServerTrial } from '../../../probes/lib/try-server.ts'
import { publishedSettings } from '../../../probes/server/published-settings.ts'
import { serverAsWished, type Wish } from './change.ts'
import { dangerOf } from './safety.ts'

/** Where one box stands for both kinds of encryption, the port has to tell which. */
export function isTold(wish: Wish, context: RemedyContext): boolean {
  const settings = clientSettingsOf(context)
  if (!settings || wish.of === 'account') return settings !== undefined
  const then = serverAsWished(context.account, wish)
  if (!then || then.protocol === 'exchange') return false
  const isKind = wish.to.security === undefined && wish.to.port === undefined
  return (
    (isKind || settings.securityOn(then.port) === then.security) &&
    (!wish.to.auth || settings.authWord(wish.to.auth) !== undefined)
  )
}

export function clientSettingsOf(context: RemedyContext): ClientSettings | undefined {
  return knownClient(clientOf(context))?.settings
}

export function dangersOf(wish: Wish, { account, chart }: RemedyContext, tried?: ServerTrial): Sentence | undefined {
  if (wish.of === 'account') return undefined
  const then = serverAsWished(account, wish)
  if (!then) return undefined
  // A way to sign in that stays as it is, is no change.
  const { auth: _, ...to } = then
  const vouched = chart.fact(publishedSettings)?.vouched ?? []
  const { auth } = wish.to
  return dangerOf({ from: account[wish.of], to: { ...to, ...(auth && { auth }) }, vouched, ...(tried && { tried }) })
}
