import { knownClient, scriptedClients } from '../../clients/known-clients.ts'
import type { Permissions } from '../../core/mac-powers.ts'
import { joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { type Answer, errorAnswer, okAnswer } from '../schema/answer.ts'

/** How long a look takes at most; and how long a person may read one question of macOS. */
const lookMs = 10_000
const readingMs = 6 * 60_000

type App = Parameters<World['hands']['askToAutomate']>[0]

/** What came of one of them; a sentence where macOS could not be made to ask. */
type Outcome = { app: App; is: 'answered' | 'absent' | 'closed' } | { app: App; is: 'failed'; why: Sentence }

/**
 * Lets macOS ask the person about every app it has not asked about, each by itself: what goes wrong with one keeps it
 * from none of the others. Its list in System Settings shows only who has asked, so that for those there is no other way.
 */
export async function askMailApps(world: World): Promise<Answer<Record<string, never>>> {
  const outcomes: Outcome[] = []
  for (const app of appsToAsk(await world.mac.permissions(AbortSignal.timeout(lookMs)))) {
    outcomes.push(await askAbout(app, world))
  }
  const failed = outcomes.flatMap((one) => (one.is === 'failed' ? [one.why] : []))
  const closed = outcomes.flatMap(({ app, is }) => (is === 'closed' ? [nameOf(app)] : []))
  const nobodyAnswered = outcomes.every(({ is }) => is !== 'answered')
  // Whoever has answered about one app need not be told that another one is closed.
  const toOpen = nobodyAnswered || failed.length > 0 ? openFirst(closed) : []
  const sentences = [...failed, ...toOpen]
  return sentences.length === 0 ? okAnswer({}) : errorAnswer('failed', joinSentences(sentences))
}

async function askAbout(app: App, world: World): Promise<Outcome> {
  const standing = await standingOf(app, world)
  if (standing === 'absent' || standing === 'closed') return { app, is: standing }
  const asked = await world.hands.askToAutomate(app, AbortSignal.timeout(readingMs))
  if (asked.done) return { app, is: 'answered' }
  // It may have been closed since.
  if (asked.why === 'missing' && app !== 'system-events') return { app, is: 'closed' }
  const unanswered = asked.why === 'timeout' || asked.why === 'cancelled'
  const why = unanswered
    ? joinSentences([
        say('The question of macOS about {app} was not answered.', { app: verbatim(nameOf(app)) }),
        say('Please click once more.'),
      ])
    : say('macOS could not be made to ask about {app}: {reason}', {
        app: verbatim(nameOf(app)),
        reason: asked.detail ?? say('no reason was given.'),
      })
  return { app, is: 'failed', why }
}

/** A script fails on an app that is not there, and asks nobody about one that is closed. */
async function standingOf(app: App, { mac: { programs } }: World): Promise<'open' | 'closed' | 'absent' | 'unknown'> {
  // It is started where it is needed, and belongs to macOS.
  if (app === 'system-events') return 'open'
  const client = knownClient(app)
  if (!client) return 'absent'
  const signal = AbortSignal.timeout(lookMs)
  const processes = await programs.running(signal)
  if (processes.seen && processes.value.some(({ name }) => name === client.process)) return 'open'
  const installed = await programs.app(client.bundle, signal)
  if (!installed.seen && installed.why === 'missing') return 'absent'
  return processes.seen ? 'closed' : 'unknown'
}

function openFirst([one, other]: readonly string[]): Sentence[] {
  if (one === undefined) return []
  // One of them is enough to go on.
  return other === undefined
    ? [say('Please open {app} first: macOS asks only about an app that is open.', { app: verbatim(one) })]
    : [
        say('Please open {app} or {other} first: macOS asks only about an app that is open.', {
          app: verbatim(one),
          other: verbatim(other),
        }),
      ]
}

function nameOf(app: App): string {
  return app === 'system-events' ? 'System Events' : (knownClient(app)?.name ?? app)
}

/** Of a closed app nobody can tell, so it may have been asked about; asking once more is harmless. */
function appsToAsk({ automation, systemEvents, accessibility }: Permissions): App[] {
  const isOpen = (state: Permissions['accessibility'] | undefined) => state === 'not-asked' || state === 'unknown'
  return [
    ...scriptedClients.map(({ id }) => id).filter((id) => isOpen(automation[id])),
    // Only for menus, which take Accessibility besides.
    ...(accessibility === 'granted' && isOpen(systemEvents) ? (['system-events'] as const) : []),
  ]
}
