import type { State } from '../core/state.ts'
import { withoutAddresses } from '../core/text.ts'
import { jsonText } from './answer-json.ts'
import { type Ending, ending, WrongUse } from './ending.ts'
import { firstState } from './first-state.ts'
import { hanging } from './layout.ts'
import { usualDatabase } from './open-agent.ts'
import { openPoints } from './self-check/open-points.ts'
import { clients, database, settings } from './self-check/own-things.ts'
import { permissions } from './self-check/permissions.ts'
import type { Checked, Section } from './self-check/section.ts'
import { stores } from './self-check/stores.ts'
import { versions } from './self-check/versions.ts'
import type { Session } from './session.ts'
import { openWatchedWorld, type WatchedWorld, type WatchedWorldOptions } from './watched-world.ts'

export interface DoctorOptions extends WatchedWorldOptions {
  json?: boolean
}

const sections: readonly ((checked: Checked) => Section | Promise<Section>)[] = [
  versions,
  permissions,
  clients,
  stores,
  settings,
  database,
  openPoints,
]

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
    return await reportOn(place, await firstState(place, session), true, options, session)
  } finally {
    await place.close()
  }
}

/** Elsewhere our own things can be checked all the same. */
async function elsewhere(options: DoctorOptions, session: Session): Promise<readonly Section[]> {
  if (options.speed !== undefined) throw new WrongUse('--speed means nothing without a scene.')
  const [{ realWorld }, { loadSettings }] = await Promise.all([
    import('../world/real/world.ts'),
    import('../world/real/settings-file.ts'),
  ])
  session.note('This computer is not a Mac; outbox-doctor doctor --scene NAME reports on a made-up one.')
  const { settings: own, warnings } = await loadSettings()
  return reportOn({ world: realWorld(), request: { settings: own }, warnings }, nothingSeen, false, options, session)
}

const nothingSeen: State = {
  status: 'unsure',
  since: 0,
  online: true,
  clients: [],
  waiting: [],
  episodes: [],
  unseen: [],
}

/** The report on one world; `state`: what its watch shows. */
export async function reportOn(
  place: Pick<WatchedWorld, 'world' | 'warnings'> & { request: Pick<WatchedWorld['request'], 'settings'> },
  state: State,
  mac: boolean,
  { database: file, scene, sceneFile }: DoctorOptions,
  { signal }: Session,
): Promise<readonly Section[]> {
  const isPlay = scene !== undefined || sceneFile !== undefined
  const path = file ?? (isPlay ? ':memory:' : await usualDatabase())
  const { world, warnings, request } = place
  const checked: Checked = { world, state, settings: request.settings, warnings, database: path, mac, signal }
  const report: Section[] = []
  // One after another: each asks the Mac, and some measure how long that takes.
  for (const section of sections) report.push(redacted(await section(checked)))
  return report
}

function redacted({ lines, ...section }: Section): Section {
  return { ...section, lines: lines.map((line) => withoutAddresses(line, 600)) }
}

function print(report: readonly Section[], { terminal }: Session): void {
  for (const [index, { title, lines }] of report.entries()) {
    terminal.print(`${index === 0 ? '' : '\n'}${terminal.paint.bold(title)}`)
    for (const line of lines) terminal.print(hanging('  ', line, terminal.columns()))
  }
}
