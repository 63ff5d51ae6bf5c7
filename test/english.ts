import { expect } from 'vitest'
import { english, render } from '../src/core/render.ts'
import { isSentence } from '../src/core/sentence.ts'

/** Where files share a process, this is loaded for each of them; a second tester would only take time. */
const done = Symbol.for('a sentence equals its English text')

/**
 * Tests say what a person reads: a sentence equals the English text that is made of it, in `toEqual` and all that
 * compares like it. (`toBe`, `toMatch` and `toContain` want text: `render(sentence)`, or `shown(value)` for a whole.)
 */
if (!Reflect.has(globalThis, done)) {
  Reflect.set(globalThis, done, true)
  expect.addEqualityTesters([
    (one, other) => {
      if (isSentence(one) && typeof other === 'string') return render(one, english) === other
      return isSentence(other) && typeof one === 'string' ? render(other, english) === one : undefined
    },
  ])
}
