import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from './places.ts'
import type { Place } from './subject.ts'

/** What was changed in the home folder after the treatment. */
export interface Change {
  path: string
  sha256: string
}

const fileIn = ({ data }: Place) => join(data, 'changed.json')

export function noteChange(place: Place, path: string): void {
  writeFileSync(fileIn(place), JSON.stringify({ path, sha256: digest(join(place.home, path)) }))
}

/** Nothing where it did not come so far. */
export function changeIn(place: Place): Change | undefined {
  const file = fileIn(place)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return text === '' ? undefined : JSON.parse(text)
}
