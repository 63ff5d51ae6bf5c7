// `npm run sign-update -- FOLDER`: of the packages in a folder, the signed file that tells of them (update.json there).
// The private key comes from the environment, in PEM: two of them while one is replaced by the next.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import publisher from '../src/knowledge/publisher.json' with { type: 'json' }
import { artefactsIn, keysIn, releaseOf, signedUpdate } from './update-file.ts'

const root = resolve(import.meta.dirname, '..')
const [folder = join(root, 'dist/packages')] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

try {
  const keys = keysIn(process.env.OUTBOX_DOCTOR_UPDATE_KEY ?? '')
  if (keys.length === 0) throw new Error('OUTBOX_DOCTOR_UPDATE_KEY holds no private key; npm run update-key makes one.')
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const release = releaseOf({ version, changelog, files: artefactsIn(folder), now: Date.now() })
  const file = join(folder, 'update.json')
  writeFileSync(file, signedUpdate(release, keys, publisher))
  console.log(
    `${file}: version ${version}, ${release.files.length} files, until ${new Date(release.expires).toISOString()}`,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
