import { loadScene, sceneNames } from '../world/simulated/library.ts'
import { jsonText } from './answer-json.ts'
import { ask } from './ask.ts'
import { type Ending, ending } from './ending.ts'
import { hanging } from './layout.ts'
import { playOne } from './play-scene.ts'
import type { Session } from './session.ts'
import type { Terminal } from './terminal.ts'

export interface ScenesOptions {
  play?: boolean
  json?: boolean
}

interface Listed {
  name: string
  title: string
  story: string
}

/** `outbox-doctor scenes`: the made-up worlds that ship; with `--play`, choose and watch. */
export async function scenes({ play, json }: ScenesOptions, session: Session): Promise<Ending> {
  const { terminal, input } = session
  const listed = await library()
  if (json) {
    terminal.print(jsonText({ schema: 1, scenes: listed }))
    return ending.clear
  }
  list(listed, terminal)
  if (play) await (input.isTTY && terminal.moving ? playChosen(listed, session) : playSome(listed, session))
  return ending.clear
}

async function library(): Promise<readonly Listed[]> {
  const names = await sceneNames()
  return Promise.all(
    names.map(async (name) => {
      const { title, story } = await loadScene(name)
      return { name, title, story }
    }),
  )
}

function list(listed: readonly Listed[], { print, columns, paint }: Terminal): void {
  for (const [index, { name, title }] of listed.entries()) {
    print(hanging(`${String(index + 1).padStart(3)}  `, title, columns()))
    print(hanging('     ', name, columns(), paint.dim))
  }
}

/** One after another, until the person has seen enough. */
async function playChosen(listed: readonly Listed[], session: Session): Promise<void> {
  while (true) {
    const answer = await ask(`\nWhich one? (1 to ${listed.length}, or Return to leave) `, session)
    if (answer === '') return
    const chosen = listed[Number(answer) - 1] ?? listed.find(({ name }) => name === answer)
    if (chosen) await playOne({ scene: chosen.name }, session)
    else session.terminal.print(`There is no scene ${answer}.`)
  }
}

// Nobody is there to choose: one that is well, one that is plainly wrong, one that needs thought.
const telling = ['healthy-own-server', 'hotel-wifi-blocks-587', 'wrong-password']

async function playSome(listed: readonly Listed[], session: Session): Promise<void> {
  for (const { name } of listed.filter((one) => telling.includes(one.name))) {
    session.terminal.print('')
    await playOne({ scene: name }, session)
  }
}
