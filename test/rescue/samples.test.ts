import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { rescueFormats } from '../../src/rescue/outputs/output.ts'
import { readLargeMessage } from '../../src/rescue/proof/large-message.ts'
import { ownFolder } from '../history/folder.ts'
import { summaryOf, treeOf } from './rescue-here.ts'

const recordings = join(import.meta.dirname, '../recordings/rescue')
const samples = readdirSync(recordings).filter((name) => /\.(pst|olm)$/.test(name))
const formats = rescueFormats.filter((format) => format !== 'pdf')

test.each(samples)(
  '%s turns into every format, all of it, and two readers find as many parts in each letter',
  async (name) => {
    const target = ownFolder()
    const summary = await summaryOf([join(recordings, name)], { target, formats })
    const { found, written, sealed } = summary
    expect(summary).toMatchObject({ accounted: true, skipped: 0, failed: 0, damaged: 0, leftOut: 0 })
    expect(written + sealed).toBe(found)
    expect(found > 0).toBe(!name.startsWith('empty'))
    for (const path of Object.keys(treeOf(target)).filter((one) => one.endsWith('.eml') && one.startsWith('EML/'))) {
      const bytes = readFileSync(join(target, path))
      const [one, other] = [
        await PostalMime.parse(bytes, { forceRfc822Attachments: true }),
        await readLargeMessage([bytes]),
      ]
      const texts = [one.text, one.html].filter((text) => text !== undefined).length
      // Attachments, and one part or two of text.
      expect(other.parts.length - one.attachments.length, path).toBeGreaterThanOrEqual(Math.min(1, texts))
      expect(other.parts.length - one.attachments.length, path).toBeLessThanOrEqual(2)
    }
  },
)
