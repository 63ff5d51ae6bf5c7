import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Sentence, say } from '../core/sentence.ts'
import { type SettingKey, type Settings, settingIn, settingKeys } from '../core/settings.ts'
import { propertyListFile } from '../formats/property-list.ts'
import { parseInThread } from '../world/real/reading/open-store.ts'
import { readingThread } from '../world/real/reading/thread.ts'
import { payloadFor } from './managed-value.ts'
import {
  type ReadSettings,
  readSettings,
  type SettingScope,
  type SettingsSource,
  withWritten,
} from './read-settings.ts'
import { replaceFile } from './replace-file.ts'
import { preferenceDomain, type SettingsPlaces, settingsPlaces } from './settings-places.ts'

// No honest settings come near.
const maxFileBytes = 256 * 1024
const patienceMs = 10_000

/** The settings as they stand. Never throws: what cannot be read is a warning. */
export async function loadSettings(places?: SettingsPlaces): Promise<ReadSettings> {
  const { sources, warnings } = await settingsSources(places)
  const known = readSettings(sources)
  return { ...known, warnings: [...warnings, ...known.warnings] }
}

/** What stands where, the last winning, and a sentence for every place that cannot be read. Never throws. */
export async function settingsSources({ file, managed, managedForUser }: SettingsPlaces = settingsPlaces()): Promise<{
  sources: readonly (SettingsSource & { place: SettingScope })[]
  warnings: readonly Sentence[]
}> {
  const warnings: Sentence[] = []
  const read = async (place: SettingScope, path: string | undefined, name: Sentence) => {
    const source = { name, place, managed: place !== 'file', document: undefined }
    if (path === undefined) return source
    try {
      const bytes = await bytesOf(path)
      if (!bytes) return source
      if (!source.managed) return { ...source, document: jsonIn(bytes) }
      return { ...source, document: payloadFor(preferenceDomain, await propertyListInThread(bytes)) }
    } catch (error) {
      warnings.push(
        error instanceof TooLarge
          ? say('{name} cannot be read: it is too large.', { name })
          : say('{name} cannot be read.', { name }),
      )
      return source
    }
  }
  const sources = [
    await read('file', file, say('The file settings.json')),
    await read('device', managed, say('The settings of your administrator')),
    await read('user', managedForUser, say('The settings of your administrator for you')),
  ]
  return { sources, warnings }
}

/**
 * Writes down what a person has changed, and nothing else: what an administrator has set is not made the person's own,
 * and what nobody has set goes on being as it comes.
 */
export async function changeSettings(wanted: Settings, places: SettingsPlaces & { file: string }): Promise<void> {
  const { sources } = await settingsSources(places)
  const { settings: inForce, locked } = readSettings(sources)
  const isChanged = (key: SettingKey) =>
    !locked.includes(key) && JSON.stringify(settingIn(wanted, key)) !== JSON.stringify(settingIn(inForce, key))
  const own = sources.find(({ place }) => place === 'file')?.document
  await replaceFile(
    settingKeys.filter(isChanged).reduce((before, key) => withWritten(before, wanted, key), own),
    places.file,
  )
}

class TooLarge extends Error {}

/** `undefined` where there is no such file. A pipe or a device in its place is not waited for. */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = await file.stat()
    if (!stat.isFile()) throw new Error('This is no file.')
    if (stat.size > maxFileBytes) throw new TooLarge()
    const buffer = new Uint8Array(maxFileBytes)
    const { bytesRead } = await file.read(buffer, 0, maxFileBytes)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function jsonIn(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** Where it keeps nobody waiting. */
async function propertyListInThread(bytes: Uint8Array): Promise<unknown> {
  const parsed = await parseInThread(readingThread(), bytes, propertyListFile, AbortSignal.timeout(patienceMs))
  if (!parsed.seen || parsed.value === undefined) throw new Error('This is no property list.')
  return parsed.value
}
