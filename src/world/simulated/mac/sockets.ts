import type { ClientSocket } from '../../../core/mac-powers.ts'
import type { Server } from '../../../core/mail.ts'
import type { ResolvedScene } from '../resolved-scene.ts'
import { familyOf, sceneServers } from '../scene-hosts.ts'
import type { SceneApp } from '../schema/apps.ts'
import { systemResolver } from '../system-resolver.ts'
import type { SimulatedMailApp } from './mail-app.ts'

type Told = NonNullable<SceneApp['sockets']>[number]

// As lsof spells them.
const spelling: Record<Exclude<Told['state'], 'none'>, string> = {
  established: 'ESTABLISHED',
  'syn-sent': 'SYN_SENT',
  'close-wait': 'CLOSE_WAIT',
}

/** The connections of a mail app: as the scene has them, or what an app that runs normally would have in this world. */
export function socketsOf(app: SimulatedMailApp, resolved: ResolvedScene): ClientSocket[] {
  if (!app.running) return []
  if (app.sockets) return app.sockets.flatMap((told) => toldSocket(told, resolved))
  return app.accounts
    .filter(({ email }) => app.offline !== true && !app.offlineAccounts?.includes(email))
    .flatMap((account) => sceneServers(account).flatMap((server) => usualSocket(server, account.email, resolved)))
}

function toldSocket({ host, port, state }: Told, resolved: ResolvedScene): ClientSocket[] {
  const address = addressOf(host, port, resolved)
  return state === 'none' || address === undefined ? [] : [{ address, port, state: spelling[state] }]
}

/** A mail app stays connected to where mail comes from, and calls where it goes to only while something waits. */
function usualSocket({ protocol, host, port }: Server, email: string, resolved: ResolvedScene): ClientSocket[] {
  const address = addressOf(host, port, resolved)
  const { outbox = [], account } = resolved.scene
  const waits = outbox.some((message) => message.state === 'waiting' && (message.account ?? account.email) === email)
  if (address === undefined || (protocol === 'smtp' && !waits)) return []
  const fate = resolved.reachability(address, port)
  if (fate === 'silent') return [{ address, port, state: 'SYN_SENT' }]
  return fate === 'open' || fate === 'slow' ? [{ address, port, state: 'ESTABLISHED' }] : []
}

/** Of the addresses that the system looks up, the first that can be reached, IPv6 before IPv4 (RFC 8305). */
function addressOf(host: string, port: number, { names, reachability }: ResolvedScene): string | undefined {
  const { told } = names(systemResolver)(host)
  const addresses =
    typeof told === 'string' ? [] : [...told.addresses].sort((one, other) => familyOf(other) - familyOf(one))
  return addresses.find((address) => ['open', 'slow'].includes(reachability(address, port))) ?? addresses[0]
}
