import type { State } from '../core/state.ts'
import type { World } from '../core/world.ts'
import { reportOn } from '../self-check/report.ts'
import type { Section } from '../self-check/section.ts'
import { about } from './about.ts'
import { jsonText } from './answer-json.ts'
import { type Ending, ending, WrongUse } from './ending.ts'
import { firstState } from './first-state.ts'
import { hanging } from './layout.ts'
import { usualDatabase } from './open-agent.ts'
import type { Session } from './session.ts'
import { openWatchedWorld, type WatchedWorldOptions } from './watched-world.ts'

export interface DoctorOptions extends WatchedWorldOptions {
  json?: boolean
  ask?: boolean
}

/** `outbox-doctor doctor`: checks itself. What it prints may be sent to strangers. */
export async function doctor(options: DoctorOptions, session: Session): Promise<Ending> {
  const isPlay = options.scene !== undefined || options.sceneFile !== undefined
  const { isMac } = await import('../world/real/this-machine.ts')
  const report = isPlay || isMac() ? await onMac(options, session) : await elsewhere(options, session)
  if (options.json) session.terminal.print(jsonText({ schema: 1, sections: report }))
  else print(report, session)
  return ending.clear
}

async function onMac(options: DoctorOptions, session: Session): Promise<readonly Section[]> {
  const place = await openWatchedWorld('doctor', options, session)
  try {
    const { world, request, warnings } = place
    if (options.ask) await ask(place.world, session)
    const state = await firstState(place, session)
    const isPlay = options.scene !== undefined || options.sceneFile !== undefined
    const database = options.database ?? (isPlay ? ':memory:' : await usualDatabase())
    return await reportOn({ ...own(session), world, state, settings: request.settings, warnings, database, mac: true })
  } finally {
    await place.close()
  }
}

/** In a terminal there is no button for it. */
async function ask(world: World, session: Session): Promise<void> {
  const { askMailApps } = await import('../api/answers/ask-mail-apps.ts')
  session.note('macOS now asks you about every mail app that is open, unless it has done so before.')
  const answer = await askMailApps(world)
  if (!answer.ok) session.note(answer.error.sentence)
}

/** Elsewhere our own things can be checked all the same. */
async function elsewhere(options: DoctorOptions, session: Session): Promise<readonly Section[]> {
  if (options.ask) throw new WrongUse('--ask is for a Mac: only macOS asks.')
  if (options.speed !== undefined) throw new WrongUse('--speed means nothing without a scene.')
  const [{ realWorld }, { loadSettings }] = await Promise.all([
    import('../world/real/world.ts'),
    import('../world/real/settings-file.ts'),
  ])
  session.note('This computer is not a Mac; outbox-doctor doctor --scene NAME reports on a made-up one.')
  const { settings, warnings } = await loadSettings()
  const database = options.database ?? (await usualDatabase())
  const seen = { world: realWorld(), state: nothingSeen, settings, warnings, database, mac: false }
  return reportOn({ ...own(session), ...seen })
}

const own = ({ signal }: Session) => ({ version: about().version, signal })

const nothingSeen: State = {
  status: 'unsure',
  since: 0,
  online: true,
  clients: [],
  waiting: [],
  episodes: [],
  unseen: [],
}

function print(report: readonly Section[], { terminal }: Session): void {
  for (const [index, { title, lines }] of report.entries()) {
    terminal.print(`${index === 0 ? '' : '\n'}${terminal.paint.bold(title)}`)
    for (const line of lines) terminal.print(hanging('  ', line, terminal.columns()))
  }
}
