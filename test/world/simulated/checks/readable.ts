import { afterFirstSentence } from '../../../../src/core/first-sentence.ts'
import { english, render } from '../../../../src/core/render.ts'
import { spokenIn } from '../../../../src/words/language.ts'
import { jargon } from '../../../words/jargon.ts'
import type { SceneCheck } from './scene-check.ts'

/** A child of twelve reads texts up to this. */
const hardest = 7
const longestTitle = 14
/** The title and the first sentence under it, which is what must be read to know what is wrong. */
const longestToUnderstand = 25

export const isReadable: SceneCheck = {
  says: 'can be read by a child of twelve',
  async holds({ found: { diagnosis } }, expect) {
    const german = { tag: 'de', catalogue: (await spokenIn('de')).catalogue }
    for (const { id, title, plain } of diagnosis.causes) {
      expect(wordsIn(render(title)).length, `the title of ${id}`).toBeLessThanOrEqual(longestTitle)
      const text = `${render(title)} ${render(plain)}`
      expect(readingGrade(text), `${id}: ${text}`).toBeLessThanOrEqual(hardest)
      expect(text, id).not.toMatch(anyJargon)
      for (const locale of [english, german]) {
        const [first] = afterFirstSentence(render(plain, locale))
        const toUnderstand = `${render(title, locale)} ${first}`
        expect(wordsIn(toUnderstand).length, `${id}: ${toUnderstand}`).toBeLessThanOrEqual(longestToUnderstand)
      }
    }
  },
}

const anyJargon = new RegExp(jargon.map(({ source }) => source).join('|'), 'i')

/** The automated readability index (Senter and Smith, AMRL-TR-66-220): the American school year that understands it. */
function readingGrade(text: string): number {
  const words = wordsIn(text)
  const letters = words.join('').length
  const sentences = text.match(/[.!?:](?=\s|$)/g)?.length ?? 1
  return 4.71 * (letters / words.length) + 0.5 * (words.length / sentences) - 21.43
}

function wordsIn(text: string): readonly string[] {
  // The name of a server is read as one short word.
  return text.replace(/[\w-]+(\.[\w-]+)+/g, 'name').match(/[\p{L}\p{N}’'-]+/gu) ?? []
}
