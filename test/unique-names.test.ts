import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../src')

/** Names that two files may export, and why. */
const mayStandTwice: Readonly<Record<string, string>> = {}

const declared = /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|interface|type|const|let) (\w+)/gm
const destructured = /^export const (?:\{([^}]*)\}|\[([^\]]*)\]) =/gm

function exportedNames(text: string): Set<string> {
  const several = [...text.matchAll(destructured)].flatMap(([, object, array]) => (object ?? array ?? '').split(','))
  const bound = several.map((one) => one.split(':').at(-1)?.trim() ?? '').filter((name) => name !== '')
  return new Set([...[...text.matchAll(declared)].map(([, name = '']) => name), ...bound])
}

/** The files of each name, for every name that more than one of them exports. */
function namesOfSeveral(files: ReadonlyMap<string, string>): string[] {
  const homes = new Map<string, string[]>()
  for (const [file, text] of files)
    for (const name of exportedNames(text)) homes.set(name, [...(homes.get(name) ?? []), file])
  return [...homes].filter(([, all]) => all.length > 1).map(([name, all]) => `${name}: ${all.join(', ')}`)
}

const files = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join(src, file), 'utf8')]),
)

describe('one thing has one name, and one name is one thing', () => {
  test('no two files of src export the same name', () => {
    const several = namesOfSeveral(files).filter((one) => mayStandTwice[one.split(':')[0] ?? ''] === undefined)
    expect(several).toEqual([])
  })

  test('nothing is excepted that stands once', () => {
    const several = namesOfSeveral(files).map((one) => one.split(':')[0])
    expect(Object.keys(mayStandTwice).filter((name) => !several.includes(name))).toEqual([])
  })

  test('every way of exporting a name is seen', () => {
    const one = 'export interface A {}\nexport type B = 1\nexport const c = 1\nexport async function d() {}\n'
    const other = 'export abstract class A {}\nexport const { B, c: d } = x\nexport function* c() {}\n'
    const found = namesOfSeveral(
      new Map([
        ['one', one],
        ['other', other],
      ]),
    )
    expect(found).toEqual(['A: one, other', 'B: one, other', 'c: one, other', 'd: one, other'])
  })
})
