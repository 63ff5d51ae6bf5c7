/** A text of ours, parted after its first sentence; the rest may be nothing. */
export function afterFirstSentence(text: string): [first: string, rest: string] {
  const [first = text] = text.match(/^.*?[.!?](?=\s)/s) ?? []
  return [first, text.slice(first.length).trim()]
}
