// `npm run sbom -- FILE`: what is in the app, in CycloneDX, from the lock file alone.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { electronComponent, sbomOf } from './sbom.ts'
import { shippedPackages } from './shipped-packages.ts'

const root = resolve(import.meta.dirname, '..')
const [file = 'sbom.cdx.json'] = process.argv.slice(2)
const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
const { status, stdout, stderr } = spawnSync('npm', args, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1_024 * 1_024,
})
if (status === 0) {
  const made = sbomOf(JSON.parse(stdout), shippedPackages(root), electronComponent(root))
  writeFileSync(file, `${JSON.stringify(made, null, 1)}\n`)
  console.log(`${file}: ${made.components.length} components`)
} else {
  console.error(stderr || 'npm could not be asked.')
  process.exitCode = 1
}
