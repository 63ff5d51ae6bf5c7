import type { PermissionState } from '../../../core/mac.ts'

/** What an optional package tells of permissions without asking the user. */
export interface PermissionAddon {
  accessibility(): PermissionState
  /** Of a running program, by its bundle identifier. */
  automation(bundle: string): Promise<PermissionState>
}

interface NodeMacPermissions {
  getAuthStatus(type: 'accessibility'): unknown
  askForAppleEventsAccess(bundle: string, shouldPrompt: boolean): Promise<unknown>
}

// Not written out, for it exists for Macs only.
const optionalPackage = 'node-mac-permissions'

/** `undefined` where it is not installed or does not load. */
export async function loadPermissionAddon(): Promise<PermissionAddon | undefined> {
  if (process.platform !== 'darwin') return undefined
  try {
    const loaded: { default?: unknown } = await import(optionalPackage)
    const addon = loaded.default ?? loaded
    return isAddon(addon) ? permissionsBy(addon) : undefined
  } catch {
    return undefined
  }
}

function isAddon(value: unknown): value is NodeMacPermissions {
  if (typeof value !== 'object' || value === null) return false
  const isFunction = (name: string) => typeof Reflect.get(value, name) === 'function'
  return isFunction('getAuthStatus') && isFunction('askForAppleEventsAccess')
}

export function permissionsBy(addon: NodeMacPermissions): PermissionAddon {
  return {
    accessibility: () => stateOf(addon.getAuthStatus('accessibility')),
    // It rejects for a bundle identifier it does not know.
    automation: (bundle) => addon.askForAppleEventsAccess(bundle, false).then(stateOf, () => 'unknown'),
  }
}

function stateOf(status: unknown): PermissionState {
  if (status === 'authorized') return 'granted'
  if (status === 'denied' || status === 'restricted') return 'refused'
  return status === 'not determined' ? 'not-asked' : 'unknown'
}
