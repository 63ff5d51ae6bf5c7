import { z } from 'zod'
import type { Status } from '../../core/diagnosis.ts'
import { loadScene, sceneNames } from '../../world/simulated/library.ts'
import { jsonText } from '../answer-json.ts'
import { askPerson } from '../ask.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { hanging } from '../layout.ts'
import { nearest } from '../nearest.ts'
import { versionShape } from '../shapes.ts'
import type { Terminal } from '../terminal.ts'
import { listWords } from '../time-words.ts'

export const scenesCommand = command<ScenesOptions>({
  options: [{ flags: '--play', words: 'choose one and watch it being examined' }],
  json: z.object({
    schema: versionShape,
    scenes: z.array(z.object({ name: z.string(), title: z.string(), story: z.string() })),
  }),
  exits: { 0: 'they are listed' },
  run: (_given, options, context) => scenes(options, context),
})

interface ScenesOptions {
  play?: boolean
  json?: boolean
}

interface Listed {
  name: string
  title: string
  story: string
}

/** `outbox-doctor scenes`: the made-up worlds that ship; with `--play`, choose and watch. */
async function scenes({ play, json }: ScenesOptions, session: CommandContext): Promise<ExitStatus> {
  const { terminal, input } = session
  const listed = library()
  if (json) {
    terminal.print(jsonText({ schema: 1, scenes: listed }))
    return exitStatus.clear
  }
  list(listed, terminal)
  if (play) await (input.isTTY && terminal.moving ? playChosen(listed, session) : playSome(listed, session))
  return exitStatus.clear
}

function library(): readonly Listed[] {
  return sceneNames().map((name) => {
    const { title, story } = loadScene(name)
    return { name, title, story }
  })
}

function list(listed: readonly Listed[], { print, columns, paint }: Terminal): void {
  for (const [index, { name, title }] of listed.entries()) {
    print(hanging(`${String(index + 1).padStart(3)}  `, title, columns()))
    print(hanging('     ', name, columns(), paint.dim))
  }
}

/** One after another, until the person has seen enough. */
async function playChosen(listed: readonly Listed[], session: CommandContext): Promise<void> {
  while (true) {
    const answer = await askPerson(`\nWhich one? (1 to ${listed.length}, or Return to leave) `, session)
    if (answer === '') return
    const chosen = listed[Number(answer) - 1] ?? listed.find(({ name }) => name === answer)
    if (chosen) await play(chosen, session)
    else session.terminal.print(noScene(answer, listed, session.terminal))
  }
}

function noScene(answer: string, listed: readonly Listed[], { columns }: Terminal): string {
  const near = nearest(
    answer,
    listed.map(({ name }) => name),
  )
  return hanging(
    '',
    `There is no scene ${answer}.${near.length > 0 ? ` Did you mean ${listWords(near, 'or')}?` : ''}`,
    columns(),
  )
}

// Nobody is there to choose: one that is well, one that is stuck, and one whose Mac is offline.
const telling: readonly Status[] = ['clear', 'stuck', 'offline']

async function playSome(listed: readonly Listed[], session: CommandContext): Promise<void> {
  // Turned round, so that of several with one status the first is kept.
  const told = new Map(listed.map((scene) => [loadScene(scene.name).expects.status, scene] as const).reverse())
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
