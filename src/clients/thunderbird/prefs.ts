import type { ParsingTask } from '../../core/mac-powers.ts'

export type Pref = string | number | boolean
export type Prefs = ReadonlyMap<string, Pref>

const longestLine = 20_000
const mostPrefs = 50_000
/** All else in the file is none of our business, and leaves the thread that reads it with nobody. */
const wanted =
  /^(mail\.(account|accountmanager|identity|server|smtp|smtpserver|smtpservers)\b|offline\.startup_state$|network\.online$)/
const line = /^user_pref\("((?:[^"\\]|\\.)*)",\s*("(?:[^"\\]|\\.)*"|-?\d{1,10}|true|false)\);\s*$/

/**
 * The settings in a `prefs.js` that are about accounts. It is a program only by its name: nothing of it is run, and only
 * lines of the form that Thunderbird itself writes count (modules/libpref, `user_pref("name", value);`). Of two that
 * are alike, the last holds. `undefined` where no line has that form: then it is no such file.
 */
export function readPrefs(bytes: Uint8Array): Prefs | undefined {
  const prefs = new Map<string, Pref>()
  let lines = 0
  for (const text of new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)) {
    const [, key, value] = (text.length <= longestLine && line.exec(text)) || []
    if (key === undefined || value === undefined) continue
    if (++lines > mostPrefs) break
    const name = unescaped(key)
    if (wanted.test(name)) prefs.set(name, prefOf(value))
  }
  return lines > 0 ? prefs : undefined
}

export const prefsFile: ParsingTask<Prefs | undefined> = { module: import.meta.url, parse: readPrefs }

function prefOf(text: string): Pref {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.startsWith('"') ? unescaped(text.slice(1, -1)) : Number(text)
}

const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', '"': '"', "'": "'", '\\': '\\' }

function unescaped(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gi, (whole, byte, unit, one) =>
    one === undefined ? String.fromCharCode(Number.parseInt(byte ?? unit, 16)) : (plain[one] ?? whole),
  )
}

export function prefText(prefs: Prefs, key: string): string | undefined {
  const value = prefs.get(key)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function prefNumber(prefs: Prefs, key: string): number | undefined {
  const value = prefs.get(key)
  return typeof value === 'number' ? value : undefined
}

/** Names in a list, divided by commas; only of the letters that Thunderbird's own have. */
export function prefNames(prefs: Prefs, key: string): readonly string[] {
  const names = (prefText(prefs, key) ?? '').split(',').map((name) => name.trim())
  return [...new Set(names.filter((name) => /^\w{1,60}$/.test(name)))].slice(0, 200)
}
