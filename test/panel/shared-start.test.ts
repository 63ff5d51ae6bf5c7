import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedStart } from '../../src/panel/rescue/shared-start.ts'

test('what all folders begin with is not said of each', () => {
  const folders = ['Old mail / On My Computer / Inbox', 'Old mail / On My Computer / Inbox / 2024', 'Old mail / Sent']
  expect(sharedStart(folders)).toBe('Old mail / ')
  expect(sharedStart(folders.slice(0, 2))).toBe('Old mail / On My Computer / ')
  expect(sharedStart(['Inbox', 'Sent'])).toBe('')
  expect(sharedStart([])).toBe('')
})

test('whatever folders are called, something is left of each, and each begins so', () => {
  const name = fc.string({ minLength: 1, maxLength: 5 }).filter((text) => !text.includes('/'))
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join(' / '))
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 5 }), (paths) => {
      const start = sharedStart(paths)
      for (const one of paths) {
        expect(one.startsWith(start)).toBe(true)
        expect(one.length).toBeGreaterThan(start.length)
      }
    }),
  )
})
