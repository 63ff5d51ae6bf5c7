import type { ParsingTask } from '../../core/mac-powers.ts'

/** `[name]` with its `key=value` lines. */
export interface IniSection {
  name: string
  values: ReadonlyMap<string, string>
}

const mostSections = 500
const mostValues = 50

/** Sections of `profiles.ini` or `installs.ini`; lines that are neither section nor value are passed over. */
export function readIni(bytes: Uint8Array): readonly IniSection[] {
  const sections: { name: string; values: Map<string, string> }[] = []
  for (const line of new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)) {
    const name = /^\[([^\]]{1,100})\]\s*$/.exec(line)?.[1]
    if (name !== undefined) {
      if (sections.length === mostSections) break
      sections.push({ name, values: new Map() })
    }
    const values = sections.at(-1)?.values
    const cut = line.indexOf('=')
    if (name === undefined && values && cut > 0 && values.size < mostValues)
      values.set(line.slice(0, cut).trim(), line.slice(cut + 1).trim())
  }
  return sections
}

export const iniFile: ParsingTask<readonly IniSection[]> = { module: import.meta.url, parse: readIni }
