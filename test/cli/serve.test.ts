import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outboxDoctor } from './run.ts'

const isBuilt = existsSync(join(import.meta.dirname, '../../dist/panel/index.html'))

describe('serve', () => {
  test.skipIf(isBuilt)('says how to build the panel where it is not built', async () => {
    const { status, errors } = await outboxDoctor(['serve'])
    expect([status, errors]).toEqual([2, expect.stringContaining('npm run build:panel')])
  })

  test.each([
    [['serve', '--port', '1.5'], 'whole number'],
    [['serve', '--port', '70000'], '65535'],
    [['serve', '--scene', 'no-such'], isBuilt ? 'no story of that name' : 'not built'],
  ])('%s is wrong use', async (args, words) => {
    const { status, errors } = await outboxDoctor(args)
    expect([status, errors]).toEqual([2, expect.stringContaining(words)])
  })
})
