import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, '.github/workflows')
const names = ['linux.yml', 'mac.yml']
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
  expect(readdirSync(folder).sort()).toEqual([...names, 'release.yml'])
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

describe('release.yml', () => {
  const text = readFileSync(join(folder, 'release.yml'), 'utf8')
  const env = z.record(z.string(), z.string()).optional()
  const step = z.union([
    z.strictObject({ run: z.string(), if: z.string().optional(), env, 'continue-on-error': z.boolean().optional() }),
    z.strictObject({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional(), if: z.string().optional() }),
  ])
  const job = z.strictObject({
    needs: z.string().optional(),
    'runs-on': z.string(),
    strategy: z
      .strictObject({
        matrix: z.strictObject({ include: z.array(z.strictObject({ runner: z.string(), arch: z.string() })) }),
      })
      .optional(),
    'timeout-minutes': z.number().max(120),
    // Somebody approves what takes secrets.
    environment: z.literal('release'),
    permissions: rights,
    env,
    steps: z.array(step),
  })
  const { jobs } = z
    .strictObject({
      name: z.literal('release'),
      // Never for somebody else's pull request.
      on: z.strictObject({ push: z.strictObject({ tags: z.tuple([z.literal('v*')]) }) }),
      permissions: z.strictObject({}),
      concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.literal(false) }),
      jobs: z.strictObject({ mac: job, draft: job }),
    })
    .parse(parse(text))
  const all = [...jobs.mac.steps, ...jobs.draft.steps]
  const uses = all.flatMap((one) => ('uses' in one ? [one] : []))
  const runs = all.flatMap((one) => ('run' in one ? [one.run] : []))

  test('builds on a Mac of each kind, and gives each job what it needs', () => {
    expect(jobs.mac.strategy?.matrix.include).toEqual([
      { runner: 'macos-26', arch: 'arm64' },
      { runner: 'macos-15-intel', arch: 'x64' },
    ])
    expect(jobs.mac.permissions).toEqual({ contents: 'read', 'id-token': 'write', attestations: 'write' })
    expect(jobs.draft.permissions).toEqual({ contents: 'write' })
    expect(jobs.draft.needs).toBe('mac')
  })

  test('knows each action by its sum, and leaves no credentials behind', () => {
    for (const { uses: one } of uses) expect(one).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
    expect([...text.matchAll(/uses: \S+ # v\d+\.\d+\.\d+$/gm)]).toHaveLength(uses.length)
    for (const one of uses.filter(({ uses: name }) => name.startsWith('actions/checkout@')))
      expect(one.with).toEqual({ 'persist-credentials': false })
    // The same as in the other workflows, where both have it.
    const everyday = names.flatMap((name) => stepsOf(name).flatMap((one) => ('uses' in one ? [one.uses] : [])))
    for (const { uses: one } of uses) {
      const others = everyday.filter((other) => other.split('@')[0] === one.split('@')[0])
      expect(others.filter((other) => other !== one)).toEqual([])
    }
  })

  test('hands secrets over in the environment of a step alone, and puts nothing of others into a command', () => {
    for (const line of runs) expect(line).not.toContain('${{')
    const given = all.flatMap((one) => ('env' in one && one.env ? Object.values(one.env) : []))
    const secret = [...text.matchAll(/secrets\.\w+/g)].length
    expect(given.filter((value) => value.includes('secrets.'))).toHaveLength(secret - 1)
  })

  test('runs what there is', () => {
    for (const line of runs) {
      const script = /^npm run ([\w-]+)( |$)/.exec(line)?.[1]
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script)
      else
        expect(line).toMatch(
          /^(npm ci --ignore-scripts |npm rebuild node-mac-permissions$|gh release create .* --draft )/,
        )
    }
  })

  test('checks before it builds, keeps the number of the submission whatever comes, and proves what it built there', () => {
    const order = jobs.mac.steps.map((one) => ('run' in one ? one.run : (one.uses.split('@')[0] ?? '')))
    const at = (begin: string) => order.findIndex((one) => one.startsWith(begin))
    expect(at('npm run check-release')).toBeLessThan(at('npm run build'))
    expect(at('npm run pack')).toBeLessThan(at('actions/attest-build-provenance'))
    expect(
      jobs.mac.steps.find((one) => 'with' in one && String(one.with?.name).startsWith('submission-')),
    ).toMatchObject({
      if: 'always()',
      with: { path: 'dist/packages/submission-*.json', 'if-no-files-found': 'ignore' },
    })
  })
})
