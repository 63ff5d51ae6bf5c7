// `npm run release-files -- FOLDER OWNER/NAME`: beside the packages, what is published with them: their sums, what is in
// them (CycloneDX), the cask for Homebrew, and the notes.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { caskOf } from './cask.ts'
import { releaseNotes, sumsText } from './release-texts.ts'
import { artefactsIn } from './update-file.ts'

const root = resolve(import.meta.dirname, '..')
const [folder = '', repository = ''] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

try {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error('npm run release-files -- FOLDER OWNER/NAME')
  const files = artefactsIn(folder)
  const sumOf = (arch: string) => {
    const found = files.find(({ name }) => name === `Outbox-Doctor-${version}-${arch}.dmg`)
    if (!found) throw new Error(`The disk image for ${arch} is missing.`)
    return found.sha256
  }
  const sums = { arm64: sumOf('arm64'), x64: sumOf('x64') }
  const sbom = join(folder, 'sbom.cdx.json')
  const made = spawnSync(process.execPath, [join(root, 'release/make-sbom.ts'), sbom], { stdio: 'inherit' })
  if (made.status !== 0) throw new Error('The list of parts could not be made.')
  writeFileSync(join(folder, 'outbox-doctor.rb'), caskOf({ version, repository, sums }))
  writeFileSync(join(folder, 'SHA256SUMS'), sumsText(folder, [...files.map(({ name }) => name), 'sbom.cdx.json']))
  const archives = readdirSync(folder).filter((name) => name.endsWith('.asar.sha256'))
  const asars = archives.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim())
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  writeFileSync(join(folder, 'notes.md'), releaseNotes({ version, changelog, asars, repository }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
