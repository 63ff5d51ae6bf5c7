import type { Files, FolderEntry, ReadResult } from '../../core/mac-powers.ts'
import type { Instant } from '../../core/time.ts'
import { propertyListFile, textUnder } from '../../formats/property-list.ts'
import { profileList, profilesFolder } from './places.ts'

/** Profiles that are looked into; nobody has so many. */
const maxProfiles = 20
const storeName = 'Outlook.sqlite'

/** A profile's folder, with when its stores were last written to. */
export interface OutlookProfile {
  name: string
  /** The folder of the files that the store names. */
  data: string
  /** The store of legacy Outlook, and of what New Outlook shares with it. */
  store?: { path: string; changed: Instant }
  /** HxStore.hxd, the store of New Outlook. */
  hxStore?: { changed: Instant }
}

/** The profile that Outlook opens, by OutlookProfile.plist, else the one written to last. */
export async function findOutlookProfile(files: Files, signal: AbortSignal): Promise<ReadResult<OutlookProfile>> {
  const listed = await files.list(profilesFolder, signal)
  if (!listed.seen) return listed
  const names = listed.value.filter(({ kind }) => kind === 'folder').map(({ name }) => name)
  const found = await Promise.all(names.slice(0, maxProfiles).map((name) => profileAt(name, files, signal)))
  const profiles = found.flatMap((one) => (one.seen ? one.value : []))
  const preferred = await preferredName(files, signal)
  const used = profiles.find(({ name }) => name.normalize() === preferred) ?? freshest(profiles)
  if (used) return { seen: true, value: used }
  // A folder that may not be looked into is no proof that nothing is in it.
  const trouble = found.find((one) => !one.seen && one.why !== 'missing')
  return trouble && !trouble.seen ? trouble : { seen: false, why: 'missing' }
}

async function profileAt(name: string, files: Files, signal: AbortSignal): Promise<ReadResult<OutlookProfile>> {
  const folder = `${profilesFolder}/${name}`
  const data = `${folder}/Data`
  const [outer, inner] = await Promise.all([files.list(folder, signal), files.list(data, signal)])
  if (!outer.seen) return outer
  if (!inner.seen && inner.why !== 'missing') return inner
  const hxStore = outer.value.find((entry) => entry.name === 'HxStore.hxd')
  const store = inner.seen ? storeIn(inner.value, data) : undefined
  if (!hxStore && !store) return { seen: false, why: 'missing' }
  return { seen: true, value: { name, data, ...(store && { store }), ...(hxStore && { hxStore }) } }
}

/** What is written last stands in the WAL for a long time. */
function storeIn(entries: readonly FolderEntry[], data: string): OutlookProfile['store'] {
  if (!entries.some(({ name, kind }) => name === storeName && kind !== 'folder')) return undefined
  const written = entries.filter(({ name }) => name === storeName || name === `${storeName}-wal`)
  return { path: `${data}/${storeName}`, changed: Math.max(...written.map(({ changed }) => changed)) }
}

function freshest(profiles: readonly OutlookProfile[]): OutlookProfile | undefined {
  return profiles.toSorted((one, other) => lastWritten(other) - lastWritten(one))[0]
}

/** When Outlook last wrote into either store. */
export function lastWritten({ store, hxStore }: OutlookProfile): Instant {
  return Math.max(store?.changed ?? 0, hxStore?.changed ?? 0)
}

async function preferredName(files: Files, signal: AbortSignal): Promise<string | undefined> {
  const read = await files.parse(profileList, 65_536, propertyListFile, signal)
  return read.seen ? textUnder(read.value, 'Default_Profile_Name')?.normalize() : undefined
}
