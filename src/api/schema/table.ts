import type { z } from 'zod'
import { aboutRequests } from './about.ts'
import { accountRequests } from './accounts.ts'
import { examination, examinationRequests } from './examination.ts'
import { historyRequests } from './history.ts'
import { permissionRequests } from './permissions.ts'
import { rescueNews, rescueRequests } from './rescue.ts'
import { sceneRequests } from './scenes.ts'
import { settingsAsTheyStand, settingsRequests } from './settings.ts'
import { state, stateRequests } from './state.ts'
import { treating, treatmentRequests } from './treatment.ts'
import { unseenRequests } from './unseen.ts'
import { updateRequests } from './updates.ts'

/** Everything a panel may request, and what it is answered. Both ends are derived from this table, and from nothing else. */
export const requests = {
  ...stateRequests,
  ...examinationRequests,
  ...treatmentRequests,
  ...historyRequests,
  ...accountRequests,
  ...settingsRequests,
  ...permissionRequests,
  ...unseenRequests,
  ...sceneRequests,
  ...rescueRequests,
  ...aboutRequests,
  ...updateRequests,
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>

/** Everything a panel is told without asking. The newest of each is sent to whoever begins to listen. */
export const events = {
  state,
  examination,
  treating,
  /** At once whenever they change: every window and the icon keep to them. */
  settings: settingsAsTheyStand,
  rescue: rescueNews,
} as const satisfies Record<string, z.ZodType>

export type RequestName = keyof typeof requests
export type RequestOf<R extends RequestName> = z.input<(typeof requests)[R]['request']>
export type ResponseOf<R extends RequestName> = z.output<(typeof requests)[R]['response']>
export type EventName = keyof typeof events
export type EventOf<E extends EventName> = z.output<(typeof events)[E]>
