import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Done } from './report.ts'

export const root = resolve(import.meta.dirname, '../..')

/** Where everything is put that this day leaves. */
export interface Day {
  folder: string
  /** Writes a file of the folder, and gives back its path there. */
  keep(path: string, bytes: string | Buffer): string
  signal: AbortSignal
}

/** One thing to prove. It changes nothing on the Mac but the folders of this checkout, and what it makes ends with it. */
export interface Step {
  title: string
  /** What it would do, for whoever has no Mac at hand. */
  does: string
  /** Rejects with a sentence where something is wrong. */
  prove(day: Day): Promise<Omit<Done, 'title'>>
}

export const done = (...lines: readonly string[]): Omit<Done, 'title'> => ({ is: 'done', lines })
export const notSeen = (...lines: readonly string[]): Omit<Done, 'title'> => ({ is: 'not seen', lines })

export function dayIn(folder: string, signal: AbortSignal): Day {
  return {
    folder,
    signal,
    keep(path, bytes) {
      const at = join(folder, path)
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, bytes)
      return path
    },
  }
}

export interface Ended {
  code: number
  stdout: string
  stderr: string
  ms: number
}

/** Runs a program of this checkout to its end. Never rejects: that it could not be started is a code of -1. */
export function ended(
  path: string,
  args: readonly string[],
  { signal }: Pick<Day, 'signal'>,
  { within = 120_000, env }: { within?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const began = performance.now()
  return new Promise((resolve) => {
    const options = { cwd: root, signal, timeout: within, maxBuffer: 64 * 1_048_576, ...(env && { env }) }
    execFile(path, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ code, stdout, stderr, ms: Math.round(performance.now() - began) })
    })
  })
}

/** All steps, one after another: what goes wrong in one costs no other. */
export async function proveAll(
  steps: readonly Step[],
  day: Day,
  tell: (line: string) => void,
): Promise<readonly Done[]> {
  const all: Done[] = []
  for (const { title, prove } of steps) {
    tell(`${title} …`)
    const one = await prove(day).catch((error: unknown) => ({
      is: 'failed' as const,
      lines: [error instanceof Error ? error.message : String(error)],
    }))
    tell(`  ${one.is}`)
    all.push({ title, ...one })
  }
  return all
}
