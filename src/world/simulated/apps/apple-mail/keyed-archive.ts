import type { PlistValue } from '../../../../formats/plist-value.ts'
import { binaryPlist } from '../../../../formats/write-binary-plist.ts'

/** A value as NSKeyedArchiver would write it: every object in one list, referring to each other by its place there. */
export function keyedArchive(value: PlistValue): Uint8Array {
  const objects: PlistValue[] = ['$null']
  const add = (object: PlistValue) => ({ UID: objects.push(object) - 1 })
  const classes = new Map<string, { UID: number }>()
  const classOf = (name: string) => {
    const known = classes.get(name) ?? add({ $classname: name, $classes: [name, 'NSObject'] })
    classes.set(name, known)
    return known
  }
  const pack = (one: PlistValue): { UID: number } => {
    if (one === null) return { UID: 0 }
    if (Array.isArray(one)) return add({ 'NS.objects': one.map(pack), $class: classOf('NSArray') })
    if (typeof one !== 'object' || one instanceof Date || one instanceof Uint8Array) return add(one)
    const keys = Object.keys(one).map(pack)
    const values = Object.values(one).map(pack)
    return add({ 'NS.keys': keys, 'NS.objects': values, $class: classOf('NSDictionary') })
  }
  const root = pack(value)
  return binaryPlist({ $version: 100_000, $archiver: 'NSKeyedArchiver', $top: { root }, $objects: objects })
}
