import type { MacVersion, Power } from '../../../core/mac.ts'
import type { Run } from '../run.ts'
import { parseLowPower, parsePowerSource } from './parse/pmset.ts'
import { parseVersion } from './parse/sw-vers.ts'
import { ask, tools } from './tools.ts'

export async function readPower(run: Run, signal: AbortSignal): Promise<Power> {
  const [source = 'unknown', lowPower] = await Promise.all([
    ask(run, [tools.pmset, '-g', 'batt'], parsePowerSource, signal),
    ask(run, [tools.pmset, '-g'], parseLowPower, signal),
  ])
  return { source, ...(lowPower === undefined ? {} : { lowPower }) }
}

export async function readVersion(run: Run, signal: AbortSignal): Promise<MacVersion> {
  return (await ask(run, [tools.swVers], parseVersion, signal)) ?? {}
}
