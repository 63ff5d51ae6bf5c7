import { Headlines } from '../../core/headlines.ts'
import { taleIn } from '../../core/scene-tale.ts'
import { say } from '../../core/sentence.ts'
import type { State } from '../../core/state.ts'
import type { Instant } from '../../core/time.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { openSession, type SessionOptions } from '../open-session.ts'
import { sceneOptions } from '../options.ts'
import type { StateChange } from '../state-diff.ts'
import type { Terminal } from '../terminal.ts'
import { clockTime } from '../time-words.ts'

export const watchCommand = command<WatchOptions>({
  words: say('watch the outboxes of the mail apps, and tell every change'),
  group: 'look',
  options: sceneOptions,
  json: (z, { momentShape, statusShape, versionShape }) =>
    z.object({
      schema: versionShape,
      at: momentShape,
      status: statusShape,
      event: z.string(),
      line: z.string(),
      client: z.string().optional(),
      episode: z.string().optional(),
      cause: z.string().optional(),
    }),
  exits: {},
  run: (_given, options, context) => watch(options, context),
})

interface WatchOptions extends SessionOptions {
  json?: boolean
}

/** `outbox-doctor watch`: one line for every change, until it is interrupted. */
async function watch(options: WatchOptions, session: CommandContext): Promise<ExitStatus> {
  const place = await openSession('watch', options, session)
  const { terminal, signal, note } = session
  const [{ lastCauseTold, stateChanges }, { watchAsSet }] = await Promise.all([
    import('../state-diff.ts'),
    import('../watch-as-set.ts'),
  ])
  try {
    for (const warning of place.warnings) note(warning)
    if (place.scene && !options.json) terminal.print(terminal.paint.bold(taleIn(place.scene, terminal).title))
    let cause: string | undefined
    let headlines: Headlines | undefined
    const stop = watchAsSet(place, (doctor, anew) => {
      if (anew) note(say('Your administrator has changed settings, so everything is looked at anew.'))
      for (const warning of anew?.warnings ?? []) note(warning)
      headlines?.stop()
      const telling = new Headlines(place.world.clock, () => hear(doctor.state()))
      headlines = telling
      let before = doctor.state()
      const hear = (seen: State) => {
        const at = place.world.clock.now()
        const state = { ...seen, headline: telling.over(seen) }
        const all = stateChanges(before, state, at, cause)
        for (const told of all) tell(told, at, state, options, terminal)
        cause = lastCauseTold(all, state, cause)
        before = state
      }
      doctor.listen(hear)
    })
    await interruption(signal)
    headlines?.stop()
    await stop()
    return exitStatus.interrupted
  } finally {
    await place.close()
  }
}

function tell(
  told: StateChange,
  at: Instant,
  { status }: State,
  { json }: WatchOptions,
  { print, columns, paint, inWords }: Terminal,
) {
  if (json) return print(jsonText({ schema: 1, at: new Date(at).toISOString(), status, ...told }, 0))
  const isBad = told.event === 'named' || told.event === 'opened' || told.event === 'unseen'
  const isGood = told.event === 'closed' || told.event === 'clear'
  const paintLine = isBad ? paint.yellow : isGood ? paint.green : undefined
  print(withHangingIndent(`${clockTime(at)}  `, inWords(told.line), columns(), paintLine))
}

function interruption(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
