import type { ActionResult } from '../../../core/hands.ts'
import { isInterfaceName } from '../../../core/network.ts'
import { foreignName, say } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import { tools } from '../mac/tools.ts'
import type { RunProgram } from '../run.ts'
import { didNotRun, done, notDone } from './done.ts'

/** Turns the switch of an interface's Wi-Fi. The tool ends 0 with what stood against it as its text. */
export async function setWifi(run: RunProgram, name: string, on: boolean, signal: AbortSignal): Promise<ActionResult> {
  if (!isInterfaceName(name)) return notDone('failed', say('A value is not of the kind that it must be.'))
  const ran = await run(tools.networksetup, ['-setairportpower', name, on ? 'on' : 'off'], {
    signal,
    timeoutMs: 20_000,
  })
  signal.throwIfAborted()
  if ('failed' in ran) return didNotRun(ran, 'networksetup')
  const said = harmless(`${ran.stdout} ${ran.stderr}`.trim(), 200)
  if (ran.code === 0 && said === '') return done
  return notDone('refused', said === '' ? undefined : foreignName(said))
}
