import { z } from 'zod'
import type { Permissions } from '../../core/mac-powers.ts'
import { nothing } from './shapes.ts'

const permission = z.enum(['granted', 'refused', 'not-asked', 'unknown'])

const permissions = z.object({
  fullDiskAccess: permission,
  /** Of each mail app that answers Apple events, by its id. */
  automation: z.record(z.string().max(100), permission),
  systemEvents: permission.exactOptional(),
  accessibility: permission,
  notifications: permission,
  localNetwork: permission,
}) satisfies z.ZodType<Permissions>

const pane = z.enum([
  'full-disk-access',
  'automation',
  'accessibility',
  'local-network',
  'notifications',
  'login-items',
])

/** What became of a notification that a person wished to see. `untold`: macOS did not say, perhaps it is asking. */
const tried = z.object({ is: z.enum(['shown', 'failed', 'untold']) })

export const permissionRequests = {
  permissions: { request: nothing, response: permissions },
  /**
   * Of every mail app that runs and was not asked about: macOS asks the person now. Answered when the person has
   * answered, whatever was said.
   */
  askToAutomate: { request: nothing, response: nothing },
  openPane: { request: z.strictObject({ pane }), response: nothing },
  /** Only in the app. With the first notification ever, macOS asks whether it may be shown. */
  tryNotification: { request: nothing, response: tried },
  /** Only in the app: macOS goes on refusing what a running program was refused once. */
  restart: { request: nothing, response: nothing },
} as const

export type NotificationTried = z.output<typeof tried>['is']
