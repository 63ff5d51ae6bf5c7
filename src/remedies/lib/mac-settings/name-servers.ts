import type { ActOptions, Undo } from '../../../core/remedy.ts'
import { render } from '../../../core/render.ts'
import { type Sentence, say, verbatim } from '../../../core/sentence.ts'
import type { World } from '../../../core/world.ts'
import { literalOf } from '../../../probes/lib/host-name.ts'
import { orFail } from '../app-control.ts'
import { type OfService, orNotKept, settingNow } from './connection.ts'

/** Which name servers were entered by hand, and which are to be; none: those that the network gives. */
export interface NameServersReceipt extends OfService {
  were: readonly string[]
  become: readonly string[]
}

export async function enterNameServers(
  world: World,
  { interface: name, become }: NameServersReceipt,
  { signal, report }: ActOptions,
): Promise<void> {
  await set(world, { interface: name }, become, 'enter', signal, report)
}

export const undoNameServers: Undo<NameServersReceipt> = {
  async stands(world, before, signal) {
    const now = await settingNow(world, before, 'nameServers', signal)
    return now && { fingerprint: now.join(' ') || 'none', sentence: toldOf(now) }
  },
  async putBack(world, before, { signal, report }) {
    await set(world, before, before.were, 'back', signal, report)
  },
}

async function set(
  world: World,
  of: OfService,
  servers: readonly string[],
  way: keyof typeof reasons,
  signal: AbortSignal,
  report: ActOptions['report'],
): Promise<void> {
  report(say('Waiting for the administrator’s password.'))
  const command = { command: 'set-name-servers', interface: of.interface, servers } as const
  orFail(await world.hands.admin(command, render(reasons[way]), signal), notChanged)
  const now = await settingNow(world, of, 'nameServers', signal)
  orNotKept(now?.join(' ') === servers.join(' '), notChanged)
}

const notChanged = say('The name servers were not changed.')

const reasons = {
  enter: say('Outbox Doctor wants to change which name servers this Mac asks.'),
  back: say('Outbox Doctor wants to put back which name servers this Mac asks.'),
}

export function toldOf(servers: readonly string[]): Sentence {
  return servers.length === 0
    ? say('This Mac asks the name servers that the network gives.')
    : say('Name servers entered by hand: {servers}', { servers: verbatim(servers.join(', ')) })
}

export function areAddresses(servers: readonly string[]): boolean {
  return servers.length > 0 && servers.every((server) => literalOf(server) !== undefined)
}
