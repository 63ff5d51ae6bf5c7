import type { Locale } from '../../src/core/render.ts'
import { type Arg, type Sentence, withArgs } from '../../src/core/sentence.ts'
import { de } from '../../src/words/de.ts'
import { en } from '../../src/words/en.ts'
import type { CatalogueEntry } from '../../src/words/template.ts'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = [...'áƀćđéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýźÁɃĆĐÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹ']

/**
 * A language that nobody speaks, made of the English keys: every letter accented, longer by a third, brackets around. What
 * is said in it and still has a Latin letter without an accent has escaped the catalogue.
 */
export const pseudo: Locale = {
  // Its own lists and dates are written in other letters.
  tag: 'el',
  catalogue: Object.fromEntries(Object.keys(de).map((key) => [key, entryOf(key)])),
}

function entryOf(key: string): CatalogueEntry {
  const forms = Object.hasOwn(en, key) ? en[key] : undefined
  if (!forms) return disguised(key)
  return {
    ...Object.fromEntries(Object.entries(forms).map(([rule, text]) => [rule, disguised(text)])),
    other: disguised(key),
  }
}

function disguised(text: string): string {
  const letters = text
    .split(/(\{\w+\})/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/[a-z]/gi, (one) => accented[plain.indexOf(one)] ?? one),
    )
    .join('')
  return `⟦${letters}${'·'.repeat(Math.ceil(text.length / 3))}⟧`
}

/** The same sentence with a mark in the place of every text that is nobody's to translate. */
export function withoutVerbatim(sentence: Sentence): Sentence {
  return withArgs(sentence, (): Arg => ({ text: '∎' }))
}

/** SI's signs are the same in every language. */
const units = /\d (ms|s|kB|MB|GB)\b/g

/** The English that is left in a text of this language. */
export function englishIn(text: string): string[] {
  return text.replaceAll(units, '').match(/[A-Za-z][A-Za-z’' ,;:.-]*[A-Za-z]/g) ?? []
}
