import type { PlistValue } from './plist-value.ts'

const head = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
  '<plist version="1.0">',
]

/** An XML property list, as macOS reads it. Throws for characters that XML has no way to hold, and for `null`. */
export function xmlPlist(value: PlistValue): string {
  return [...head, ...linesOf(value).map((line) => `  ${line}`), '</plist>'].join('\n')
}

function linesOf(value: PlistValue): string[] {
  if (value === null) throw new Error('An XML property list has no null.')
  if (typeof value === 'string') return [element('string', value)]
  if (typeof value === 'boolean') return [value ? '<true/>' : '<false/>']
  if (typeof value === 'number') return [numberLine(value)]
  if (value instanceof Date) return [element('date', value.toISOString().replace(/\.\d{3}Z$/, 'Z'))]
  if (value instanceof Uint8Array)
    return [element('data', btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')))]
  if (Array.isArray(value)) return around('array', value.flatMap(linesOf))
  return around(
    'dict',
    Object.entries(value).flatMap(([key, one]) => [element('key', key), ...linesOf(one)]),
  )
}

function numberLine(value: number): string {
  const digits = String(value)
  return element(/^-?\d+$/.test(digits) ? 'integer' : 'real', digits)
}

function around(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [`<${name}/>`] : [`<${name}>`, ...lines.map((line) => `  ${line}`), `</${name}>`]
}

function element(name: string, text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('XML has no way to hold this character.')
  return text === '' ? `<${name}/>` : `<${name}>${escaped(text)}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')
}
