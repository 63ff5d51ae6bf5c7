import { readdir, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '../world/real/reach.ts'
import { type RunProgram, runProgram } from '../world/real/run.ts'
import { isMac } from '../world/real/this-machine.ts'
import { dataFolder } from './folders.ts'
import { forgetService } from './keychain.ts'
import { isOwnData, ownPlaces } from './own-places.ts'

export interface RemovalPlaces {
  /** The data folder. */
  data: string
  /** Where this is a Mac: its person's `Library`, and how its keychain is asked. */
  mac?: { library: string; run: RunProgram }
}

const here = (): RemovalPlaces => ({
  data: dataFolder(),
  ...(isMac() && { mac: { library: join(homedir(), 'Library'), run: runProgram } }),
})

/**
 * Takes away what this product has kept, by whichever surface: histories with all copies, settings, and passwords, also
 * of accounts that are gone. Tries all of it, and rejects in the end where something stayed.
 */
export async function removeEverything({ data, mac }: RemovalPlaces = here()): Promise<void> {
  const names = await readdir(data).catch((error) => (codeOf(error) === 'ENOENT' ? [] : Promise.reject(error)))
  const own = names.filter(isOwnData).map((name) => join(data, name))
  const library = mac ? ownPlaces.library.map((place) => join(mac.library, place)) : []
  const gone = await Promise.allSettled([...own, ...library].map((path) => rm(path, { recursive: true, force: true })))
  const forgotten = mac ? await Promise.all(ownPlaces.keychain.map((service) => forgetService(mac.run, service))) : []
  if (gone.some(({ status }) => status === 'rejected') || forgotten.includes(false))
    throw new Error('Not everything could be removed.')
}
