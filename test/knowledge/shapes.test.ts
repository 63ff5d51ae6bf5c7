import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dialogsShape } from '../../src/knowledge/shapes/dialogs.ts'
import { foreignWordsShape } from '../../src/knowledge/shapes/foreign-words.ts'
import { mailServicesShape } from '../../src/knowledge/shapes/mail-services.ts'
import { outlookErrorsShape } from '../../src/knowledge/shapes/outlook-errors.ts'

/** Replies and providers have tests of their own. */
test.each([
  ['bounces.json', dialogsShape],
  ['dialogs.json', dialogsShape],
  ['foreign-words.json', foreignWordsShape],
  ['mail-services.json', mailServicesShape],
  ['outlook-errors.json', outlookErrorsShape],
])('%s is written as its shape says, and a slip of the pen is found', (file, shape) => {
  const text = readFileSync(join(import.meta.dirname, '../../src/knowledge', file), 'utf8')
  expect(shape.safeParse(JSON.parse(text)).error?.issues).toBeUndefined()
  expect(shape.safeParse(JSON.parse(text.replace(/"[a-z]+":/, '"colour":'))).success).toBe(false)
})
