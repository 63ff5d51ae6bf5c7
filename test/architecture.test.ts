import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allCauses } from '../src/causes/index.ts'
import { mailClients } from '../src/clients/index.ts'
import { allProbes } from '../src/probes/index.ts'
import { simulatedApps } from '../src/world/simulated/apps/index.ts'

const src = resolve(import.meta.dirname, '../src')

/**
 * Which rooms of `src` each room may import from, besides itself; a file belongs to the room with the longest name that
 * its path begins with. `agent.ts` is a room of its own.
 */
const arrow: Record<string, readonly string[]> = {
  // The words of other languages; core only knows what is in there.
  words: [],
  core: ['words'],
  knowledge: ['core'],
  // Files of other programs: how they are laid out, not what they mean.
  formats: ['core'],
  wire: ['core', 'knowledge'],
  clients: ['core', 'knowledge', 'formats'],
  probes: ['core', 'knowledge', 'wire', 'clients'],
  causes: ['core', 'knowledge', 'clients', 'probes'],
  remedies: ['core', 'knowledge', 'formats', 'clients', 'probes', 'causes'],
  // What a mail app has beside what its server has.
  sync: ['core', 'knowledge', 'clients', 'probes'],
  // Mail saved from stores and files: sources, outputs, and the proof that none was lost.
  rescue: ['core', 'knowledge', 'formats'],
  // Whether there is a newer version of this product.
  updates: ['core', 'formats'],
  doctor: ['core'],
  history: ['core'],
  'storage/folders.ts': [],
  'world/real': ['core', 'knowledge', 'formats', 'clients', 'storage/folders.ts', 'native'],
  'world/simulated': ['core', 'knowledge', 'formats', 'clients', 'world/real'],
  'agent.ts': ['core', 'clients', 'probes', 'causes', 'remedies', 'sync', 'doctor', 'history'],
  'self-check': ['core', 'agent.ts', 'knowledge', 'clients'],
  // Figures for the collector of an organisation.
  telemetry: ['core'],
  'api/schema': ['core'],
  api: ['core', 'api/schema'],
  storage: ['core', 'formats', 'storage/folders.ts', 'world/real', 'updates'],
  session: [
    'core',
    'agent.ts',
    'updates',
    'self-check',
    'storage',
    'storage/folders.ts',
    'world/real',
    'world/simulated',
    'knowledge',
    'telemetry',
  ],
  'api/answers': [
    'core',
    'api',
    'api/schema',
    'session',
    'agent.ts',
    'clients',
    'probes',
    'remedies',
    'rescue',
    'updates',
    'words',
  ],
  'api/transports': ['core', 'api', 'api/schema'],
  'api/transports/http-server': ['api', 'api/transports'],
  panel: ['core', 'api', 'api/schema', 'api/transports', 'words'],
  app: [
    'core',
    'api',
    'api/schema',
    'api/answers',
    'api/transports',
    'session',
    'storage',
    'storage/folders.ts',
    'updates',
    'words',
    'knowledge',
    'telemetry',
  ],
  cli: [
    'core',
    'updates',
    'api',
    'api/schema',
    'api/answers',
    'api/transports/http-server',
    'session',
    'storage',
    'storage/folders.ts',
    'words',
    'agent.ts',
    'self-check',
    'world/real',
    'world/simulated',
    'knowledge',
    'clients',
    'rescue',
    'telemetry',
  ],
}
/** What lies beside `src`. */
const beside = ['native']
/** Rooms, or files of a room that is otherwise without it. */
const mayUseNode = [
  'world/real',
  'world/simulated',
  'history',
  'api/transports/http-server',
  'api/static.ts',
  'rescue',
  'formats/dsse.ts',
  'updates/update-check.ts',
  'storage',
  'storage/folders.ts',
  'self-check',
  'cli',
  'app',
]

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|tsx|js)$/.test(file))

