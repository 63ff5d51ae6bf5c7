import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { terminalLocale } from '../../src/cli/locale.ts'
import { runCommandLine } from '../../src/cli/program.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { ownLog } from '../../src/storage/own-log.ts'
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

/** Runs the program to its end in a process of its own, as a person would. */
export async function outboxDoctorProcess(
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

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs the same commands to their end in this process, which has the code already: with a home folder of their own, no
 * terminal, and one after the other, since they share the environment. What a process does besides (colours, signals,
 * nothing else on stdout) is held by those that run as one.
 */
export function outboxDoctor(
  args: readonly string[],
  input = '',
  env: Record<string, string> = {},
  columns = 80,
): Promise<Ran> {
  const home = ownFolder()
  const ran = last.then(() =>
    within({ HOME: home, XDG_STATE_HOME: home, ...english, ...env }, () => ranHere(args, input, columns)),
  )
  last = ran.catch(() => {})
  return ran
}

/** Whatever the machine speaks. Empty counts as not set. */
const english = { LC_ALL: '', LC_MESSAGES: '', LANG: 'C.UTF-8' }

async function ranHere(args: readonly string[], input: string, columns: number): Promise<Ran> {
  const [out, errors]: [string[], string[]] = [[], []]
  const locale = await terminalLocale(process.env)
  const told = terminalOn({ write: (text) => errors.push(text) }, process.env, locale)
  const { signal } = new AbortController()
  const log = ownLog('terminal')
  const status = await runCommandLine(args, {
    terminal: terminalOn({ write: (text) => out.push(text), columns }, process.env, locale),
    note: (sentence) => told.print(told.inWords(sentence)),
    input: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    signal,
    interrupt: () => {},
    log,
  })
  await log.written()
  return { status, out: out.join(''), errors: errors.join('') }
}

async function within<T>(env: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, env)
  try {
    return await work()
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}

async function endOf(child: ChildProcess): Promise<Ran> {
  const status = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, errors] = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')))
  return { status: await status, out: out ?? '', errors: errors ?? '' }
}
