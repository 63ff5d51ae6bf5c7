import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Done } from './report.ts'

/** Where everything is put that this day leaves. */
export interface Day {
  folder: string
  /** Writes a file of the folder, and gives back its path there. */
  keep(path: string, bytes: string | Buffer): string
  signal: AbortSignal
}

/** One thing to prove. It writes into this checkout and into folders of its own, and what it starts ends with it. */
export interface Step {
  title: string
  /** What it would do, for whoever has no Mac at hand. */
  does: string
  /** It makes macOS ask the person something, which is what it is for: it is done only with `--ask`. */
  asks?: true
  /** The open points that it may settle. */
  settles?: readonly string[]
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

/** All steps, one after another: what goes wrong in one costs no other. Those that ask are done only where `mayAsk`. */
export async function proveAll(
  steps: readonly Step[],
  day: Day,
  tell: (line: string) => void,
  { mayAsk = false } = {},
): Promise<readonly Done[]> {
  const all: Done[] = []
  for (const step of steps) {
    tell(`${step.title} …`)
    const one = await proveOne(step, day, mayAsk)
    tell(`  ${one.is}`)
    all.push({ title: step.title, ...one })
  }
  return all
}

async function proveOne({ asks, settles = [], prove }: Step, day: Day, mayAsk: boolean): Promise<Omit<Done, 'title'>> {
  if (asks && !mayAsk) return notSeen('macOS would ask a question; npm run mac -- --ask does it.')
  if (day.signal.aborted) return notSeen('No time was left for it.')
  try {
    const one = await prove(day)
    const more = Object.keys(one.settles ?? {}).filter((id) => !settles.includes(id))
    if (more.length > 0) throw new Error(`It settles what it does not announce: ${more.join(', ')}.`)
    return one
  } catch (error) {
    return { is: 'failed', lines: [error instanceof Error ? error.message : String(error)] }
  }
}
