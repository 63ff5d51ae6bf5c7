import { knownClient } from '../../../clients/known-clients.ts'
import type { Firewall } from '../../../core/mac-powers.ts'
import type { ClientId } from '../../../core/mail.ts'
import type { RunProgram } from '../run.ts'
import { parseAppBlocked, parseFirewall } from './parse/firewall.ts'
import { askTool, tools } from './tools.ts'

/** Asked without being an administrator, which macOS 15 does not always answer. */
export async function readFirewall(run: RunProgram, client: ClientId, signal: AbortSignal): Promise<Firewall> {
  const state = await askTool(run, [tools.socketfilterfw, '--getglobalstate'], parseFirewall, signal)
  const path = knownClient(client)?.path
  const app = path && (await askTool(run, [tools.socketfilterfw, '--getappblocked', path], parseAppBlocked, signal))
  return { state: state?.state ?? 'unknown', client: app || 'unknown' }
}
