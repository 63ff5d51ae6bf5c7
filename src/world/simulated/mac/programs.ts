import type { Looked, Programs, ScriptAnswer, Signature } from '../../../core/mac.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import type { Situation } from '../situation.ts'
import { installed, type MailApp, mailApps } from './mail-apps.ts'
import { isGranted } from './permissions.ts'
import { preferencesOf } from './preferences.ts'
import { Processes } from './processes.ts'
import { type ScriptedStores, scriptText } from './script-text.ts'
import { socketsOf } from './sockets.ts'

const missing: Looked<never> = { seen: false, why: 'missing' }

/** The programs of a scene. `stores`: what the apps keep, for the scripts that ask them. */
export function simulatedPrograms(situation: () => Situation, stores: ScriptedStores, clock: Clock): Programs {
  const processes = new Processes()
  const apps = () => mailApps(situation().scene)
  // Ids are given out in the order of starting, so everybody must be asked before one is looked for.
  const appWith = (pid: number): MailApp | undefined => {
    const process = processes.running(situation().scene).find((each) => each.pid === pid)
    return apps().find((app) => app.process === process?.name)
  }
  return {
    running: async () => ({ seen: true, value: processes.running(situation().scene) }),
    sockets: async (pid) => {
      const app = appWith(pid)
      return { seen: true, value: app ? socketsOf(app, situation()) : [] }
    },
    app: async (bundle) => {
      const app = installed(apps(), bundle)
      return app ? { seen: true, value: app } : missing
    },
    signature: async ({ path }) => signatureOf(apps().find((app) => app.path === path)),
    preference: async (domain, key) => {
      const value = preferencesOf(apps(), domain).get(key)
      return value === undefined ? missing : { seen: true, value }
    },
    script: async (name, args, within, signal) => {
      const app = apps().find((each) => name.startsWith(each.app))
      if (!app?.running) return { outcome: 'not-running', number: -600 }
      if (!isGranted(situation().scene, 'automation')) return { outcome: 'refused', number: -1743 }
      if (app.answers === 'no' || app.answers === 'dialog') return timeout(clock, within, signal)
      if (app.answers === 'garbage') return { outcome: 'answered', text: 'missing value\n' }
      return { outcome: 'answered', text: scriptText(name, args, app, stores) }
    },
  }
}

/** errAETimeout: also what an app gives that waits for a person to close a window. */
async function timeout(clock: Clock, within: Millis, signal: AbortSignal): Promise<ScriptAnswer> {
  await clock.wait(within, signal)
  return { outcome: 'timeout', number: -1712 }
}

function signatureOf(app: MailApp | undefined): Signature {
  if (!app) return { is: 'unknown', why: 'The app is not installed.' }
  return app.damaged?.includes('installation')
    ? { is: 'broken', line: 'a sealed resource is missing or invalid' }
    : { is: 'intact' }
}
