import type { PlistValue } from '../../formats/plist-value.ts'
import { dictionary, propertyList } from '../../formats/property-list.ts'

/** Deeper or larger than anything in an account's properties: a circle, or an attack. */
const deepest = 20
const largest = 5_000

/**
 * The value in a property blob: an NSKeyedArchiver archive (values refer to each other by UID from `$top.root`
 * through `$objects`) or a plain property list. `undefined` where it is neither, or runs in circles.
 */
export function unarchived(blob: Uint8Array): PlistValue | undefined {
  const list = propertyList(blob)
  const archive = dictionary(list)
  if (archive?.$archiver === undefined) return list
  const objects = archive.$objects
  const root = uidOf(dictionary(archive.$top)?.root)
  if (!Array.isArray(objects) || root === undefined) return undefined
  try {
    return new Unpacking(objects).object(root, 0)
  } catch (error) {
    if (error instanceof Broken) return undefined
    throw error
  }
}

class Broken extends Error {}

class Unpacking {
  readonly #objects: readonly PlistValue[]
  #budget = largest

  constructor(objects: readonly PlistValue[]) {
    this.#objects = objects
  }

  object(uid: number, depth: number): PlistValue {
    if (depth > deepest || --this.#budget < 0) throw new Broken()
    const packed = this.#objects[uid]
    if (packed === undefined) throw new Broken()
    if (packed === '$null') return null
    const fields = dictionary(packed)
    if (!fields) return packed
    return this.#instance(fields, depth)
  }

  /** By the fields that each class writes: NSDictionary, NSArray and NSSet, NSString, NSData, NSDate, NSURL. */
  #instance(fields: { readonly [key: string]: PlistValue }, depth: number): PlistValue {
    const follow = (value: PlistValue | undefined): PlistValue => {
      const uid = uidOf(value)
      return uid === undefined ? (value ?? null) : this.object(uid, depth + 1)
    }
    const values = fields['NS.objects']
    const keys = fields['NS.keys']
    if (Array.isArray(keys) && Array.isArray(values))
      return Object.fromEntries(keys.map((key, at) => [String(follow(key)), follow(values[at])]))
    if (Array.isArray(values)) return values.map(follow)
    for (const field of ['NS.string', 'NS.data', 'NS.time', 'NS.relative'])
      if (fields[field] !== undefined) return follow(fields[field])
    throw new Broken()
  }
}

function uidOf(value: PlistValue | undefined): number | undefined {
  const uid = dictionary(value)?.UID
  return typeof uid === 'number' ? uid : undefined
}
