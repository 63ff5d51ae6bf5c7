import { en } from '../words/en.ts'
import type { Catalogue } from '../words/template.ts'

/**
 * The new catalogue in the shape of the old one, `{1}` for the first name: as long as a text somewhere is still plain
 * English that somebody else already says as a sentence.
 */
export function numbered(catalogue: Catalogue): Record<string, string> {
  return Object.fromEntries(
    Object.entries(catalogue).flatMap(([key, entry]) => {
      const names = [...new Set([...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))]
      const inNumbers = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name) => `{${names.indexOf(name) + 1}}`)
      if (typeof entry === 'string') return [[inNumbers(key), inNumbers(entry)]]
      const single = (form = '') => form.replace('{count}', '1')
      return [
        [single(en[key]?.one), single(entry.one)],
        [inNumbers(key), inNumbers(entry.other)],
      ]
    }),
  )
}
