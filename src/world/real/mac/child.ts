import { spawn } from 'node:child_process'
import { killGroup, plainEnvironment } from '../run.ts'

/** A program that goes on printing until it is killed. */
export interface Child {
  /** Resolves when it has ended, however it did. */
  ended: Promise<void>
  kill(): void
}

export type StartChild = (path: string, args: readonly string[], heard: (piece: string) => void) => Child

export const startChild: StartChild = (path, args, heard) => {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const child = spawn(path, args, { env: plainEnvironment(), stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  child.stdout.setEncoding('utf8').on('data', heard).on('error', end)
  child.on('error', end)
  child.on('close', () => end())
  // It must never keep this process alive, nor outlive it.
  child.unref()
  const kill = () => {
    if (child.pid !== undefined) killGroup(child.pid)
  }
  process.once('exit', kill)
  ended.then(() => process.removeListener('exit', kill))
  return { ended, kill }
}
