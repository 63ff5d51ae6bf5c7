import { ofScriptedClients } from '../../../clients/known-clients.ts'
import type { PermissionState, Permissions } from '../../../core/mac.ts'
import type { Scene } from '../scene.ts'
import type { SceneMac } from '../schema/mac.ts'

export type Permission = keyof NonNullable<SceneMac['permissions']>

/** As the panes of System Settings are called, too. */
export const permissionNames: readonly Permission[] = [
  'full-disk-access',
  'automation',
  'accessibility',
  'local-network',
  'notifications',
]

/** What the scene does not speak of has been granted. */
export function stateOf(scene: Scene, permission: Permission): PermissionState {
  const told = scene.mac?.permissions?.[permission] ?? true
  if (told === 'not-asked') return told
  return told ? 'granted' : 'refused'
}

export function isGranted(scene: Scene, permission: Permission): boolean {
  return stateOf(scene, permission) === 'granted'
}

export function permissionsOf(scene: Scene): Permissions {
  const state = (permission: Permission) => stateOf(scene, permission)
  return {
    fullDiskAccess: state('full-disk-access'),
    automation: ofScriptedClients(() => state('automation')),
    systemEvents: state('automation'),
    accessibility: state('accessibility'),
    notifications: state('notifications'),
    localNetwork: state('local-network'),
  }
}
