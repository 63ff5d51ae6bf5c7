import { type Sentence, say, verbatim } from '../core/sentence.ts'
import type { RealSessionOptions } from '../session/real.ts'
import type { SceneSession } from '../session/scene.ts'
import { HistoryNotOpened, type Session } from '../session/session.ts'
import type { CommandContext } from './command-context.ts'
import { WrongUse } from './exit-status.ts'
import { reasonOf } from './reason.ts'
import type { SceneOptions } from './scene-of.ts'

/** Which world a command is about. */
export interface SessionOptions extends SceneOptions {
  /** How many times faster the time of a scene passes. */
  speed?: number
  /** Where to remember what was seen. */
  database?: string
}

/** This Mac, or the scene that was asked for. Throws `WrongUse`, also where this is neither. */
export async function openSession(command: string, options: SessionOptions, context: CommandContext): Promise<Session> {
  if (isPlay(options)) return openScene(options, 'watching', context)
  if (options.speed !== undefined) throw new WrongUse(meansNothing('--speed', false))
  const { isMac } = await import('../world/real/this-machine.ts')
  if (!isMac())
    throw new WrongUse(
      say(
        'This computer is not a Mac, so there is no mail app to look into; try outbox-doctor {command} --scene NAME.',
        {
          command: verbatim(command),
        },
      ),
    )
  return openReal(options.database === undefined ? {} : { database: options.database }, context)
}

/**
 * This computer. A history that the user named must work; the usual one need not, since a full or broken disk is no
 * reason to leave somebody without an answer. Throws `WrongUse`.
 */
export async function openReal(
  options: RealSessionOptions,
  { note, log }: Pick<CommandContext, 'note' | 'log'>,
): Promise<Awaited<ReturnType<typeof import('../session/real.ts').openRealSession>>> {
  const { openRealSession } = await import('../session/real.ts')
  const session = await openRealSession({ log, ...options }).catch(wrongDatabase)
  if (session.forgets) note(say('Nothing will be remembered: {why}', { why: reasonOf(session.forgets.because) }))
  return session
}

/** A scene, and how its time passes while a command works. */
export interface PlayedSession extends SceneSession {
  /** Where nobody looks on, what only waits takes no time; else time passes as it is. */
  hasten<T>(work: Promise<T>): Promise<T>
}

/** The scene that was asked for, at the usual speed for this unless told. Throws `WrongUse`. */
export async function openScene(
  { speed, database, ...options }: SessionOptions,
  what: 'examining' | 'watching',
  { log }: Pick<CommandContext, 'log'>,
): Promise<SceneSession> {
  const [{ sceneOf }, { openSceneSession, sceneSpeed }] = await Promise.all([
    import('./scene-of.ts'),
    import('../session/scene.ts'),
  ])
  const scene = await sceneOf(options)
  const how = { name: options.scene, speed: speed ?? sceneSpeed[what], database, log }
  return openSceneSession(scene, how).catch(wrongDatabase)
}

/**
 * The same, to be examined. Where no terminal shows how it goes, and no speed was told, time passes as in life but leaps
 * over every silence: the answer comes as soon as it can, and is the same on a busy computer. Throws `WrongUse`.
 */
export async function openSceneToExamine(
  options: SessionOptions,
  { terminal, log }: Pick<CommandContext, 'terminal' | 'log'>,
): Promise<PlayedSession> {
  const leaps = options.speed === undefined && !terminal.moving
  const session = await openScene(leaps ? { ...options, speed: 1 } : options, 'examining', { log })
  return { ...session, hasten: leaps ? session.played.hasten : (work) => work }
}

/** Where history is kept unless told. */
export async function loadUsualDatabase(): Promise<string> {
  return (await import('../storage/folders.ts')).usualDatabase()
}

/** Whether a scene was asked for. Throws `WrongUse` where two were. */
export function isPlay({ scene, sceneFile }: SceneOptions): boolean {
  if (scene !== undefined && sceneFile !== undefined) throw new WrongUse(notTogether('--scene', '--scene-file'))
  return scene !== undefined || sceneFile !== undefined
}

function wrongDatabase(error: unknown): never {
  if (!(error instanceof HistoryNotOpened)) throw error
  throw new WrongUse(say('--database: {why}', { why: reasonOf(error) }), { cause: error })
}

export function notTogether(one: string, other: string): Sentence {
  return say('{one} and {other} cannot be given together.', { one: verbatim(one), other: verbatim(other) })
}

/** That an option is for the other kind of world than the one that was asked for. */
export function meansNothing(option: string, inScene: boolean): Sentence {
  return inScene
    ? say('{option} means nothing with a story.', { option: verbatim(option) })
    : say('{option} means nothing without a story.', { option: verbatim(option) })
}
