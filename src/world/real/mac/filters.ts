import type { Filter } from '../../../core/network.ts'
import { Unknown } from '../../../core/probe.ts'
import { say } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import { productBehind } from '../../../knowledge/filters.ts'
import type { RunProgram } from '../run.ts'
import { parseKernelExtensions } from './parse/kernel-extensions.ts'
import { parseSystemExtensions, type SystemExtension } from './parse/system-extensions.ts'
import { askTool, tools } from './tools.ts'

/**
 * What is installed and approved, and so may be filtering. Whether a filter is switched on, nothing tells without
 * root; nor are the tunnels of some apps listed.
 */
export async function readMacFilters(run: RunProgram, signal: AbortSignal): Promise<readonly Filter[]> {
  const [extensions, kernel = []] = await Promise.all([
    askTool(run, [tools.systemextensionsctl, 'list'], parseSystemExtensions, signal),
    askTool(run, [tools.kmutil, 'showloaded', '--list-only'], parseKernelExtensions, signal),
  ])
  if (!extensions) throw new Unknown(say('This Mac did not list the programs that may filter its network.'))
  const filters = [...extensions.flatMap(filterOf), ...kernel.flatMap(oldFilterOf)]
  return [...new Map(filters.map((filter) => [`${filter.name} ${filter.kind} ${filter.state}`, filter])).values()]
}

function filterOf(extension: SystemExtension): Filter[] {
  const state = states[extension.state]
  const kind = kinds[extension.category ?? '']
  if (!state || !kind) return []
  const product = productBehind(extension)?.name
  const name = harmless(extension.name || extension.bundle, 60)
  const version = harmless(extension.version, 40)
  return [{ name, state, kind, ...(product === undefined ? {} : { product }), ...(version ? { version } : {}) }]
}

// What is being removed filters no more.
const states: Readonly<Record<string, Filter['state']>> = {
  'activated enabled': 'installed',
  'activated waiting for user': 'waiting',
  'activated disabled': 'disabled',
}

// Drivers and cameras do not filter.
const kinds: Readonly<Record<string, Filter['kind']>> = {
  network_extension: 'network',
  endpoint_security: 'security',
}

/** Kernel extensions are rare since macOS 11; of those, only products known to filter count. */
function oldFilterOf(bundle: string): Filter[] {
  const product = productBehind({ bundle, name: '' })?.name
  return product === undefined ? [] : [{ name: harmless(bundle, 60), state: 'installed', kind: 'network', product }]
}
