import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, '.github/workflows')
const names = readdirSync(folder).sort()
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

const rights = z.record(z.string(), z.enum(['read', 'write', 'none']))
const step = z.union([
  z.strictObject({ run: z.string(), if: z.string().optional(), 'continue-on-error': z.boolean().optional() }),
  z.strictObject({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional(), if: z.string().optional() }),
])
const job = z.strictObject({
  'runs-on': z.string(),
  strategy: z
    .strictObject({ 'fail-fast': z.boolean(), matrix: z.strictObject({ runner: z.array(z.string()) }) })
    .optional(),
  container: z.strictObject({ image: z.string(), options: z.string() }).optional(),
  'timeout-minutes': z.number().max(120),
  permissions: rights,
  steps: z.array(step),
})
const workflow = z.strictObject({
  name: z.string(),
  // Never with the secrets of somebody else's pull request.
  on: z.strictObject({
    push: z.strictObject({ branches: z.tuple([z.literal('main')]) }),
    pull_request: z.null(),
    workflow_dispatch: z.null(),
  }),
  permissions: z.strictObject({}),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(z.string(), job),
})

const read = (name: string) => workflow.parse(parse(readFileSync(join(folder, name), 'utf8')))
const stepsOf = (name: string) => Object.values(read(name).jobs).flatMap(({ steps }) => steps)
const runsOf = (name: string) => stepsOf(name).flatMap((one) => ('run' in one ? [one.run] : []))

test('there is one for each kind of computer', () => {
  expect(names).toEqual(['linux.yml', 'mac.yml'])
})

describe.each(names)('%s', (name) => {
  test('may read the sources and nothing else, and knows each action by its sum', () => {
    for (const { permissions } of Object.values(read(name).jobs)) expect(permissions).toEqual({ contents: 'read' })
    const used = stepsOf(name).flatMap((one) => ('uses' in one ? [one] : []))
    expect(used[0]?.uses).toMatch(/^actions\/checkout@/)
    expect(used[0]?.with).toEqual({ 'persist-credentials': false })
    for (const { uses } of used) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
    const text = readFileSync(join(folder, name), 'utf8')
    expect([...text.matchAll(/uses: \S+ #/g)]).toHaveLength(used.length)
    expect(text).not.toContain('secrets.')
  })

  test('runs what there is', () => {
    const runs = runsOf(name)
    expect(runs.length).toBeGreaterThan(0)
    for (const line of runs) {
      const [program = '', verb, script = ''] = line.split(' ')
      if (program.startsWith('.')) {
        expect(existsSync(join(root, program))).toBe(true)
        expect(statSync(join(root, program)).mode & 0o111).not.toBe(0)
      } else if (program === 'npm' && verb === 'run') expect(Object.keys(scripts)).toContain(script)
      else expect(line).toMatch(/^(npm ci --ignore-scripts |npm rebuild node-mac-permissions$|ditto -c -k )/)
    }
  })
})

test('a Mac of each kind spends its day, and what it saw is kept', () => {
  const { day } = read('mac.yml').jobs
  expect(day?.strategy?.matrix.runner).toEqual(['macos-26', 'macos-15-intel'])
  const runs = runsOf('mac.yml')
  expect(runs).toContain('npm run mac -- --ask')
  expect(runs).toContain('npm run dist:local')
  const kept = stepsOf('mac.yml').find((one) => 'uses' in one && one.uses.startsWith('actions/upload-artifact@'))
  expect(kept).toMatchObject({ with: { path: expect.stringContaining('mac-day') } })
  // The folder that the day leaves, and the one that is uploaded.
  expect(readFileSync(join(root, 'test/mac-day/mac-day.ts'), 'utf8')).toContain("join(root, 'mac-day')")
  expect(readFileSync(join(root, '.gitignore'), 'utf8')).toContain('/mac-day/')
})

test('Linux runs everything', () => {
  expect(runsOf('linux.yml')).toEqual(['.ci/run'])
})
