import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { say } from '../core/sentence.ts'
import { build, sourceRoot } from './build.ts'
import { type ExitStatus, exitStatus, WrongUse } from './exit-status.ts'

/** What goes into the app, and where it lies there: as in electron-builder.yml, so that paths hold in both. */
export const appParts: readonly (readonly [from: string, to: string])[] = [
  ['dist/main', 'src'],
  ['src/app/icons', 'src/app/icons'],
  ['dist/panel', 'dist/panel'],
  ['migrations', 'migrations'],
  ['native/scripts', 'native/scripts'],
  ['native/build/Release', 'native/build/Release'],
]

/** What Electron calls the app, as in the package: its folder and its keychain item are the same for both. */
export const productName = 'Outbox Doctor'

/** Builds the app anew and runs it until it is quit. */
export async function buildAndStartApp(signal: AbortSignal): Promise<ExitStatus> {
  await build('panel', signal)
  await build('app', signal)
  const folder = join(sourceRoot, 'dist/app')
  layOutApp(folder)
  const child = spawn(electron(), [folder], { stdio: ['ignore', 'inherit', 'inherit'], signal })
  const [status] = await once(child, 'exit').catch(() => [undefined])
  if (signal.aborted) return exitStatus.interrupted
  return status === 0 ? exitStatus.clear : exitStatus.couldNotTell
}

/** The app as a folder that Electron opens. Packages are found further up. */
export function layOutApp(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [from, to] of appParts) {
    // The addon may be missing: it is optional.
    if (!existsSync(join(sourceRoot, from))) continue
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    cpSync(join(sourceRoot, from), join(folder, to), { recursive: true })
  }
  const own = JSON.parse(readFileSync(join(sourceRoot, 'package.json'), 'utf8'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...own, main: 'src/app/main.js', productName }))
}

/** Where Electron's program lies. It is fetched the first time that somebody asks. */
function electron(): string {
  try {
    const path: unknown = createRequire(import.meta.url)('electron')
    if (typeof path === 'string') return path
  } catch {
    // Said below.
  }
  throw new WrongUse(say('Electron could not be fetched; please run npm ci, and npm start again while you are online.'))
}
