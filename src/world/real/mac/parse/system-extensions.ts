import { linesOf } from './lines.ts'

export interface SystemExtension {
  /** `network_extension`, `endpoint_security`, `driver_extension`; missing where no heading came before. */
  category?: string
  /** Missing where the system prints a dash. */
  team?: string
  bundle: string
  version: string
  name: string
  state: string
}

/** `systemextensionsctl list`; a TAB stands between fields. `undefined`: the layout is not known, or it was refused. */
export function parseSystemExtensions(text: string): readonly SystemExtension[] | undefined {
  const lines = linesOf(text)
  const rows: SystemExtension[] = []
  let category: string | undefined
  for (const line of lines) {
    const heading = /^--- (\S+)/.exec(line)?.[1]
    if (heading) category = heading.replace(/^.*\./, '')
    else rows.push(...rowOf(line, category))
  }
  return rows.length > 0 || lines.some((line) => /^\d{1,6} extension\(s\)/.test(line)) ? rows : undefined
}

function rowOf(line: string, category: string | undefined): SystemExtension[] {
  const [, , team, identity = '', name = '', state = ''] = line.split('\t')
  const [bundle = '', ...version] = identity.split(' ')
  // The row of headings has its own words where a row has brackets.
  const inBrackets = /^\[(.+)\]$/.exec(state.trim())?.[1]
  if (!inBrackets || inBrackets === 'state' || !bundle.includes('.')) return []
  return [
    {
      ...(category === undefined ? {} : { category }),
      ...(team && team !== '-' ? { team } : {}),
      bundle,
      version: version.join(' ').replace(/^\(|\)$/g, ''),
      name,
      state: inBrackets,
    },
  ]
}