/** The room of a file by its path in `src`. */
function roomOf(file: string): string {
  if (file.startsWith('../')) return file.split('/')[1] ?? ''
  const rooms = Object.keys(arrow).filter((room) => file === room || file.startsWith(`${room}/`))
  return rooms.sort((one, other) => other.length - one.length)[0] ?? file
}

/** The files of ours that a file imports, by their paths in `src`. */
function ownImportsOf(file: string): string[] {
  return importsOf(file).flatMap((target) =>
    target.startsWith('.') ? [relative(src, resolve(dirname(join(src, file)), target))] : [],
  )
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string)
}

/** The first circle that is found, as a road that ends where it began; empty where there is none. */
function circleIn(all: readonly string[], next: (one: string) => readonly string[]): readonly string[] {
  const done = new Set<string>()
  const visit = (one: string, road: readonly string[]): readonly string[] => {
    const place = road.indexOf(one)
    if (place >= 0) return [...road.slice(place), one]
    if (done.has(one)) return []
    for (const to of next(one)) {
      const circle = visit(to, [...road, one])
      if (circle.length > 0) return circle
    }
    done.add(one)
    return []
  }
  for (const one of all) {
    const circle = visit(one, [])
    if (circle.length > 0) return circle
  }
  return []
}

const isComment = (line = '') => /^\s*(\/\/|\/\*\*|\*)|\S.* \/\/ /.test(line)

/**
 * Where an error is passed over, as far as a line tells it: a rejection that becomes nothing, without a comment right
 * before it; a catch that does not look at the error, does nothing or only returns, and has a comment neither in it nor
 * before it in its function.
 */
