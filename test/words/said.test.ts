import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { de } from '../../src/words/de.ts'

const src = join(import.meta.dirname, '../../src')

test('the catalogue holds nothing that is said no more', () => {
  const source = globSync('**/*.{ts,tsx,json}', { cwd: src })
    .filter((file) => !file.startsWith('words/') && !file.startsWith('world/simulated/scenes/'))
    .map((file) => readFileSync(join(src, file), 'utf8'))
    .join('\n')
  expect(
    Object.keys(de).filter((key) => !source.includes(key) && !source.includes(JSON.stringify(key).slice(1, -1))),
  ).toEqual([])
})
