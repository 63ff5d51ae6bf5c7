import { mailClients } from '../../../clients/index.ts'
import { scriptedClients } from '../../../clients/known-clients.ts'
import type { Files, PermissionState, Permissions, Process, ReadResult } from '../../../core/mac-powers.ts'
import type { Automation } from './automation.ts'
import { type AutomationTarget, automationTarget } from './automation-targets.ts'
import { loadPermissionAddon, type PermissionAddon } from './permission-addon.ts'

/** Who tells how permissions stand. */
export interface PermissionSources {
  files: Files
  running(signal: AbortSignal): Promise<ReadResult<readonly Process[]>>
  /** Our own addon; without it Automation is told by what came of the last script. */
  automation?: Pick<Automation, 'state'> | undefined
  /** What the last script that was sent to a mail app found out. */
  lastAnswer?(app: AutomationTarget): PermissionState
  /** Whether this process may use menus, told by whoever it runs in. */
  isTrusted?: (() => boolean) | undefined
  /** Starts System Events, without a window: the system tells nothing of a program that does not run. */
  wakeSystemEvents?(signal: AbortSignal): Promise<void>
  load?(): Promise<PermissionAddon | undefined>
}

/** The state of each permission, without ever raising a prompt; `unknown` where that cannot be had so. */
export async function readPermissions(sources: PermissionSources, signal: AbortSignal): Promise<Permissions> {
  const { files, running, isTrusted, load = loadPermissionAddon } = sources
  const [addon, processes, tried] = await Promise.all([load(), running(signal), readDiskAccess(files, signal)])
  const runs = (app: AutomationTarget) => {
    const program = automationTarget(app)?.program
    return program !== undefined && processes.seen && processes.value.some(({ path }) => path?.endsWith(program))
  }
  const accessibility = isTrusted ? yesOrNo(isTrusted()) : (addon?.accessibility() ?? 'unknown')
  const [apps, systemEvents] = await Promise.all([
    Promise.all(scriptedClients.map(({ id }) => automationOf(id, runs, sources, signal))),
    // Not every app is looked at by its menus.
    accessibility === 'granted' && mailClients.some(({ id, menu }) => menu && runs(id))
      ? automationOfMenus(runs, sources, signal)
      : automationOf('system-events', runs, sources, signal),
  ])
  return {
    fullDiskAccess: tried === 'unknown' ? (addon?.fullDiskAccess() ?? tried) : tried,
    automation: Object.fromEntries(scriptedClients.map(({ id }, index) => [id, apps[index] ?? 'unknown'])),
    systemEvents,
    accessibility,
    // Only the app itself, once it is signed and running, is told about its own.
    notifications: 'unknown',
    localNetwork: 'unknown',
  }
}

type Runs = (app: AutomationTarget) => boolean

async function automationOf(app: AutomationTarget, runs: Runs, sources: PermissionSources, signal: AbortSignal) {
  const { automation, lastAnswer } = sources
  const bundle = automationTarget(app)?.bundle
  const told = automation && bundle !== undefined && runs(app) ? await automation.state(bundle, signal) : 'unknown'
  return told === 'unknown' ? (lastAnswer?.(app) ?? told) : told
}

/** System Events ends by itself when nobody needs it; whoever has our menus in mind needs it. */
async function automationOfMenus(runs: Runs, sources: PermissionSources, signal: AbortSignal) {
  if (!sources.automation) return automationOf('system-events', runs, sources, signal)
  if (!runs('system-events')) await sources.wakeSystemEvents?.(signal)
  return automationOf('system-events', () => true, sources, signal)
}

/** Who is not trusted may have been refused or never asked: macOS tells both alike, and its list takes both. */
const yesOrNo = (trusted: boolean): PermissionState => (trusted ? 'granted' : 'refused')

/** By really trying: the system guards listing, so that a file's mere presence proves nothing. */
async function readDiskAccess(files: Files, signal: AbortSignal): Promise<PermissionState> {
  for (const place of ['~/Library/Mail', '~/Library/Accounts', '~/Library/Safari']) {
    const looked = await files.list(place, signal)
    if (looked.seen) return 'granted'
    if (looked.why === 'forbidden') return 'refused'
  }
  return 'unknown'
}
