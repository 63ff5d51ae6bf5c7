import { homedir } from 'node:os'
import { join } from 'node:path'
import { clientOfScript } from '../../../clients/known-clients.ts'
import type { ClientSocket, Files, Process, Programs, ReadResult } from '../../../core/mac-powers.ts'
import { foreignName } from '../../../core/sentence.ts'
import type { Clock } from '../../../core/time.ts'
import type { RunProgram } from '../run.ts'
import { Apps } from './apps.ts'
import { MenuTitles } from './menu-titles.ts'
import { parseListeners, parseLsof } from './parse/lsof.ts'
import { parsePs } from './parse/ps.ts'
import { readPreference } from './preferences.ts'
import { ScriptRunner } from './scripts.ts'
import { Signatures } from './signatures.ts'
import { toolFailure, tools } from './tools.ts'

export interface ProgramPlaces {
  /** Folders with apps. */
  apps?: readonly string[]
  /** The folder with our scripts. */
  scripts?: string
  /** A table with the titles of menus, in the place of the app's own. */
  menus?: string
}

const appFolders = () => ['/Applications', join(homedir(), 'Applications'), '/System/Applications']

/** The programs of this user on a Mac. */
export function macPrograms(run: RunProgram, files: Files, clock: Clock, places: ProgramPlaces = {}): Programs {
  const apps = new Apps(places.apps ?? appFolders())
  const scripts = new ScriptRunner(run, places.scripts)
  const titles = new MenuTitles(files, places.menus)
  const signatures = new Signatures(run, clock)
  const running = (signal: AbortSignal) => readRunning(run, signal)
  return {
    running,
    sockets: (pid, signal) => readSockets(run, pid, signal),
    listeners: (port, signal) => readListeners(run, port, signal),
    app: (bundle, signal) => apps.find(bundle, signal),
    signature: (app, signal) => signatures.of(app, signal),
    preference: (domain, key, signal) => readPreference(run, files, domain, key, signal),
    async script(name, args, timeoutMs, signal) {
      // Whoever asks for menus knows the English titles; the app may speak another language.
      const client = clientOfScript(name)
      const menu = client?.scripts.state === name && args.length > 0 ? client.menu : undefined
      const told = menu ? [...new Set([...args, ...(await titles.of(menu, 'online', signal))])] : args
      return scripts.send(name, told, () => running(signal), timeoutMs, signal)
    },
  }
}

async function readRunning(run: RunProgram, signal: AbortSignal): Promise<ReadResult<readonly Process[]>> {
  // Those of this user, also without a terminal, with their paths uncut.
  const ran = await run(tools.ps, ['-xww', '-o', 'pid=', '-o', 'comm='], { signal })
  signal.throwIfAborted()
  if ('failed' in ran) return toolFailure(ran, 'ps')
  const value = parsePs(ran.stdout)
  return value.length > 0 ? { seen: true, value } : { seen: false, why: 'failed', detail: foreignName('ps: nothing') }
}

/** Numbers only: looking up the names of hosts could hang. It ends 1 where there is no socket. */
async function readSockets(
  run: RunProgram,
  pid: number,
  signal: AbortSignal,
): Promise<ReadResult<readonly ClientSocket[]>> {
  const ran = await run(tools.lsof, ['-nPw', '-iTCP', '-a', '-p', String(pid), '-F', 'pfnT'], { signal })
  signal.throwIfAborted()
  if ('failed' in ran) return toolFailure(ran, 'lsof')
  const refused = ran.code !== 0 && ran.stdout === '' && ran.stderr.trim() !== ''
  return refused
    ? { seen: false, why: 'failed', detail: foreignName('lsof') }
    : { seen: true, value: parseLsof(ran.stdout) }
}

/** The path of a program is told by `ps` alone. */
async function readListeners(
  run: RunProgram,
  port: number,
  signal: AbortSignal,
): Promise<ReadResult<readonly Process[]>> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return { seen: false, why: 'missing' }
  const ran = await run(tools.lsof, ['-nPw', `-iTCP:${port}`, '-sTCP:LISTEN', '-F', 'pn'], { signal })
  signal.throwIfAborted()
  if ('failed' in ran) return toolFailure(ran, 'lsof')
  const pids = parseListeners(ran.stdout, port)
  if (pids.length === 0) return { seen: true, value: [] }
  const processes = await readRunning(run, signal)
  return processes.seen ? { seen: true, value: processes.value.filter(({ pid }) => pids.includes(pid)) } : processes
}
