import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from '../../src/core/render.ts'
import { isSentence, type Sentence } from '../../src/core/sentence.ts'
import { englishIn, pseudo, withoutVerbatim } from './pseudo.ts'

/** Where a text for a person stands. */
const told = new Set([
  ...['advice', 'against', 'blocked', 'body', 'commands', 'details', 'evidence', 'heading', 'label', 'line', 'name'],
  ...[
    'plain',
    'promise',
    'question',
    'reason',
    'sentence',
    'since',
    'steps',
    'subject',
    'text',
    'title',
    'value',
    'why',
  ],
  'words',
])

/** Every sentence in a value, and every English text that stands where a sentence should. */
export function sentencesIn(value: unknown): { sentences: Sentence[]; bare: string[] } {
  const sentences: Sentence[] = []
  const bare: string[] = []
  const seen = new Set<unknown>()
  const walk = (one: unknown, isTold: boolean): void => {
    if (typeof one === 'string') {
      if (isTold && /[a-z] [a-z]/i.test(one)) bare.push(one)
    } else if (isSentence(one)) sentences.push(one)
    else if (typeof one === 'object' && one !== null && !seen.has(one)) {
      seen.add(one)
      const entries = Array.isArray(one) ? one.map((each) => [undefined, each] as const) : Object.entries(one)
      for (const [name, each] of entries) walk(each, name === undefined ? isTold : told.has(name))
    }
  }
  walk(value, false)
  return { sentences, bare }
}

/** The English that somebody would read who reads none, each text once. */
export function escapesIn(value: unknown): string[] {
  const { sentences, bare } = sentencesIn(value)
  const english = sentences.flatMap((one) => englishIn(render(withoutVerbatim(one), pseudo)))
  return [...new Set([...bare, ...english])]
}

const src = join(import.meta.dirname, '../../src')
let files: { room: string; text: string }[] | undefined

/** The room that says it, as far as its words stand somewhere in one piece. */
export function roomOf(text: string): string {
  files ??= globSync('**/*.{ts,tsx,json}', { cwd: src })
    .filter((file) => !file.startsWith('words/') && !file.startsWith('language/'))
    .map((file) => ({ room: file.split('/')[0] ?? '', text: readFileSync(join(src, file), 'utf8') }))
  const words = text.split(/[^A-Za-z’]+/).filter((word) => word !== '')
  for (let length = words.length; length >= 2; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const piece = words.slice(from, from + length).join(' ')
      const found = files.find((file) => file.text.includes(piece))
      if (found) return found.room
    }
  return '?'
}

/** `room: text`, in order. */
export function byRoom(escapes: Iterable<string>): string[] {
  return [...new Set(escapes)].map((text) => `${roomOf(text)}: ${text}`).sort()
}
