import type { Status } from '../../core/diagnosis.ts'
import { type SceneTales, taleIn, talesOf } from '../../core/scene-tale.ts'
import { listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { askPerson } from '../ask.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { nearest } from '../nearest.ts'
import type { Terminal } from '../terminal.ts'

export const scenesCommand = command<ScenesOptions>({
  words: say('list the stories, or see one'),
  group: 'own',
  options: [{ flags: '--play', words: say('choose one and watch it being examined') }],
  json: (z, { versionShape }) =>
    z.object({
      schema: versionShape,
      scenes: z.array(z.object({ name: z.string(), title: z.string(), story: z.string() })),
    }),
  exits: { 0: say('they are listed') },
  run: (_given, options, context) => scenes(options, context),
})

interface ScenesOptions {
  play?: boolean
  json?: boolean
}

type Listed = SceneTales & { name: string }

/** `outbox-doctor scenes`: the made-up worlds that ship; with `--play`, choose and watch. */
async function scenes({ play, json }: ScenesOptions, session: CommandContext): Promise<ExitStatus> {
  const { terminal, input } = session
  const all = await library()
  if (json) {
    terminal.print(jsonText({ schema: 1, scenes: all.map(({ name, title, story }) => ({ name, title, story })) }))
    return exitStatus.clear
  }
  list(all, terminal)
  if (play) await (input.isTTY && terminal.moving ? playChosen(all, session) : playSome(all, session))
  return exitStatus.clear
}

async function library(): Promise<readonly Listed[]> {
  const { loadScene, sceneNames } = await import('../../world/simulated/library.ts')
  return sceneNames().map((name) => ({ name, ...talesOf(loadScene(name)) }))
}

function list(all: readonly Listed[], { print, columns, paint, tag }: Terminal): void {
  for (const [index, { name, ...tale }] of all.entries()) {
    print(withHangingIndent(`${String(index + 1).padStart(3)}  `, taleIn(tale, { tag }).title, columns()))
    print(withHangingIndent('     ', name, columns(), paint.dim))
  }
}

/** One after another, until the person has seen enough. */
async function playChosen(all: readonly Listed[], session: CommandContext): Promise<void> {
  const { terminal } = session
  while (true) {
    terminal.print('')
    const question = say('Which one? (1 to {last}, or Return to leave)', { last: verbatim(all.length) })
    const answer = await askPerson(question, session)
    if (answer === '') return
    const chosen = all[Number(answer) - 1] ?? all.find(({ name }) => name === answer)
    if (chosen) await play(chosen, session)
    else terminal.print(withHangingIndent('', terminal.inWords(noScene(answer, all)), terminal.columns()))
  }
}

function noScene(answer: string, all: readonly Listed[]): Sentence {
  const near = nearest(
    answer,
    all.map(({ name }) => name),
  )
  const name = verbatim(answer)
  if (near.length === 0) return say('There is no story {name}.', { name })
  return say('There is no story {name}. Did you mean {names}?', { name, names: listOf(near.map(verbatim), 'or') })
}

// Nobody is there to choose: one that is well, one that is stuck, and one whose Mac is offline.
const telling: readonly Status[] = ['clear', 'stuck', 'offline']

async function playSome(all: readonly Listed[], session: CommandContext): Promise<void> {
  const { loadScene } = await import('../../world/simulated/library.ts')
  // Turned round, so that of several with one status the first is kept.
  const told = new Map(all.map((scene) => [loadScene(scene.name).expects.status, scene] as const).reverse())
  for (const scene of telling.flatMap((status) => told.get(status) ?? [])) {
    session.terminal.print('')
    await play(scene, session)
  }
}

/** The servers and certificates of a made-up world are loaded only when one is played. */
async function play({ name }: Listed, session: CommandContext): Promise<void> {
  const { playOne } = await import('../play-scene.ts')
  await playOne({ scene: name }, session)
}
