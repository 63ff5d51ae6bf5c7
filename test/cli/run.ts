import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { ownFolder } from '../history/folder.ts'

export const launcher = join(import.meta.dirname, '../../src/cli/outbox-doctor.js')

export interface Ran {
  status: number | null
  out: string
  errors: string
}

/** Starts the program as a person would, with a home folder of its own. */
export function started(args: readonly string[], env: Record<string, string> = {}) {
  const home = ownFolder()
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8', ...env },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, home, ended: endOf(child) }
}

/** Runs the program to its end. */
export async function outboxDoctor(
  args: readonly string[],
  input = '',
  env: Record<string, string> = {},
): Promise<Ran> {
  const { child, ended } = started(args, env)
  // A program that refuses its arguments does not wait to be told a password.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return ended
}

async function endOf(child: ChildProcess): Promise<Ran> {
  const status = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, errors] = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')))
  return { status: await status, out: out ?? '', errors: errors ?? '' }
}
