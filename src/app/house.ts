import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Agent, startAgent } from '../agent.ts'
import type { World } from '../core/world.ts'
import { outside } from '../knowledge/outside.ts'
import type { House } from '../reception/house.ts'
import { dataFolder } from '../world/real/folders.ts'
import { removeEverything } from '../world/real/remove-everything.ts'
import { cipheredSecrets } from '../world/real/secret-store.ts'
import { loadSettings } from '../world/real/settings-file.ts'
import { realWorld } from '../world/real/world.ts'
import { withPowerMonitor } from './power.ts'
import type { Shell } from './shell.ts'

const secretsFolder = () => join(dataFolder(), 'secrets')

/** This Mac, with Electron's own ears and its key in the keychain. */
export async function ownHouse({ cipher, power }: Pick<Shell, 'cipher' | 'power'>): Promise<House> {
  const real = realWorld()
  const world: World = {
    ...real,
    mac: withPowerMonitor(real.mac, power),
    secrets: cipheredSecrets(cipher, secretsFolder()),
  }
  const agent = agentOn(world)
  const { settings } = await loadSettings()
  return { world, agent, request: { outside, settings }, speed: 1, close: async () => agent.close() }
}

/** A full or broken disk is no reason to watch nothing: then nothing is remembered. */
function agentOn(world: World): Agent {
  try {
    return startAgent(world, join(dataFolder(), 'history.sqlite'))
  } catch {
    return startAgent(world, ':memory:')
  }
}

/** History, settings, and every password: also of accounts that are gone from the mail apps. */
export async function removeKept(): Promise<void> {
  await rm(secretsFolder(), { recursive: true, force: true })
  await removeEverything()
}
