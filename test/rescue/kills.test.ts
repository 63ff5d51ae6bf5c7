import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../history/folder.ts'
import { killRescues } from './kills.ts'
import { filled, letter } from './rescue-here.ts'

const recordings = join(import.meta.dirname, '../recordings/rescue')

// Processes that are really ended; two hundred of them are in `bench/rescue-kills.ts`.
test('killed while it writes, and while it reads again, it comes to the same bytes in every format', async () => {
  const letters = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`${at % 2}/${at}.eml`, letter(at)]))
  const sources = [filled(ownFolder(), letters), join(recordings, 'notes-attachments-embedded-unicode.pst')]
  const moments = [0.9, 0.2, 0.7, 0.7, 0.9, 0.7, 0.9].values()
  expect(await killRescues(sources, 3, () => moments.next().value ?? 0.9)).toEqual({
    ...{ kills: 3, finished: 1, wrong: [] },
  })
})
