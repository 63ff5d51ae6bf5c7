import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Diagnosis } from '../../../src/core/diagnosis.ts'
import type { Rendered } from '../../../src/core/rendered.ts'
import { readScene, type Scene } from '../../../src/world/simulated/scene.ts'

/** A case with its right answer, which was written down before it was tried. */
export interface OwnCase {
  kind: string
  name: string
  /** Where such a thing was reported. */
  seen: string
  /** Ids of causes that are right in the first place; `null`: none. */
  right: readonly (string | null)[]
  /** Right in the family: what would be done about it helps, too. */
  near: readonly string[]
  /** Would lead somebody astray, wherever it stands. */
  never: readonly string[]
  /** Words that must be told, and that must not. */
  says?: RegExp
  silent?: RegExp
  scene: Scene
}

export type Judged = 'right' | 'near' | 'undecided' | 'wrong' | 'misleading'

type Written = Omit<OwnCase, 'kind' | 'near' | 'never' | 'says' | 'silent' | 'scene'> & {
  near?: string[]
  never?: string[]
  says?: string
  silent?: string
  scene: object
}

const folder = join(import.meta.dirname, '../../recordings/field/own')

export function ownCases(): OwnCase[] {
  return globSync('*.json', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const written = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Written[]
      return written.map(({ near = [], never = [], says, silent, scene, ...one }) => ({
        ...one,
        kind: basename(file, '.json'),
        near,
        never,
        ...(says !== undefined && { says: new RegExp(says) }),
        ...(silent !== undefined && { silent: new RegExp(silent) }),
        scene: readScene(
          JSON.stringify({
            title: one.name.slice(0, 100),
            story: one.name,
            expects: { first: null, status: 'clear' },
            ...scene,
          }),
        ),
      }))
    })
}

/** How an answer stands against what was written down. */
export function judged(one: OwnCase, { causes }: Pick<Rendered<Diagnosis>, 'causes'>): Judged {
  const first = causes[0]?.id ?? null
  if (causes.some(({ id }) => one.never.includes(id))) return 'misleading'
  // What a server said is quoted as it is; these are our own words.
  const told = causes
    .flatMap(({ title, heading = '', plain, details }) => [title, heading, plain, ...details])
    .join(' ')
  if ((one.says && !one.says.test(told)) || one.silent?.test(told)) return 'wrong'
  if (one.right.includes(first)) return 'right'
  if (first !== null && one.near.includes(first)) return 'near'
  return first === null || first === 'cannot-see' ? 'undecided' : 'wrong'
}
