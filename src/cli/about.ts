import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `package.json` says of this program: the one place where its version stands. */
export function packageFacts(): { description: string; version: string; license: string } {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
}
