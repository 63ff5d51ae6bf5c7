import type { ActionResult } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import {
  type ConnectionService,
  parseConnectionServices,
  parseConnectionStatus,
} from '../mac/parse/connection-services.ts'
import { askTool, tools } from '../mac/tools.ts'
import type { RunProgram } from '../run.ts'
import { didNotRun, done, notDone } from './done.ts'

const vpnTimeoutMs: Millis = 20_000
const pause: Millis = 500

/** Starts or stops a VPN that the system lists, by the identifier it has there: a name may be anything. */
export async function setVpn(
  { run, clock }: { run: RunProgram; clock: Clock },
  name: string,
  connected: boolean,
  signal: AbortSignal,
): Promise<ActionResult> {
  const services = (await askTool(run, [tools.scutil, '--nc', 'list'], parseConnectionServices, signal)) ?? []
  const service = services.find((one) => one.name === name || harmless(one.name, 60) === name)
  const id = service && identifierOf(service)
  if (id === undefined) return notDone('missing', say('macOS does not list a VPN of that name.'))
  const ran = await run(tools.scutil, ['--nc', connected ? 'start' : 'stop', id], { signal, timeoutMs: 10_000 })
  signal.throwIfAborted()
  if ('failed' in ran) return didNotRun(ran, 'scutil')
  if (ran.code !== 0) return notDone('refused', say('macOS did not take the request.'))
  const end = clock.elapsed() + vpnTimeoutMs
  for (;;) {
    const status = await askTool(run, [tools.scutil, '--nc', 'status', id], parseConnectionStatus, signal)
    if (status?.connected === connected) return done
    if (clock.elapsed() >= end)
      return notDone('timeout', connected ? say('It did not connect.') : say('It did not disconnect.'))
    await clock.wait(pause, signal)
  }
}

function identifierOf({ id }: ConnectionService): string | undefined {
  return /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i.test(id) ? id : undefined
}
