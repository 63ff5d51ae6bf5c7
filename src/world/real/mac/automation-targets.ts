import { knownClient } from '../../../clients/known-clients.ts'
import type { ClientId } from '../../../core/mail.ts'

/** Whom we send Apple events to: the mail apps, and System Events, through which menus are reached. */
export type AutomationTarget = ClientId | 'system-events'

/** A program: its bundle identifier, and the end of its path. */
interface TargetProgram {
  bundle: string
  program: string
}

export const systemEvents: TargetProgram = {
  bundle: 'com.apple.systemevents',
  program: '/System Events.app/Contents/MacOS/System Events',
}

/** Which program it is; `undefined` for a mail app that is not known. */
export function automationTarget(target: AutomationTarget): TargetProgram | undefined {
  return target === 'system-events' ? systemEvents : knownClient(target)
}
