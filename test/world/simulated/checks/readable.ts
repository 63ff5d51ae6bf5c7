import { render } from '../../../../src/core/render.ts'
import type { SceneCheck } from './scene-check.ts'

/** A child of twelve reads texts up to this. */
const hardest = 7
const longestTitle = 14

export const isReadable: SceneCheck = {
  says: 'can be read by a child of twelve',
  holds({ found: { diagnosis } }, expect) {
    for (const { id, title, plain } of diagnosis.causes) {
      expect(wordsIn(render(title)).length, `the title of ${id}`).toBeLessThanOrEqual(longestTitle)
      const text = `${render(title)} ${render(plain)}`
      expect(readingGrade(text), `${id}: ${text}`).toBeLessThanOrEqual(hardest)
    }
  },
}

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