function silentCatches(file: string): number[] {
  const lines = readFileSync(join(src, file), 'utf8').split('\n')
  const isExplained = (at: number, before: number) => lines.slice(Math.max(0, at - before), at + 1).some(isComment)
  return lines.flatMap((line, at) => {
    const swallows = /\.catch\(\s*(async )?\(\w*\)\s*=>\s*(\{\s*\}|undefined|null|void 0)\s*\)/.test(line)
    if (swallows || (/\.catch\($/.test(line) && /=>\s*\{\s*\},?$/.test(lines[at + 1] ?? '')))
      return isExplained(at, 3) ? [] : [at + 1]
    if (!/\bcatch( \(\w+\))? \{/.test(line)) return []
    const end = lines.findIndex((one, below) => below > at && one.startsWith(`${/^ */.exec(line)?.[0]}}`))
    const body = /\{\}/.test(line) ? [] : lines.slice(at + 1, end)
    const code = body
      .filter((one) => !isComment(one))
      .join('')
      .trim()
    if (body.some(isComment)) return []
    if (code === '') return [at + 1]
    if (/catch \(/.test(line) || /\bthrow\b|\berrorAnswer\(/.test(code)) return []
    return isExplained(at, 9) ? [] : [at + 1]
  })
}

/** The file without comments, so that prose may name what code may not. */
function codeOf(file: string): string {
  return readFileSync(join(src, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

describe('the house', () => {
  test.each(files)('%s imports only what the arrow allows', (file) => {
    const from = roomOf(file)
    expect(Object.keys(arrow)).toContain(from)
    for (const target of importsOf(file)) {
      if (target.startsWith('node:'))
        expect(mayUseNode.includes(from) || mayUseNode.includes(file), `${file} imports ${target}`).toBe(true)
      else if (target === 'electron') expect(from).toBe('app')
    }
    for (const target of ownImportsOf(file))
      expect([from, ...(arrow[from] ?? [])], `${file} imports ${target}`).toContain(roomOf(target))
  })

  test('nothing is allowed that nobody uses', () => {
    const used = new Set(files.flatMap((file) => ownImportsOf(file).map((to) => `${roomOf(file)} -> ${roomOf(to)}`)))
    const allowed = Object.entries(arrow).flatMap(([from, all]) => all.map((to) => `${from} -> ${to}`))
    expect(allowed.filter((one) => !used.has(one))).toEqual([])
    const withNode = files.filter((file) => importsOf(file).some((target) => target.startsWith('node:')))
    expect(mayUseNode.filter((one) => !withNode.some((file) => file === one || roomOf(file) === one))).toEqual([])
  })

  test('no room reaches itself again by what it may import', () => {
    expect(circleIn(Object.keys(arrow), (room) => (arrow[room] ?? []).filter((to) => !beside.includes(to)))).toEqual([])
  })

  test('no file reaches itself again by its imports', () => {
    expect(circleIn(files, (file) => ownImportsOf(file).filter((to) => files.includes(to)))).toEqual([])
  })

  test.each(files)('%s has a plain kebab-case name and no default export', (file) => {
    for (const part of file.split('/')) expect(part).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?$/)
    expect(file).not.toMatch(/utils?|helpers?|manager|service\./)
    expect(codeOf(file)).not.toMatch(/^export default|^(export )?(const )?enum /m)
  })

  test('only the real world, and where our own files lie, ask which system this is', () => {
    const asking = files.filter((file) => /process\.platform/.test(codeOf(file)))
    expect(asking.filter((file) => !['world/real', 'storage/folders.ts'].includes(roomOf(file)))).toEqual([])
  })

  test('nothing is caught in silence', () => {
    expect(files.flatMap((file) => silentCatches(file).map((line) => `${file}:${line}`))).toEqual([])
  })

  test('no shell string is ever run', () => {
    const shell =
      /shell:\s*true|import\s*{[^}]*\bexec(Sync)?\b[^}]*}\s*from 'node:child_process'|child_process'\)?\.exec/
    expect(files.filter((file) => shell.test(codeOf(file)))).toEqual([])
  })

  test('ids are unique, and each list holds every file of its folder', () => {
    for (const [folder, list] of [
      ['probes', allProbes],
      ['causes', allCauses],
    ] as const) {
      const ids = list.map((entry) => entry.id)
      expect(new Set(ids).size).toBe(ids.length)
      const index = readFileSync(join(src, folder, 'index.ts'), 'utf8')
      const defining = files.filter((file) => file.startsWith(`${folder}/`) && /^ {2}id: '/m.test(codeOf(file)))
      for (const file of defining)
        expect(index, `${file} is missing in ${folder}/index.ts`).toContain(`./${file.slice(folder.length + 1)}`)
    }
  })

  test('a mail app is named in its own two folders only', () => {
    const strayed = mailClients.flatMap(({ id }) => {
      const homes = [`clients/${id}/`, `world/simulated/apps/${id}/`]
      const spelling = new RegExp(`['"\`]${id}['"\`]|^\\s*['"]?${id}['"]?:`, 'm')
      return files
        .filter((file) => !homes.some((home) => file.startsWith(home)) && spelling.test(codeOf(file)))
        .map((file) => `${id}: ${file}`)
    })
    expect(strayed).toEqual([])
  })

  test('what belongs to a mail app is used by nobody but its own two folders and the list', () => {
    const strayed = mailClients.flatMap(({ id }) => {
      const homes = [`clients/${id}/`, `world/simulated/apps/${id}/`]
      const lists = ['clients/index.ts']
      return files
        .filter((file) => !lists.includes(file) && !homes.some((home) => file.startsWith(home)))
        .filter((file) => ownImportsOf(file).some((target) => homes.some((home) => target.startsWith(home))))
        .map((file) => `${id}: ${file}`)
    })
    expect(strayed).toEqual([])
  })

  test('every mail app that is known can be played', () => {
    expect(simulatedApps.map(({ client }) => client.id)).toEqual(mailClients.map(({ id }) => id))
  })

  test('an id is spelt in one file of code only: its own', () => {
    const strayed = [...allProbes, ...allCauses].flatMap(({ id }) => {
      // A one-word id is an everyday word too; only compounds can be told from prose and protocol words.
      if (!id.includes('-')) return []
      const spelling = new RegExp(`['"\`]${id}['"\`]`)
      const homes = files.filter((file) => spelling.test(codeOf(file)))
      return homes.length === 1 ? [] : [`${id}: ${homes.join(', ')}`]
    })
    expect(strayed).toEqual([])
  })
})
