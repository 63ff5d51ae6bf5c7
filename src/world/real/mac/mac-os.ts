import { homedir } from 'node:os'
import type { NativeAddon } from '../../../../native/index.d.ts'
import type { Log } from '../../../core/log.ts'
import type { MacEvent, MacEventSource } from '../../../core/mac-powers.ts'
import type { Clock } from '../../../core/time.ts'
import type { Mac } from '../../../core/world.ts'
import { type RunProgram, runProgram } from '../run.ts'
import { Automation } from './automation.ts'
import { MacChangeDetector } from './changes.ts'
import { type StartChild, startChild } from './child.ts'
import { readPower, readVersion } from './condition.ts'
import { readNetworkService } from './connection-settings.ts'
import { FullDiskAccess } from './containers.ts'
import { watchEvents } from './events.ts'
import { filesBelow } from './files.ts'
import { readMacFilters } from './filters.ts'
import { readFirewall } from './firewall.ts'
import { LastAnswers } from './last-answers.ts'
import { nativeAddon } from './native.ts'
import { readMacNetwork, readMacRoute } from './network.ts'
import { readNetworkIdentity } from './network-identity.ts'
import { type PermissionSources, readPermissions } from './permissions.ts'
import { macPrograms, type ProgramPlaces } from './programs.ts'
import { SleepLog } from './sleep-log.ts'
import { systemEventsWaker } from './wake-system-events.ts'
import { readWifiSwitch } from './wifi-switch.ts'

export interface MacParts {
  clock: Clock
  /** What any Unix tells. */
  unix: Pick<Mac, 'network' | 'freeSpace'>
  run?: RunProgram
  start?: StartChild
  home?: string
  places?: ProgramPlaces
  /** Whoever is told by the system itself what we notice only afterwards. */
  powerEvents?: MacEventSource
  /** Whoever knows whether this process may use menus, before a package is asked. */
  isTrusted?: () => boolean
  addon?: NativeAddon
  /** Where our own faults are told. */
  log?: Pick<Log, 'error'>
}

/** This Mac, by the system's own tools; what it shows is compared with what it showed before. */
export function macOs(parts: MacParts): Mac {
  const {
    clock,
    unix,
    run = runProgram,
    start = startChild,
    home = homedir(),
    places,
    powerEvents,
    isTrusted,
    addon = nativeAddon(),
    log,
  } = parts
  const changes = new MacChangeDetector()
  const sleepLog = new SleepLog(changes, clock)
  const access = new FullDiskAccess(home, clock)
  const files = filesBelow(home, clock, { mayTouch: (path) => access.allows(path), ...(log && { log }) })
  const programs = macPrograms(run, files, clock, places)
  const answers = new LastAnswers(clock)
  const sources: PermissionSources = {
    files,
    running: programs.running,
    automation: addon && new Automation(addon.automationStatus, clock),
    lastAnswer: (app) => answers.of(app),
    isTrusted,
    wakeSystemEvents: systemEventsWaker(run, clock),
  }
  const noting = <T>(value: T, seen: Parameters<MacChangeDetector['saw']>[0]): T => {
    changes.saw(seen, clock.now())
    return value
  }
  return {
    files,
    programs: {
      ...programs,
      script: async (name, ...asked) => {
        const answer = await programs.script(name, ...asked)
        answers.note(name, answer)
        return answer
      },
      app: async (bundle, signal) => {
        const app = await programs.app(bundle, signal)
        const name = app.seen ? (app.value.path.split('/').at(-1) ?? '').replace(/\.app$/, '') : ''
        return app.seen && app.value.version ? noting(app, { apps: { [name]: app.value.version } }) : app
      },
    },
    network: async (signal) => {
      const network = await readMacNetwork(run, await unix.network(signal), signal)
      return noting(network, { network })
    },
    networkIdentity: (signal) => readNetworkIdentity(run, signal),
    networkService: (name, signal) => readNetworkService(run, name, signal),
    wifiSwitch: (signal) => readWifiSwitch(run, signal),
    routeTo: (address, signal) => readMacRoute(run, address, signal),
    filters: async (signal) => {
      const filters = await readMacFilters(run, signal)
      return noting(filters, { filters })
    },
    firewall: (client, signal) => readFirewall(run, client, signal),
    freeSpace: unix.freeSpace,
    changes: (since) => changes.since(since),
    power: (signal) => readPower(run, signal),
    permissions: (signal) => readPermissions(sources, signal),
    version: async (signal) => {
      const version = await readVersion(run, signal)
      return noting(version, { version })
    },
    watch: (listener) => {
      const note = (event: MacEvent) => {
        if (event.is === 'slept') sleepLog.slept(event.since)
        if (event.is === 'woke') sleepLog.woke()
        listener(event)
      }
      const stop = watchEvents(start, clock, note, addon, log)
      const deafen = powerEvents?.(note)
      return () => {
        stop()
        deafen?.()
      }
    },
  }
}
