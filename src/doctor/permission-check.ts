import type { PermissionState, Permissions } from '../core/mac-powers.ts'
import type { PermissionNeed } from '../core/remedy.ts'
import type { World } from '../core/world.ts'

/** `missing`: the first permission without which it cannot be. `prompts`: the system itself will ask for these. */
export interface PermissionCheck {
  missing?: PermissionNeed
  prompts: readonly PermissionNeed[]
}

/** What of a remedy's needs is not granted. What cannot be known is tried. */
export async function permissionsFor(
  needs: readonly PermissionNeed[] | undefined,
  { mac }: Pick<World, 'mac'>,
  signal: AbortSignal,
): Promise<PermissionCheck> {
  if (!needs?.length) return { prompts: [] }
  const permissions = await mac.permissions(signal)
  const prompts = needs.filter((need) => stateOf(need, permissions) === 'not-asked' && need.permission === 'automation')
  const missing = needs.find((need) => {
    const state = stateOf(need, permissions)
    return state === 'refused' || (state === 'not-asked' && !prompts.includes(need))
  })
  return { prompts, ...(missing && { missing }) }
}

function stateOf({ permission, client }: PermissionNeed, permissions: Permissions): PermissionState {
  if (permission === 'full-disk-access') return permissions.fullDiskAccess
  if (permission === 'accessibility') return permissions.accessibility
  return client === undefined ? 'unknown' : (permissions.automation[client] ?? 'unknown')
}
