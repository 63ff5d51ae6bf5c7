import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShippedPackage } from './shipped-packages.ts'

/** Of CycloneDX 1.5 (cyclonedx.org/docs/1.5/json), what is made here. */
export interface Component {
  'bom-ref': string
  type: string
  name: string
  version?: string
  purl?: string
  scope?: string
  hashes?: readonly { alg: string; content: string }[]
  licenses?: readonly object[]
  components?: readonly Component[]
}
export interface Sbom {
  bomFormat: string
  specVersion: string
  metadata: { timestamp?: string; component: Component; [more: string]: unknown }
  components: readonly Component[]
  dependencies: readonly { ref: string; dependsOn?: readonly string[] }[]
  [more: string]: unknown
}

/**
 * What npm says of all packages, less those that nobody installs, and with Electron, which npm takes for a tool. Without
 * a time and a number of chance: two of the same commit are the same.
 */
export function sbomOf(all: Sbom, shipped: readonly ShippedPackage[], electron: Component): Sbom {
  const { serialNumber: _, metadata, components, dependencies, ...rest } = all
  const { timestamp: __, ...kept } = metadata
  const refs = new Set(shipped.map(({ name, version }) => `${name}@${version}`))
  const own = metadata.component['bom-ref']
  const isIn = (ref: string) => refs.has(ref) || ref === own
  const linked = dependencies
    .filter(({ ref }) => isIn(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: [...dependsOn.filter(isIn), ...(ref === own ? [electron['bom-ref']] : [])],
    }))
  return {
    ...rest,
    metadata: { ...kept, component: { ...metadata.component, type: 'application', name: 'outbox-doctor' } },
    // What is woven into the panel is required like the rest, whatever npm calls it.
    components: [
      ...components.filter((one) => isIn(one['bom-ref'])).map((one) => ({ ...one, scope: 'required' })),
      electron,
    ],
    dependencies: [...linked, { ref: electron['bom-ref'], dependsOn: [] }],
  } as Sbom
}

/** Electron as it is fetched for a Mac, by the sums that its package brings; and what is in it. */
export function electronComponent(root: string): Component {
  const read = (name: string) => JSON.parse(readFileSync(join(root, 'node_modules/electron', name), 'utf8'))
  const { version } = read('package.json')
  const sums: Readonly<Record<string, string>> = read('checksums.json')
  const parts = ['arm64', 'x64'].map((arch): Component => {
    const file = `electron-v${version}-darwin-${arch}.zip`
    const content = sums[file]
    if (content === undefined) throw new Error(`The package electron knows no sum of ${file}.`)
    return { 'bom-ref': file, type: 'file', name: file, version, hashes: [{ alg: 'SHA-256', content }] }
  })
  // Which versions these are, Electron’s own release notes say; its package does not.
  const inside = ['chromium', 'node'].map(
    (name): Component => ({
      'bom-ref': `${name}-of-electron@${version}`,
      type: 'library',
      name,
    }),
  )
  return {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    scope: 'required',
    purl: `pkg:github/electron/electron@v${version}`,
    licenses: [{ license: { id: 'MIT' } }],
    components: [...parts, ...inside],
  }
}
