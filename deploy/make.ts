import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeFiles } from './made-files.ts'

for (const [name, make] of Object.entries(madeFiles)) writeFileSync(join(import.meta.dirname, name), make())
