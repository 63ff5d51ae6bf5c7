import { clientOfScript } from '../../../clients/known-clients.ts'
import type {
  InstalledApp,
  Programs,
  ReadResult,
  ScriptAnswer,
  ScriptName,
  Signature,
} from '../../../core/mac-powers.ts'
import { say } from '../../../core/sentence.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { mailBridgeOf } from '../../../knowledge/mail-bridges.ts'
import type { ResolvedScene } from '../resolved-scene.ts'
import type { Scene } from '../scene.ts'
import type { SimulatedMailApp } from './mail-app.ts'
import { installedApp, simulatedMailApps } from './mail-apps.ts'
import { permissionStateOf } from './permissions.ts'
import { preferencesOf } from './preferences.ts'
import { Processes, simulatedBridgePath } from './processes.ts'
import type { ScriptedStores } from './script-rows.ts'
import { scriptText } from './script-text.ts'
import { socketsOf } from './sockets.ts'
import { unlessAborted } from './unless-aborted.ts'

/** The programs of a scene. `stores`: what the apps keep, for the scripts that ask them. */
export function simulatedPrograms(resolved: () => ResolvedScene, stores: ScriptedStores, clock: Clock): Programs {
  const processes = new Processes()
  const apps = () => simulatedMailApps(resolved().scene)
  // Ids are given out in the order of starting, so everybody must be asked before one is looked for.
  const appWith = (pid: number): SimulatedMailApp | undefined => {
    const process = processes.running(resolved().scene).find((each) => each.pid === pid)
    return apps().find((app) => app.process === process?.name)
  }
  const scriptAnswer = (name: ScriptName, args: readonly string[], timeoutMs: Millis, signal: AbortSignal) => {
    const app = apps().find((each) => clientOfScript(name)?.id === each.app)
    if (!app?.running) return { outcome: 'not-running', number: -600 } as const
    const automation = permissionStateOf(resolved().scene, 'automation')
    if (automation === 'not-asked') return { outcome: 'not-asked-yet', number: -1744 } as const
    if (automation === 'refused') return { outcome: 'refused', number: -1743 } as const
    if (app.answers === 'no' || app.answers === 'dialog') return timeout(clock, timeoutMs, signal)
    const text = app.answers === 'garbage' ? 'missing value\n' : scriptText(name, args, app, stores)
    return { outcome: 'answered', text } as const
  }
  return {
    running: (signal) => unlessAborted(signal, () => seen(processes.running(resolved().scene))),
    sockets: (pid, signal) =>
      unlessAborted(signal, () => {
        const app = appWith(pid)
        return seen(app ? socketsOf(app, resolved()) : [])
      }),
    listeners: (port, signal) =>
      unlessAborted(signal, () => {
        const { scene } = resolved()
        const names = (scene.mac?.listeners ?? []).flatMap((one) => (one.port === port ? [one.name] : []))
        return seen(processes.running(scene).filter(({ name, path }) => path !== undefined && names.includes(name)))
      }),
    app: (bundle, signal) =>
      unlessAborted(signal, () => orMissing(installedApp(apps(), bundle) ?? bridgeOf(resolved().scene, bundle))),
    signature: ({ path }, signal) => unlessAborted(signal, () => signatureOf(apps().find((app) => app.path === path))),
    preference: (domain, key, signal) => unlessAborted(signal, () => orMissing(preferencesOf(apps(), domain).get(key))),
    script: (name, args, timeoutMs, signal) => unlessAborted(signal, () => scriptAnswer(name, args, timeoutMs, signal)),
  }
}

function bridgeOf({ mac }: Scene, bundle: string): InstalledApp | undefined {
  const bridge = mac?.bridges?.find(({ name }) => name === mailBridgeOf(bundle)?.name)
  return bridge && { path: simulatedBridgePath(bridge.name) }
}

function seen<T>(value: T): ReadResult<T> {
  return { seen: true, value }
}

function orMissing<T>(value: T | undefined): ReadResult<T> {
  return value === undefined ? { seen: false, why: 'missing' } : seen(value)
}

/** errAETimeout: also what an app gives that waits for a person to close a window. */
async function timeout(clock: Clock, timeoutMs: Millis, signal: AbortSignal): Promise<ScriptAnswer> {
  await clock.wait(timeoutMs, signal)
  return { outcome: 'timeout', number: -1712 }
}

function signatureOf(app: SimulatedMailApp | undefined): Signature {
  if (!app) return { is: 'unknown', why: say('The app is not installed.') }
  return app.damaged?.includes('installation')
    ? { is: 'broken', line: 'a sealed resource is missing or invalid' }
    : { is: 'intact' }
}
