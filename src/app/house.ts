import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Agent, startAgent } from '../agent.ts'
import type { House } from '../api/answers/server-options.ts'
import type { State } from '../core/state.ts'
import type { World } from '../core/world.ts'
import { outside } from '../knowledge/outside.ts'
import { reportOn } from '../self-check/report.ts'
import type { Section } from '../self-check/section.ts'
import { dataFolder, ownDataFolder } from '../world/real/folders.ts'
import { cipheredSecrets } from '../world/real/secret-store.ts'
import { loadSettings } from '../world/real/settings-file.ts'
import { realWorld } from '../world/real/world.ts'
import { earsOf } from './power.ts'
import type { App, Shell } from './shell.ts'

const secretsFolder = () => join(dataFolder(), 'secrets')
const iconNote = () => join(dataFolder(), 'icon-was-hidden')
const databaseFile = () => join(ownDataFolder(), 'history.sqlite')
// Mail may take its time to tell its accounts; nobody waits longer for a report.
const reportWithin = 60_000

/** This Mac, with Electron's own ears and its key in the keychain. */
export async function ownHouse({
  cipher,
  power,
  isTrusted,
}: Pick<Shell, 'cipher' | 'power' | 'isTrusted'>): Promise<House> {
  const real = realWorld({ ears: earsOf(power), isTrusted })
  const secrets = cipheredSecrets(cipher, secretsFolder())
  const world: World = { ...real, secrets }
  const { agent, forgets } = agentOn(world, databaseFile())
  const { settings } = await loadSettings()
  return { world, agent, secrets, forgets, request: { outside, settings }, speed: 1, close: async () => agent.close() }
}

/** Whether nothing was ever kept here: then somebody has to be told what is watched, and what for. */
export const isFirstRun = (): boolean => !existsSync(databaseFile())

/** Whether a person was told that the icon is hidden: a note beside the history. */
export const hiddenIcon = {
  wasTold: (): boolean => existsSync(iconNote()),
  note(): void {
    try {
      mkdirSync(dataFolder(), { recursive: true, mode: 0o700 })
      writeFileSync(iconNote(), '', { mode: 0o600 })
    } catch {
      // A disk that takes nothing: then it is told again at the next start.
    }
  },
}

/** What Chromium keeps for our pages lies in a folder of its own, and not among what is ours. Before `ready`. */
export function putBrowserAside(app: Pick<App, 'setPath'>): void {
  const folder = join(dataFolder(), 'browser')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('sessionData', folder)
  } catch {
    // Where nothing can be made, it keeps nothing either.
  }
}

/** A full or broken disk is no reason to watch nothing: then nothing is remembered, and the panel says so. */
export function agentOn(world: World, database: string): { agent: Agent; forgets: boolean } {
  try {
    return { agent: startAgent(world, database), forgets: false }
  } catch {
    return { agent: startAgent(world, ':memory:'), forgets: true }
  }
}

/** What may be sent to strangers about this Mac, and about us. */
export async function ownReport({ world }: House, state: State, version: string): Promise<readonly Section[]> {
  const { settings, warnings } = await loadSettings()
  const signal = AbortSignal.timeout(reportWithin)
  return reportOn({ world, state, settings, warnings, version, database: databaseFile(), mac: true, signal })
}
