import type { Role, Server } from '../../../core/mail.ts'
import type { RemedyContext } from '../../../core/remedy.ts'
import type { Wish } from './change.ts'
import { dangersOf, isTold } from './fitting.ts'

type Place = Pick<Server, 'host' | 'port' | 'security'>

/** The first of these places that the app can be told and that nothing speaks against, whole, so that none of it is left as it was by chance. */
export function firstSafe(role: Role, places: readonly Place[], context: RemedyContext): Wish | undefined {
  return places
    .map(({ host, port, security }): Wish => ({ of: role, to: { host, port, security } }))
    .find((wish) => isTold(wish, context) && dangersOf(wish, context) === undefined)
}
