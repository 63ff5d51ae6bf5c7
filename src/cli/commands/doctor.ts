import { say } from '../../core/sentence.ts'
import type { State } from '../../core/state.ts'
import type { World } from '../../core/world.ts'
import type { ReportSection } from '../../self-check/section.ts'
import { packageFacts } from '../about.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { firstState } from '../first-state.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { isPlay, loadUsualDatabase, meansNothing, openSession, type SessionOptions } from '../open-session.ts'
import { sceneOptions } from '../options.ts'

export const doctorCommand = command<DoctorOptions>({
  words: say('check Outbox Doctor itself, and write a report without anything private'),
  group: 'own',
  options: [
    { flags: '--ask', words: say('first let macOS ask you whether the mail apps that are open may be asked') },
    { flags: '--open-points', words: say('also the questions that only a Mac can answer, for whoever develops this') },
    ...sceneOptions,
  ],
  json: (z, { linesShape, versionShape }) =>
    z.object({
      schema: versionShape,
      sections: z.array(z.object({ id: z.string(), title: z.string(), lines: linesShape })),
    }),
  exits: { 0: say('the report is written, whatever it says') },
  run: (_given, options, context) => doctor(options, context),
})

interface DoctorOptions extends SessionOptions {
  json?: boolean
  ask?: boolean
  openPoints?: boolean
}

/** `outbox-doctor doctor`: checks itself. What it prints may be sent to strangers. */
async function doctor(options: DoctorOptions, session: CommandContext): Promise<ExitStatus> {
  const { isMac } = await import('../../world/real/this-machine.ts')
  const report = isPlay(options) || isMac() ? await onMac(options, session) : await elsewhere(options, session)
  if (options.json) session.terminal.print(jsonText({ schema: 1, sections: report }))
  else print(report, session)
  return exitStatus.clear
}

async function onMac(options: DoctorOptions, session: CommandContext): Promise<readonly ReportSection[]> {
  const place = await openSession('doctor', options, session)
  try {
    if (options.ask) await ask(place.world, session)
    const state = await firstState(place, session)
    const { sessionReport } = await import('../../session/report.ts')
    return await sessionReport(place, { ...own(options, session), state })
  } finally {
    await place.close()
  }
}

/** In a terminal there is no button for it. */
async function ask(world: World, session: CommandContext): Promise<void> {
  const { askMailApps } = await import('../../api/answers/ask-mail-apps.ts')
  session.note(say('macOS now asks you about every mail app that is open, unless it has done so before.'))
  const answer = await askMailApps(world)
  if (!answer.ok) session.note(answer.error.sentence)
}

/** Elsewhere our own things can be checked all the same. */
async function elsewhere(options: DoctorOptions, session: CommandContext): Promise<readonly ReportSection[]> {
  if (options.ask) throw new WrongUse(say('--ask is for a Mac: only macOS asks.'))
  if (options.speed !== undefined) throw new WrongUse(meansNothing('--speed', false))
  const [{ reportOn }, { realWorld }, { loadSettings }] = await Promise.all([
    import('../../self-check/report.ts'),
    import('../../world/real/world.ts'),
    import('../../storage/settings-file.ts'),
  ])
  session.note(say('This computer is not a Mac; outbox-doctor doctor --scene NAME reports on that of a story.'))
  const { settings, warnings } = await loadSettings()
  const database = options.database ?? (await loadUsualDatabase())
  const seen = { world: realWorld({ log: session.log }), state: nothingSeen, settings, warnings, database, mac: false }
  return reportOn({ ...own(options, session), ...seen })
}

const own = ({ openPoints = false }: DoctorOptions, { signal }: CommandContext) => ({
  version: packageFacts().version,
  openPoints,
  signal,
})

const nothingSeen: State = {
  status: 'unsure',
  since: 0,
  online: true,
  clients: [],
  waiting: [],
  episodes: [],
  unseen: [],
}

function print(report: readonly ReportSection[], { terminal }: CommandContext): void {
  for (const [index, { title, lines }] of report.entries()) {
    terminal.print(`${index === 0 ? '' : '\n'}${terminal.paint.bold(terminal.inWords(title))}`)
    for (const line of lines) terminal.print(withHangingIndent('  ', terminal.inWords(line), terminal.columns()))
  }
}
