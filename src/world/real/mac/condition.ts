import type { MacVersion, Power } from '../../../core/mac-powers.ts'
import type { RunProgram } from '../run.ts'
import { parseLowPower, parsePowerSource } from './parse/pmset.ts'
import { parseVersion } from './parse/sw-vers.ts'
import { askTool, tools } from './tools.ts'

export async function readPower(run: RunProgram, signal: AbortSignal): Promise<Power> {
  const [source = 'unknown', lowPower] = await Promise.all([
    askTool(run, [tools.pmset, '-g', 'batt'], parsePowerSource, signal),
    askTool(run, [tools.pmset, '-g'], parseLowPower, signal),
  ])
  return { source, ...(lowPower === undefined ? {} : { lowPower }) }
}

export async function readVersion(run: RunProgram, signal: AbortSignal): Promise<MacVersion> {
  return (await askTool(run, [tools.swVers], parseVersion, signal)) ?? {}
}
