/** Every text of a catalogue or of a table of words; a word that is made of arguments is left out. */
export function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : []
}
