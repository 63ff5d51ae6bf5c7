import type { ReadResult } from '../../../core/mac-powers.ts'
import { foreignName } from '../../../core/sentence.ts'
import type { ProgramResult, RunProgram } from '../run.ts'

/** Where macOS keeps the tools that are asked. None of them needs root for what it is asked here. */
export const tools = {
  scutil: '/usr/sbin/scutil',
  route: '/sbin/route',
  arp: '/usr/sbin/arp',
  ifconfig: '/sbin/ifconfig',
  networksetup: '/usr/sbin/networksetup',
  ipconfig: '/usr/sbin/ipconfig',
  systemextensionsctl: '/usr/bin/systemextensionsctl',
  kmutil: '/usr/bin/kmutil',
  ps: '/bin/ps',
  lsof: '/usr/sbin/lsof',
  codesign: '/usr/bin/codesign',
  defaults: '/usr/bin/defaults',
  osascript: '/usr/bin/osascript',
  pmset: '/usr/bin/pmset',
  swVers: '/usr/bin/sw_vers',
  socketfilterfw: '/usr/libexec/ApplicationFirewall/socketfilterfw',
  open: '/usr/bin/open',
  killall: '/usr/bin/killall',
} as const

/** What a parser makes of a tool's output; `undefined` where it did not run or was not understood. */
export async function askTool<T>(
  run: RunProgram,
  [path, ...args]: readonly [string, ...string[]],
  parse: (text: string) => T | undefined,
  signal: AbortSignal,
): Promise<T | undefined> {
  const ran = await run(path, args, { signal })
  signal.throwIfAborted()
  return 'failed' in ran ? undefined : parse(ran.stdout)
}

/** A program that did not run, as a look that gave nothing. */
export function toolFailure(
  ran: Extract<ProgramResult, { failed: string }>,
  tool: string,
): Extract<ReadResult<never>, { seen: false }> {
  const why = ran.failed === 'forbidden' || ran.failed === 'too-long' ? whys[ran.failed] : 'failed'
  return { seen: false, why, detail: foreignName(`${tool}: ${ran.failed}`) }
}

const whys = { forbidden: 'forbidden', 'too-long': 'too-large' } as const
