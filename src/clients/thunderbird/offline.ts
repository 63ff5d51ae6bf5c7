import type { Process } from '../../core/mac-powers.ts'
import type { MailMac } from '../client.ts'
import { type Prefs, prefNumber } from './prefs.ts'

/** `offline.startup_state`: as it was when it quit, and always offline. */
const asBefore = 0
const alwaysOffline = 3

/**
 * Whether it works offline, which it writes down only when it quits (`network.online`, mailnews/extensions/
 * offline-startup). While it runs, a connection proves that it is online; that it has none and was started offline, that
 * it still is. `undefined` where neither is seen. Connections are looked at only where it matters.
 */
export async function isThunderbirdOffline(
  prefs: Prefs,
  process: Process | null | undefined,
  waiting: boolean,
  { programs }: MailMac,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  if (!process || !waiting) return undefined
  const sockets = await programs.sockets(process.pid, signal)
  if (!sockets.seen) return undefined
  const outside = sockets.value.filter(({ address }) => !/^(127\.|::1$|::ffff:127\.)/.test(address))
  if (outside.length > 0) return false
  return startedOffline(prefs) ? true : undefined
}

function startedOffline(prefs: Prefs): boolean {
  const state = prefNumber(prefs, 'offline.startup_state')
  return state === alwaysOffline || (state === asBefore && prefs.get('network.online') === false)
}
