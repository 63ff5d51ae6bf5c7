import { signal } from '@preact/signals'
import { type Speaker, speakerOf } from '../../language/speak.ts'
import { words } from './words.ts'

/** Read when it is needed: whoever speaks English needs none. */
const catalogues: Readonly<Record<string, URL>> = { de: new URL('../../language/german.json', import.meta.url) }

const speakers = signal<Readonly<Record<string, Speaker>>>({})

/** Learns what the engine's sentences are called in the language of the panel. Where that fails, they stay English. */
export async function learn(): Promise<void> {
  const { locale } = words.value
  const address = catalogues[locale]
  if (address === undefined || speakers.value[locale]) return
  try {
    const answer = await fetch(address)
    if (answer.ok) speakers.value = { ...speakers.value, [locale]: speakerOf(await answer.json(), locale) }
  } catch {}
}

/** A sentence of the engine's in the language of the panel; nothing where it is not known in it. */
export function told(sentence: string): string | undefined {
  const { locale } = words.value
  return locale === 'en' ? sentence : speakers.value[locale]?.(sentence)
}
