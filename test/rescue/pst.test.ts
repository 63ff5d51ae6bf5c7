import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { ownFolder } from '../history/folder.ts'
import { summaryOf, treeOf } from './rescue-here.ts'

const recordings = join(import.meta.dirname, '../recordings/rescue')

async function mailsOf(name: string) {
  const target = ownFolder()
  const summary = await summaryOf([join(recordings, name)], { target, formats: ['eml'] })
  const paths = Object.keys(treeOf(target)).filter((path) => path.startsWith('EML/'))
  return { summary, mails: await Promise.all(paths.map((path) => PostalMime.parse(readFileSync(join(target, path))))) }
}

test('the same note in an old file and a new one is the same mail, with its attachment', async () => {
  const [wide, narrow] = [await mailsOf('sample1-unicode.pst'), await mailsOf('sample2-ansi.pst')]
  const told = ({ mails }: typeof wide) =>
    mails.map(({ subject, from, text, attachments }) => ({
      ...{ subject, from },
      // Outlook made plain quotes of the curly ones when it wrote the old file; readpst shows the same.
      text: text?.replaceAll('’', "'"),
      bytes: attachments.map(({ content }) => (content as ArrayBuffer).byteLength),
    }))
  expect(told(wide)[0]?.bytes).toEqual([93_142])
  expect(told(narrow)).toEqual(told(wide))
})

test.each([
  ['post-unicode.pst', 2, 2],
  ['post-ansi.pst', 1, 1],
  ['notes-attachments-embedded-unicode.pst', 17, 15],
])('%s: every item is found, posts too', async (name, found, written) => {
  const { summary } = await mailsOf(name)
  expect(summary).toMatchObject({ found, written, skipped: found - written, failed: 0, damaged: 0, accounted: true })
})
