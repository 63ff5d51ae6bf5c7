import { expect, test } from 'vitest'
import { afterFirstSentence } from '../../src/core/first-sentence.ts'

test.each([
  [
    'Port 587 is shut here. Another one is open. It will do.',
    'Port 587 is shut here.',
    'Another one is open. It will do.',
  ],
  ['smtp.example.net takes 1.5 MB!', 'smtp.example.net takes 1.5 MB!', ''],
  ['Nothing ends here', 'Nothing ends here', ''],
  ['', '', ''],
])('%s', (text, first, rest) => {
  expect(afterFirstSentence(text)).toEqual([first, rest])
})
