import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { duration, say, verbatim } from '../../src/core/sentence.ts'
import { englishIn, pseudo, withoutVerbatim } from './pseudo.ts'

// That no English is told in any scene is held in world/simulated/checks.
describe('a language made of the keys', () => {
  test('has no English left in it, nor in what it fills in', () => {
    const sentence = say('{host} greets in {took}', { host: verbatim('mail.example.net'), took: duration(84) })
    expect(englishIn(render(withoutVerbatim(sentence), pseudo))).toEqual([])
    expect(render(sentence, pseudo)).toMatch(/^⟦mail\.example\.net ǵŕééťś íń 84 ms·+⟧$/)
    expect(englishIn('mail waits')).toEqual(['mail waits'])
  })
})
