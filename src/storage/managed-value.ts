import type { SettingKey, SettingRow } from '../core/settings.ts'

/** What a profile says of itself; it stands among the values that it sets. */
const ofProfile: ReadonlySet<string> = new Set([
  'PayloadContent',
  'PayloadDescription',
  'PayloadDisplayName',
  'PayloadEnabled',
  'PayloadIdentifier',
  'PayloadOrganization',
  'PayloadScope',
  'PayloadType',
  'PayloadUUID',
  'PayloadVersion',
  '_manualProfile',
])

type Document = Readonly<Record<string, unknown>>

/** The settings in an administrator's document, without what its profile says of itself. */
export function withoutProfileKeys(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !ofProfile.has(key)))
}

/**
 * What a profile sets for a domain, where a whole profile was given (as one tries it before it is rolled out); any other
 * document as it is.
 */
export function payloadFor(domain: string, document: unknown): unknown {
  const { PayloadType: type, PayloadContent: content } = (document ?? {}) as Document
  if (type !== 'Configuration' || !Array.isArray(content)) return document
  return content.findLast((one: unknown) => (one as Document | null)?.PayloadType === domain)
}

/** Who an administrator's document says it is from. */
export function organisationIn(document: unknown): string | undefined {
  const named = (document as { PayloadOrganization?: unknown } | undefined)?.PayloadOrganization
  return typeof named === 'string' && named.trim() !== '' ? named.trim() : undefined
}

/** `intervalMains` for `interval.mains`: an administrator can force one of a group without having to repeat the other. */
export function flatKey(key: SettingKey): string {
  return key.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase())
}

const switches: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])

/**
 * What tools that roll out profiles make of a value on its way, undone: Intune writes every value as text, Jamf a
 * switch as 0 or 1. Anything else comes back as it is.
 */
export function meantByTool({ kind }: SettingRow, given: unknown): unknown {
  const isNumber = typeof given === 'number' || typeof given === 'bigint'
  const text = typeof given === 'string' || isNumber ? String(given).trim() : undefined
  if (text === undefined) return given
  switch (kind) {
    case 'switch':
      return switches.get(text.toLowerCase()) ?? given
    case 'hour':
      return /^\d{1,2}$/.test(text) ? Number(text) : given
    case 'addresses':
    case 'names':
      return text.split(/[\s,;]+/).filter(Boolean)
    case 'text':
    case 'url':
    case 'headers':
      return text
    case 'length':
    case 'choice':
      return isNumber ? given : text.toLowerCase()
  }
}
