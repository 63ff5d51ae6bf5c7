const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** Whether a text is HTML, as far as its tags tell: stores of Outlook keep HTML in fields for text, and text in those for HTML. */
export function isLikelyHtml(text: string): boolean {
  return /<(?:!doctype html|html|head|body|div|p|br|span|table|font|meta|style|a|b|i|ul|ol|img|h[1-6])(?:\s[^<>]*)?\/?>/i.test(
    text.slice(0, 20_000),
  )
}

/** What a page says, as text: for those who read no HTML. */
export function plainOfHtml(html: string): string {
  // Behind the last tag that ends there is none: looking for its end from each `<` on could take for ever.
  const end = html.lastIndexOf('>') + 1
  return `${withoutTags(html.slice(0, end))}${html.slice(end)}`
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) =>
      name === undefined ? characterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16)) : (named[name] ?? whole),
    )
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(style|script|head|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^>]*>\s?|<\/(?:div|tr|li|h[1-6]|table)\s*>\s?/gi, '\n')
    .replace(/<\/p\s*>\s?/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
}
