import type { Files } from '../../core/mac-powers.ts'
import { say } from '../../core/sentence.ts'
import { type IniSection, iniFile } from './ini.ts'
import { notRead, type ThunderbirdRead } from './not-read.ts'
import { isPlainPath, thunderbirdFolder } from './places.ts'

const largestList = 262_144
/** Somebody may have many profiles; who is looked for stands among the first. */
const mostTried = 20

/**
 * The profile that Thunderbird opens, by its path from its folder on: `Profiles/ab12cd34.default-release`. Each
 * installed Thunderbird has one of its own (`installs.ini`, and `[Install…]` in `profiles.ini`); an older one opens the
 * default of all (support.mozilla.org, "Dedicated profiles"). Of several, the one that was written into last.
 */
export async function findThunderbirdProfile(files: Files, signal: AbortSignal): Promise<ThunderbirdRead<string>> {
  const list = await files.parse(`${thunderbirdFolder}/profiles.ini`, largestList, iniFile, signal)
  if (!list.seen) return notRead('profiles', list.why)
  const installs = await files.parse(`${thunderbirdFolder}/installs.ini`, largestList, iniFile, signal)
  const places = candidates(list.value, installs.seen ? installs.value : [])
  const elsewhere = places.length === 0 && list.value.some(({ values }) => values.get('IsRelative') === '0')
  if (elsewhere)
    return { seen: false, why: say('Thunderbird’s profile lies in a place that Outbox Doctor does not look into.') }
  if (places.length === 0) return notRead('profiles', 'damaged')
  const [only] = places
  if (places.length === 1 && only !== undefined) return { seen: true, value: only }
  const written = await Promise.all(
    places.slice(0, mostTried).map(async (place) => ({ place, at: await lastWritten(place, files, signal) })),
  )
  const [newest] = written.sort((one, other) => other.at - one.at)
  return newest ? { seen: true, value: newest.place } : notRead('profiles', 'damaged')
}

/** What is opened by itself; all there are where nothing says so. */
function candidates(list: readonly IniSection[], installs: readonly IniSection[]): readonly string[] {
  const own = [...installs, ...list.filter(({ name }) => name.startsWith('Install'))]
  const opened = usable(own.map(({ values }) => values.get('Default')))
  if (opened.length > 0) return opened
  const profiles = list.filter(({ name, values }) => /^Profile\d+$/.test(name) && values.get('IsRelative') !== '0')
  const chosen = usable(profiles.filter(({ values }) => values.get('Default') === '1').map(pathOf))
  return chosen.length > 0 ? chosen : usable(profiles.map(pathOf))
}

const pathOf = ({ values }: IniSection): string | undefined => values.get('Path')

function usable(paths: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => (path !== undefined && isPlainPath(path) ? [path] : [])))]
}

async function lastWritten(place: string, files: Files, signal: AbortSignal): Promise<number> {
  const listed = await files.list(`${thunderbirdFolder}/${place}`, signal)
  return (listed.seen && listed.value.find(({ name }) => name === 'prefs.js')?.changed) || 0
}
