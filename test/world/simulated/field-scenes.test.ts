import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, test } from 'vitest'
import { isPrivateAddress } from '../../../src/knowledge/providers.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'
import { readScene } from '../../../src/world/simulated/scene.ts'
import { examined } from './examined.ts'

/** What real people met, as scenes; each expects the right answer. */
const folder = join(import.meta.dirname, '../../recordings/field/scenes')
const scenes = globSync('*.json', { cwd: folder })
  .sort()
  .map((file) => [file, readScene(readFileSync(join(folder, file), 'utf8'))] as const)

describe('scenes from the field', () => {
  // The first to sign in loads the mail libraries; that is not the server's slowness.
  beforeAll(async () => void (await examined(loadScene('healthy-own-server'))))

  test.for(scenes)('%s', { timeout: 90_000 }, async ([, scene], { expect: expectHere }) => {
    const { diagnosis } = await examined(scene)
    const { causes, status } = diagnosis
    const { expects } = scene
    expectHere({ first: causes[0]?.id ?? null, status }).toEqual({ first: expects.first, status: expects.status })
    expectHere(causes.map(({ id }) => id)).toEqual(expectHere.arrayContaining(expects.also ?? []))
    if (isPrivateAddress(scene.account.email))
      expectHere(JSON.stringify(causes)).not.toMatch(/administrator|organi[sz]ation|\bIT\b/)
  })
})
