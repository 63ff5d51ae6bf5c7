import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import type { ProgramResult, RunProgram } from '../../../../src/world/real/run.ts'

/** One command that is expected, and how it ends. */
export interface Transcript {
  path: string
  /** Compared whole; a function judges where an argument varies. */
  args: readonly string[] | ((args: readonly string[]) => boolean)
  stdout?: string
  stderr?: string
  code?: number
  failed?: Extract<ProgramResult, { failed: string }>['failed']
}

/** Plays programs from transcripts. A command that is not among them fails the test, whoever catches what it throws. */
export class FakeRun {
  readonly asked: string[] = []
  readonly unexpected: string[] = []
  #known: readonly Transcript[]

  constructor(known: readonly Transcript[]) {
    this.#known = known
  }

  static list(known: readonly Transcript[]): FakeRun {
    return new FakeRun(known)
  }

  readonly run: RunProgram = async (path, args) => {
    const line = [path, ...args].join(' ')
    this.asked.push(line)
    const found = this.#known.find((one) => one.path === path && sameArgs(one.args, args))
    if (!found) {
      this.unexpected.push(line)
      throw new Error(`Unexpected command: ${line}`)
    }
    if (found.failed) return { failed: found.failed }
    return { code: found.code ?? 0, stdout: found.stdout ?? '', stderr: found.stderr ?? '' }
  }

  /** For the end of a test. */
  holdsNoSurprise() {
    expect(this.unexpected).toEqual([])
  }
}

function sameArgs(known: Transcript['args'], args: readonly string[]): boolean {
  if (typeof known === 'function') return known(args)
  return known.length === args.length && known.every((arg, at) => arg === args[at])
}

const recordings = resolve(import.meta.dirname, '../../../recordings/macos')

/** The text of a recording, by its path below test/recordings/macos. */
export function recording(path: string): string {
  return readFileSync(resolve(recordings, path), 'utf8')
}
