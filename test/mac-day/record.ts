import { basename } from 'node:path'
import type { ProgramResult, RunProgram } from '../../src/world/real/run.ts'
import type { Redact } from './redact.ts'

/** A file in the form of test/recordings: a folder for the tool, a name for what it was asked. */
export interface Recording {
  path: string
  text: string
}

/** Runs programs as before, and keeps what they printed. What it was asked twice is kept once. */
export function recordingRun(run: RunProgram): {
  run: RunProgram
  recordings: (redact: Redact, version: string) => readonly Recording[]
} {
  const seen = new Map<string, { tool: string; args: readonly string[]; ran: ProgramResult }>()
  return {
    run: async (path, args, options) => {
      const ran = await run(path, args, options)
      if (!telling.has(basename(path))) seen.set([path, ...args].join(' '), { tool: basename(path), args, ran })
      return ran
    },
    recordings: (redact, version) =>
      [...seen.values()].flatMap(({ tool, args, ran }) => {
        if ('failed' in ran) return []
        const name = nameOf(redact(args.join(' ')))
        const at = `${tool}/macos${version}${name}`
        return [
          ...(ran.stdout === '' ? [] : [{ path: `${at}.txt`, text: redact(ran.stdout) }]),
          ...(ran.stderr === '' ? [] : [{ path: `${at}.stderr.txt`, text: redact(ran.stderr) }]),
        ]
      }),
  }
}

const longest = 60
/** Everything that somebody has open: which is more than a recording should tell, and nothing new. */
const telling = new Set(['ps', 'lsof'])

/** `-xww -o pid=` becomes `-xww-o-pid`. */
function nameOf(args: string): string {
  const words = args.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-|-$/g, '')
  return words === '' ? '' : `-${words.slice(0, longest).replace(/-$/, '')}`
}
