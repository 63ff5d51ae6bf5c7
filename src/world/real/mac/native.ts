import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { NativeAddon } from '../../../../native/index.d.ts'

const built = resolve(import.meta.dirname, '../../../../native/build/Release/outbox_doctor.node')

let loaded: { addon: NativeAddon | undefined } | undefined

/** Apple's own side, where it was built and loads; else `undefined`, and the commands of the system serve. */
export function nativeAddon(): NativeAddon | undefined {
  loaded ??= { addon: process.platform === 'darwin' ? loadAddon(built) : undefined }
  return loaded.addon
}

/** `undefined` for whatever cannot be loaded, or is not ours. */
export function loadAddon(path: string): NativeAddon | undefined {
  try {
    const addon: unknown = createRequire(import.meta.url)(path)
    return isOurs(addon) ? addon : undefined
  } catch {
    return undefined
  }
}

function isOurs(value: unknown): value is NativeAddon {
  const wanted: (keyof NativeAddon)[] = ['watchPath', 'judgeChain', 'automationStatus']
  return (
    typeof value === 'object' &&
    value !== null &&
    wanted.every((name) => typeof Reflect.get(value, name) === 'function')
  )
}
