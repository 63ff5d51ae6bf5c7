import { knownRemedies } from '../agent.ts'
import { fixRulesIn, strangeFixes } from '../core/fix-rules.ts'
import type { Log } from '../core/log.ts'
import type { MacEventSource } from '../core/mac-powers.ts'
import type { Outside } from '../core/outside.ts'
import type { Publisher } from '../core/release.ts'
import type { SecretKeeper } from '../core/secrets.ts'
import { outsideWorld as everybodysOutside } from '../knowledge/outside.ts'
import { ownPublisher } from '../knowledge/publisher.ts'
import { usualDatabase } from '../storage/folders.ts'
import { usualSecrets } from '../storage/keychain.ts'
import type { ReadSettings } from '../storage/read-settings.ts'
import { changeSettings, loadSettings } from '../storage/settings-file.ts'
import { type SettingsPlaces, settingsPlaces } from '../storage/settings-places.ts'
import { updateMemory } from '../storage/update-memory.ts'
import { watchManaged } from '../storage/watch-managed.ts'
import { realWorld } from '../world/real/world.ts'
import { assembleSession } from './assemble.ts'
import type { Session } from './session.ts'

export interface RealSessionOptions {
  /** A file that must work; without it the usual one, which need not. */
  database?: string
  /** Where passwords are kept: the login keychain unless told. */
  secrets?: SecretKeeper
  /** A password for this session alone. */
  secret?: string
  /** Whoever else hears what happens on this Mac. */
  powerEvents?: MacEventSource
  /** Whether this process may use menus, where whoever it runs in knows. */
  isTrusted?: () => boolean
  /** Where our own faults are told; without one, they are forgotten when this process ends. */
  log?: Log
  /** `address` or `address:port` of the name server that is asked. */
  resolver?: string
  /** PEM; trusted as if by the Mac. */
  extraRoots?: readonly string[]
  /** What stands in for the outside world. */
  outside?: Outside
  /** Who publishes this product, unless it is who does. */
  publisher?: Publisher
  /** Where settings come from, unless from where they are usually. */
  places?: SettingsPlaces & { file: string }
}

/** This computer. Rejects only where a database was named that cannot be used. */
export async function openRealSession({
  database,
  secrets = usualSecrets(),
  outside = everybodysOutside,
  places = settingsPlaces(),
  publisher = ownPublisher,
  ...options
}: RealSessionOptions = {}): Promise<Session & { secrets: SecretKeeper }> {
  const world = realWorld(options)
  let inForce = await loaded(places)
  return assembleSession({
    world,
    secrets: options.secret === undefined ? secrets : { ...secrets, read: world.secrets.read },
    request: { outside, settings: inForce.settings },
    settings: {
      load: async () => {
        inForce = await loaded(places)
        return inForce
      },
      save: (wanted) => changeSettings(wanted, places),
      watch: (changed) => watchManaged(places, world.mac.files, changed),
    },
    updates: { publisher, memory: updateMemory() },
    rules: () => fixRulesIn(inForce),
    warnings: inForce.warnings,
    database: database ?? usualDatabase(),
    orForget: database === undefined,
    speed: 1,
  })
}

/** With a word about every fix that is forbidden and that nobody knows. */
async function loaded(places: SettingsPlaces): Promise<ReadSettings> {
  const read = await loadSettings(places)
  const ids = knownRemedies.map(({ id }) => id)
  return { ...read, warnings: [...read.warnings, ...strangeFixes(read.settings.forbiddenFixes, ids)] }
}
