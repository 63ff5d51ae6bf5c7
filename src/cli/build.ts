import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../core/sentence.ts'
import { WrongUse } from './exit-status.ts'

export const sourceRoot = join(import.meta.dirname, '../..')
const panel = join(sourceRoot, 'dist/panel/index.html')
/** What the panel is made of. */
const sources = ['src/panel', 'src/api', 'src/core', 'src/words', 'panel.vite.config.ts', 'package-lock.json'].map(
  (path) => join(sourceRoot, path),
)

/** Builds the panel where it is missing, or older than what it is made of. */
export async function buildPanel(signal: AbortSignal): Promise<void> {
  if (isOutdated(panel, sources)) await build('panel', signal)
}

const unbuilt = {
  panel: say('The panel could not be built; please run: npm ci && npm run build:panel'),
  app: say('The app could not be built; please run: npm ci && npm run build:app'),
}

/** `npm run build:PART`. Throws `WrongUse` where that fails; why was told by then. */
export async function build(part: 'panel' | 'app', signal: AbortSignal): Promise<void> {
  // What is printed by the way is no answer.
  const child = spawn('npm', ['run', '--silent', `build:${part}`], { cwd: sourceRoot, signal, stdio: ['ignore', 2, 2] })
  const [status] = await once(child, 'exit').catch(() => [undefined])
  if (status !== 0) throw new WrongUse(unbuilt[part])
}

/** Whether something was made before its sources, folders or files, were changed last; or was not made yet. */
export function isOutdated(made: string, from: readonly string[]): boolean {
  return !existsSync(made) || Math.max(...from.map(newestIn)) > statSync(made).mtimeMs
}

function newestIn(path: string): number {
  const { mtimeMs } = statSync(path)
  const entries = statSync(path).isDirectory() ? readdirSync(path) : []
  return Math.max(mtimeMs, ...entries.map((name) => newestIn(join(path, name))))
}
