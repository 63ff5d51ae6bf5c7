// `npm run check-release -- TAG`: whether this commit may be published as that version. Ends with 1 where it may not.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { faultsOf } from './release-texts.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const [tag = ''] = process.argv.slice(2)
const faults = faultsOf({
  tag,
  version: JSON.parse(read('package.json')).version,
  changelog: read('CHANGELOG.md'),
  publisher: JSON.parse(read('src/knowledge/publisher.json')),
  texts: Object.fromEntries(['LICENSE', 'SECURITY.md'].map((name) => [name, existsSync(join(root, name))])),
})
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
