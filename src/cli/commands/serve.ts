import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerOptions } from '../../api/answers/server-options.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { packageFacts as aboutProgram } from '../about.ts'
import { command, wholeFrom } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { printInvitations } from '../invite.ts'
import { isPlay, openScene, openSession, type SessionOptions } from '../open-session.ts'
import { speedOption } from '../options.ts'

export const serveCommand = command<ServeOptions>({
  words: say('show the panel in a browser of this computer; stories where it is not a Mac'),
  group: 'own',
  options: [
    { flags: '--scene <name>', words: say('a story instead of this Mac') },
    { flags: '--scene-file <file>', words: say('the same, from your own file') },
    {
      flags: '--port <number>',
      words: say('at this port, instead of any that is free'),
      parse: wholeFrom(0, 65_535),
    },
    { flags: '--open', words: say('open the browser, too') },
    { flags: '--database <file>', words: say('where to remember what was seen') },
    speedOption(10),
  ],
  exits: {},
  run: (_given, options, context) => runServe(options, context),
})

export interface ServeOptions extends SessionOptions {
  port?: number
  open?: boolean
}

const panelFolder = join(import.meta.dirname, '../../../dist/panel')

/** `outbox-doctor serve`: the panel in a browser of this computer, until it is interrupted. */
export async function runServe(options: ServeOptions, session: CommandContext): Promise<ExitStatus> {
  if (!existsSync(join(panelFolder, 'index.html')))
    throw new WrongUse(say('The panel is not built yet; please run: npm run build:panel'))
  const [{ openApi }, { openHttpServer }, { panelFiles }] = await Promise.all([
    import('../../api/answers/api-answers.ts'),
    import('../../api/transports/http-server/server.ts'),
    import('../../api/static.ts'),
  ])
  const rescue = await rescueOptions(options)
  const api = openApi({ ...(await optionsFor(options, session)), rescue })
  try {
    const server = await openHttpServer({
      endpoint: api.endpoint,
      files: panelFiles(panelFolder),
      port: options.port ?? 0,
      failed: (error) => session.log.error('answer-failed', { error }),
    }).catch((error: unknown) => {
      throw new WrongUse(portTrouble(error), { cause: error })
    })
    const stop = await printInvitations(server, options, session)
    try {
      await interruption(session.signal)
      return exitStatus.interrupted
    } finally {
      stop()
      await server.close()
    }
  } finally {
    await api.close()
    await rescue.close()
  }
}

/** Mail of this computer is saved from the panel, too; in a play there is made-up mail to try it with. */
async function rescueOptions(options: ServeOptions) {
  const [{ chromiumPrinter }, { systemClock }, { isMac }] = await Promise.all([
    import('../../rescue/pages/chromium-printer.ts'),
    import('../../world/real/clock.ts'),
    import('../../world/real/this-machine.ts'),
  ])
  const printer = chromiumPrinter()
  const base = { now: systemClock.now, ...(printer && { printer }) }
  if (!isPlay(options) && isMac()) return { ...base, close: async () => printer?.close() }
  const { writeSampleMail } = await import('../../world/simulated/sample-mail.ts')
  let sample: ReturnType<typeof writeSampleMail> | undefined
  return {
    ...base,
    stores() {
      sample ??= writeSampleMail(systemClock.now())
      return [{ name: say('Made-up mail to try this with'), path: sample.path }]
    },
    async close() {
      sample?.remove()
      await printer?.close()
    },
  }
}

/** This Mac where it is one; a scene, or the choice of one, everywhere else. */
async function optionsFor(options: ServeOptions, context: CommandContext): Promise<ServerOptions> {
  const isChosen = isPlay(options)
  const { version, license } = aboutProgram()
  const about = { name: 'Outbox Doctor', version, license }
  const { isMac } = await import('../../world/real/this-machine.ts')
  if (!isChosen && isMac()) {
    const session = await openSession('serve', options, context)
    for (const warning of session.warnings) context.note(warning)
    const { removeEverything } = await import('../../storage/remove-everything.ts')
    return { about, log: context.log, session, removeEverything: () => removeEverything() }
  }
  const { scenesToPlay } = await import('../../session/scene.ts')
  return {
    about,
    log: context.log,
    ...(isChosen && { session: await openScene(options, 'watching', context) }),
    scenes: scenesToPlay(options.speed, context.log),
  }
}

function portTrouble(error: unknown): Sentence {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return say('--port: another program is at this port; please choose another.')
  if (code === 'EACCES') return say('--port: this port needs an administrator; please choose one above 1023.')
  return say('--port: it could not be opened.')
}

function interruption(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
