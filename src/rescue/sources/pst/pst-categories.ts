import type { NamedProperties } from './named-properties.ts'
import type { PstProperties } from './properties.ts'

/** What a person has marked an item with ([MS-OXCMSG] §2.2.1.22). */
export function pstCategories(properties: PstProperties, named: NamedProperties): string[] {
  return properties
    .texts(named.publicId('Keywords'))
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
}
