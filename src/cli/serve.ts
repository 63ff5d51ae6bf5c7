import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Premises } from '../api/answers/server-options.ts'
import { about } from './about.ts'
import { type Ending, ending, WrongUse } from './ending.ts'
import { invite } from './invite.ts'
import type { SceneOptions } from './scene-of.ts'
import type { Session } from './session.ts'

export interface ServeOptions extends SceneOptions {
  port?: number
  open?: boolean
  speed?: number
  database?: string
}

const panelFolder = join(import.meta.dirname, '../../dist/panel')

/** `outbox-doctor serve`: the panel in a browser of this computer, until it is interrupted. */
export async function serve(options: ServeOptions, session: Session): Promise<Ending> {
  if (!existsSync(join(panelFolder, 'index.html')))
    throw new WrongUse('The panel is not built yet; please run: npm run build:panel')
  const [{ openReception }, { openDoor }, { panelFiles }] = await Promise.all([
    import('../api/answers/api-answers.ts'),
    import('../api/transports/http-server/server.ts'),
    import('../api/static.ts'),
  ])
  const reception = openReception(await premisesFor(options, session))
  try {
    const door = await openDoor({
      desk: reception.desk,
      files: panelFiles(panelFolder),
      port: options.port ?? 0,
    }).catch((error: unknown) => {
      throw new WrongUse(`--port: ${portTrouble(error)}`, { cause: error })
    })
    const stop = await invite(door, options, session)
    try {
      await interruption(session.signal)
      return ending.interrupted
    } finally {
      stop()
      await door.close()
    }
  } finally {
    await reception.close()
  }
}

/** This Mac where it is one; a scene, or the choice of one, everywhere else. */
async function premisesFor(options: ServeOptions, session: Session): Promise<Premises> {
  if (options.scene !== undefined && options.sceneFile !== undefined)
    throw new WrongUse('--scene and --scene-file cannot be given together.')
  const { version, license } = about()
  const own = { about: { name: 'Outbox Doctor', version, license } }
  const { isMac } = await import('../world/real/this-machine.ts')
  if (options.scene === undefined && options.sceneFile === undefined && isMac()) {
    if (options.speed !== undefined) throw new WrongUse('--speed means nothing without a scene.')
    return { ...own, ...(await (await import('./serve-real.ts')).realPremises(options, session)) }
  }
  return { ...own, ...(await (await import('./serve-play.ts')).playPremises(options, session)) }
}

function portTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'another program is at this port; please choose another.'
  if (code === 'EACCES') return 'this port needs an administrator; please choose one above 1023.'
  return 'it could not be opened.'
}

function interruption(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
