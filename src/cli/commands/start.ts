import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitStatus } from '../exit-status.ts'
import { WrongUse } from '../exit-status.ts'
import { withHangingIndent } from '../layout.ts'
import { runServe, type ServeOptions, serveCommand as served } from './serve.ts'

export const startCommand = command<ServeOptions>({
  words: say('what npm start runs: build it, then show the app on a Mac, the panel elsewhere'),
  group: 'own',
  options: served.options,
  exits: { 0: say('the app was quit'), 3: say('the app ended by a fault') },
  run: (_given, options, context) => start(options, context),
})

/** `npm start`: the app in the menu bar of a Mac; the panel in a browser for a scene, and wherever it is no Mac. */
async function start(options: ServeOptions, session: CommandContext): Promise<ExitStatus> {
  const { terminal, signal } = session
  const tell = (sentence: Sentence) =>
    terminal.print(withHangingIndent('', terminal.inWords(sentence), terminal.columns()))
  const [{ isMac }, { buildPanel }] = await Promise.all([
    import('../../world/real/this-machine.ts'),
    import('../build.ts'),
  ])
  const isPlay = options.scene !== undefined || options.sceneFile !== undefined
  if (isMac() && !isPlay) {
    const [idle] = Object.keys(options)
    if (idle !== undefined) {
      const option = verbatim(`--${idle}`)
      throw new WrongUse(say('{option} means nothing to the app; it is for stories.', { option }))
    }
    tell(say('This is a Mac: Outbox Doctor is built and put into its menu bar.'))
    return (await import('../start-app.ts')).buildAndStartApp(signal)
  }
  tell(
    isPlay
      ? say('A story was asked for: the panel is served to a browser.')
      : say('This is not a Mac: the panel is served to a browser, with stories to choose from.'),
  )
  await buildPanel(signal)
  return runServe(options, session)
}
