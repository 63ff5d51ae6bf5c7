import { ofScriptedClients } from '../../../clients/known-clients.ts'
import type { PermissionState, Permissions } from '../../../core/mac-powers.ts'
import type { Scene } from '../scene.ts'
import type { SceneMac } from '../schema/mac-state.ts'

export type ScenePermission = keyof NonNullable<SceneMac['permissions']>

/** As the panes of System Settings are called, too. */
export const permissionNames: readonly ScenePermission[] = [
  'full-disk-access',
  'automation',
  'accessibility',
  'local-network',
  'notifications',
]

/** What the scene does not speak of has been granted. */
export function permissionStateOf(scene: Scene, permission: ScenePermission): PermissionState {
  const told = scene.mac?.permissions?.[permission] ?? true
  if (told === 'not-asked') return told
  return told ? 'granted' : 'refused'
}

export function isGranted(scene: Scene, permission: ScenePermission): boolean {
  return permissionStateOf(scene, permission) === 'granted'
}

export function permissionsOf(scene: Scene): Permissions {
  const state = (permission: ScenePermission) => permissionStateOf(scene, permission)
  return {
    fullDiskAccess: state('full-disk-access'),
    automation: ofScriptedClients(() => state('automation')),
    systemEvents: state('automation'),
    accessibility: state('accessibility'),
    notifications: state('notifications'),
    localNetwork: state('local-network'),
  }
}
