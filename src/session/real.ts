import type { Log } from '../core/log.ts'
import type { MacEventSource } from '../core/mac-powers.ts'
import type { Outside } from '../core/outside.ts'
import type { SecretKeeper } from '../core/secrets.ts'
import { outsideWorld as everybodysOutside } from '../knowledge/outside.ts'
import { usualDatabase } from '../storage/folders.ts'
import { usualSecrets } from '../storage/keychain.ts'
import { loadSettings, saveSettings } from '../storage/settings-file.ts'
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
}

/** This computer. Rejects only where a database was named that cannot be used. */
export async function openRealSession({
  database,
  secrets = usualSecrets(),
  outside = everybodysOutside,
  ...options
}: RealSessionOptions = {}): Promise<Session & { secrets: SecretKeeper }> {
  const { settings, warnings } = await loadSettings()
  const world = realWorld(options)
  return assembleSession({
    world,
    secrets: options.secret === undefined ? secrets : { ...secrets, read: world.secrets.read },
    request: { outside, settings },
    settings: { load: () => loadSettings(), save: (changed) => saveSettings(changed) },
    warnings,
    database: database ?? usualDatabase(),
    orForget: database === undefined,
    speed: 1,
  })
}
