import type { PermissionState } from '../../../core/mac-powers.ts'

/** What an optional package tells of permissions without asking the user. */
export interface PermissionAddon {
  accessibility(): PermissionState
  fullDiskAccess(): PermissionState
}

interface NodeMacPermissions {
  getAuthStatus(type: 'accessibility' | 'full-disk-access'): unknown
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

/** Whether it is what we take it for: it exports no question about Automation, for one. */
export function isAddon(value: unknown): value is NodeMacPermissions {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'getAuthStatus') === 'function'
}

export function permissionsBy(addon: NodeMacPermissions): PermissionAddon {
  return {
    accessibility: () => stateOf(addon.getAuthStatus('accessibility')),
    fullDiskAccess: () => stateOf(addon.getAuthStatus('full-disk-access')),
  }
}

function stateOf(status: unknown): PermissionState {
  if (status === 'authorized') return 'granted'
  if (status === 'denied' || status === 'restricted') return 'refused'
  return status === 'not determined' ? 'not-asked' : 'unknown'
}
