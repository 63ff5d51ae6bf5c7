import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { causes } from '../src/causes/index.ts'
import { probes } from '../src/probes/index.ts'

const src = resolve(import.meta.dirname, '../src')

/** Which folders of `src` each folder may import from, besides itself. `agent.ts` is a folder of its own here. */
const arrow: Record<string, readonly string[]> = {
  core: [],
  knowledge: ['core'],
  wire: ['core', 'knowledge'],
  clients: ['core', 'knowledge'],
  probes: ['core', 'knowledge', 'wire', 'clients'],
  causes: ['core', 'knowledge', 'probes'],
  remedies: ['core', 'knowledge', 'clients', 'probes', 'causes'],
  doctor: ['core'],
  history: ['core'],
  contract: ['core'],
  language: ['core'],
  panel: ['core', 'contract', 'language'],
  page: [],
  'world/real': ['core', 'knowledge', 'native'],
  'world/simulated': ['core', 'knowledge', 'world/real'],
  'agent.ts': ['core', 'knowledge', 'clients', 'probes', 'causes', 'remedies', 'doctor', 'history', 'contract'],
  'self-check': ['core', 'agent.ts', 'knowledge'],
  reception: ['core', 'contract', 'agent.ts', 'knowledge', 'probes', 'remedies'],
  app: [
    'core',
    'contract',
    'language',
    'page',
    'agent.ts',
    'self-check',
    'reception',
    'world/real',
    'world/simulated',
    'knowledge',
  ],
  cli: [
    'core',
    'contract',
    'agent.ts',
    'self-check',
    'reception',
    'http',
    'page',
    'world/real',
    'world/simulated',
    'knowledge',
  ],
  http: ['core', 'contract', 'page', 'agent.ts', 'world/real', 'world/simulated', 'knowledge'],
}
const mayUseNode = ['world/real', 'world/simulated', 'history', 'http', 'self-check', 'cli', 'app', 'page']

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|tsx|js)$/.test(file))

function folderOf(path: string): string {
  const [first = '', second = ''] = relative(src, path).split('/')
  // Beside `src` there is only Apple's own side.
  if (first === '..') return second
  return first === 'world' ? `world/${second}` : first
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string)
}

/** The file without comments, so that prose may name what code may not. */
function codeOf(file: string): string {
  return readFileSync(join(src, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

describe('the house', () => {
  test.each(files)('%s imports only what the arrow allows', (file) => {
    const from = folderOf(join(src, file))
    expect(Object.keys(arrow)).toContain(from)
    for (const target of importsOf(file)) {
      if (target.startsWith('node:')) expect(mayUseNode, `${file} imports ${target}`).toContain(from)
      else if (target === 'electron') expect(from).toBe('app')
      else if (target.startsWith('.')) {
        const to = folderOf(resolve(dirname(join(src, file)), target))
        expect([from, ...(arrow[from] ?? [])], `${file} imports ${target}`).toContain(to)
      }
    }
  })

  test.each(files)('%s has a plain kebab-case name and no default export', (file) => {
    for (const part of file.split('/')) expect(part).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?$/)
    expect(file).not.toMatch(/utils?|helpers?|manager|service\./)
    expect(codeOf(file)).not.toMatch(/^export default|^(export )?(const )?enum /m)
  })

  test('only the real world asks which system this is', () => {
    const asking = files.filter((file) => /process\.platform/.test(codeOf(file)))
    expect(asking.filter((file) => folderOf(join(src, file)) !== 'world/real')).toEqual([])
  })

  test('no shell string is ever run', () => {
    const shell =
      /shell:\s*true|import\s*{[^}]*\bexec(Sync)?\b[^}]*}\s*from 'node:child_process'|child_process'\)?\.exec/
    expect(files.filter((file) => shell.test(codeOf(file)))).toEqual([])
  })

  test('ids are unique, and each list holds every file of its folder', () => {
    for (const [folder, list] of [
      ['probes', probes],
      ['causes', causes],
    ] as const) {
      const ids = list.map((entry) => entry.id)
      expect(new Set(ids).size).toBe(ids.length)
      const index = readFileSync(join(src, folder, 'index.ts'), 'utf8')
      const defining = files.filter((file) => file.startsWith(`${folder}/`) && /^ {2}id: '/m.test(codeOf(file)))
      for (const file of defining)
        expect(index, `${file} is missing in ${folder}/index.ts`).toContain(`./${file.slice(folder.length + 1)}`)
    }
  })

  test('an id is spelt in one file of code only: its own', () => {
    const strayed = [...probes, ...causes].flatMap(({ id }) => {
      // A one-word id is an everyday word too; only compounds can be told from prose and protocol words.
      if (!id.includes('-')) return []
      const spelling = new RegExp(`['"\`]${id}['"\`]`)
      const homes = files.filter((file) => spelling.test(codeOf(file)))
      return homes.length === 1 ? [] : [`${id}: ${homes.join(', ')}`]
    })
    expect(strayed).toEqual([])
  })
})
