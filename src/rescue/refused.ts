import { render } from '../core/render.ts'
import type { Sentence } from '../core/sentence.ts'

/** A rescue that cannot begin or go on, and the sentence that says why. */
export class RescueRefused extends Error {
  override name = 'RescueRefused'
  readonly words: Sentence

  constructor(words: Sentence, options?: ErrorOptions) {
    super(render(words), options)
    this.words = words
  }
}
