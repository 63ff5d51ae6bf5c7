import { type Answer, no, yes } from '../contract/answer.ts'
import type { Permissions } from '../core/mac.ts'
import type { World } from '../core/world.ts'

/** How long a look takes at most; and how long a person may read a question of macOS, one after the other. */
const lookMs = 10_000
const readingMs = 15 * 60_000

type App = Parameters<World['hands']['askToAutomate']>[0]

/**
 * Lets macOS ask the person about every app it has not asked about. Its list in System Settings shows only who has
 * asked, so that for those there is no other way.
 */
export async function askMailApps({ mac, hands }: World): Promise<Answer<Record<string, never>>> {
  const open = appsToAsk(await mac.permissions(AbortSignal.timeout(lookMs)))
  const signal = AbortSignal.timeout(readingMs)
  let answered = open.length === 0
  let wait = false
  for (const app of open) {
    const asked = await hands.askToAutomate(app, signal)
    answered ||= asked.done
    wait ||= !asked.done && asked.why === 'timeout'
    if (!asked.done && asked.why !== 'missing' && asked.why !== 'timeout')
      return no('failed', asked.detail ?? 'macOS could not be made to ask.')
  }
  if (answered) return yes({})
  return wait
    ? no('failed', 'The question of macOS was not answered. Please click once more.')
    : no('failed', 'Please open Mail or Outlook first: macOS asks only about an app that is open.')
}

/** Of a closed app nobody can tell, so it may have been asked about; asking once more is harmless. */
function appsToAsk({ automation, systemEvents, accessibility }: Permissions): App[] {
  const isOpen = (state: Permissions['accessibility'] | undefined) => state === 'not-asked' || state === 'unknown'
  return [
    ...(['apple-mail', 'outlook'] as const).filter((client) => isOpen(automation[client])),
    // Only for menus, which take Accessibility besides.
    ...(accessibility === 'granted' && isOpen(systemEvents) ? (['system-events'] as const) : []),
  ]
}
