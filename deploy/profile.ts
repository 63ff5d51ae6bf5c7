import { createHash } from 'node:crypto'
import { build, type PlistValue } from 'plist'
import { preferenceDomain } from '../src/storage/settings-places.ts'

type Dictionary = { [key: string]: PlistValue }

/** A configuration profile with one payload, as a file. Identifiers are the same in every build: a newer one replaces. */
export function profileFile(name: string, title: string, payloadType: string, content: Dictionary): string {
  const identifier = `${preferenceDomain}.profile.${name}`
  const payload = { ...head(`${identifier}.payload`, title, payloadType), ...content }
  const scope = { PayloadScope: 'System', PayloadRemovalDisallowed: false }
  return `${build({ ...head(identifier, title, 'Configuration'), ...scope, PayloadContent: [payload] })}\n`
}

function head(identifier: string, title: string, type: string): Dictionary {
  return {
    PayloadDisplayName: title,
    PayloadIdentifier: identifier,
    PayloadOrganization: 'ORGANISATION',
    PayloadType: type,
    PayloadUUID: uuidOf(identifier),
    PayloadVersion: 1,
  }
}

/** A UUID by name (RFC 9562, version 8: of a hash of our own choice). */
export function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
