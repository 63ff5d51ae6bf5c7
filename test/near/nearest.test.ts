import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../history/folder.ts'
import { importsOf } from './imports.ts'
import { nearest, within } from './nearest.ts'

const texts = {
  'src/a/one.ts': "import { two } from '../b/two.ts'\nimport words from './words.json' with { type: 'json' }\n",
  'src/a/words.json': '{}',
  'src/b/two.ts': "import type { One } from '../a/one.ts'\nexport * from 'elsewhere'\n",
  'src/b/scenes/three.json': '{}',
  'src/late.ts': "const one = async () => import('./a/one.ts')\n",
  'test/a/one.test.ts': "import { one } from '../../src/a/one.ts'\n",
  'test/b/two.test.ts': "import '../../src/b/two.ts'\n",
  'test/b/scenes/three.test.ts': '',
  'test/late.test.ts': "import { late } from '../src/late.ts'\n",
  'test/other.test.ts': "import { gone } from '../src/gone.ts'\n",
}

/** A repository of a few files. */
function repository() {
  const root = ownFolder()
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const files = Object.keys(texts)
  const tests = files.filter((file) => file.endsWith('.test.ts'))
  const imports = importsOf(files, root)
  return { imports, touchedBy: (...changed: string[]) => nearest(tests, changed, imports) }
}

test('imports are read as they stand: types, data, and what is called for later', () => {
  const { imports } = repository()
  expect(imports.get('src/a/one.ts')).toEqual(['src/b/two.ts', 'src/a/words.json'])
  expect(imports.get('src/b/two.ts')).toEqual(['src/a/one.ts'])
  expect(imports.get('src/late.ts')).toEqual(['src/a/one.ts'])
  expect(imports.get('test/other.test.ts')).toEqual([])
  expect(imports.has('src/a/words.json')).toBe(false)
})

test('a change touches what reaches it, the nearest first, and in a circle, too', () => {
  const { touchedBy } = repository()
  expect(touchedBy('src/a/one.ts')).toEqual([
    { file: 'test/a/one.test.ts', steps: 1 },
    { file: 'test/b/two.test.ts', steps: 2 },
    { file: 'test/late.test.ts', steps: 2 },
  ])
  expect(touchedBy('src/a/words.json')).toContainEqual({ file: 'test/late.test.ts', steps: 3 })
})

test('a test that has changed is the nearest; data that is read at run time is tested in the folder of its like', () => {
  const { touchedBy } = repository()
  expect(touchedBy('test/other.test.ts')).toEqual([
    { file: 'test/other.test.ts', steps: 0 },
    { file: 'test/late.test.ts', steps: 1 },
  ])
  expect(touchedBy('src/b/scenes/three.json')).toEqual([{ file: 'test/b/scenes/three.test.ts', steps: 1 }])
  expect(touchedBy('README.md')).toEqual([])
})

test('as many are run as there is time for; one that is too long lets the next through', () => {
  const near = ['quick', 'long', 'later'].map((file, steps) => ({ file, steps }))
  const cost = (file: string) => (file === 'long' ? 5_000 : 400)
  expect(within(near, 1_000, cost).map(({ file }) => file)).toEqual(['quick', 'later'])
  expect(within(near, 700, cost).map(({ file }) => file)).toEqual(['quick'])
})
