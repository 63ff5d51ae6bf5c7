import type { Process } from '../../../core/mac-powers.ts'
import type { Scene } from '../scene.ts'
import { simulatedMailApps } from './mail-apps.ts'

export function simulatedBridgePath(name: string): string {
  return `/Applications/${name}.app`
}

/** What runs on every Mac of a person who is logged in. */
const everywhere = [
  { name: 'loginwindow', path: '/System/Library/CoreServices/loginwindow.app/Contents/MacOS/loginwindow' },
  { name: 'Dock', path: '/System/Library/CoreServices/Dock.app/Contents/MacOS/Dock' },
  { name: 'Finder', path: '/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder' },
]

/** The programs of a scene's Mac. One that was quit and opened again has another process id. */
export class Processes {
  readonly #pids = new Map<string, number>()
  #next = 400

  running(scene: Scene): Process[] {
    const apps = simulatedMailApps(scene).flatMap(({ running, process, path }) =>
      running ? [{ name: process, path: `${path}/Contents/MacOS/${process}` }] : [],
    )
    const filters = (scene.mac?.filters ?? []).flatMap(({ name, state }) => (state === 'installed' ? [{ name }] : []))
    const listeners = (scene.mac?.listeners ?? []).flatMap(({ name, path }) =>
      path === undefined ? [] : [{ name, path }],
    )
    const bridges = (scene.mac?.bridges ?? []).flatMap(({ name, running }) =>
      running ? [{ name, path: `${simulatedBridgePath(name)}/Contents/MacOS/${name}` }] : [],
    )
    const all = [...everywhere, ...apps, ...filters, ...listeners, ...bridges]
    const names = new Set(all.map(({ name }) => name))
    for (const known of this.#pids.keys()) if (!names.has(known)) this.#pids.delete(known)
    return all.map((program) => ({ pid: this.#pidOf(program.name), ...program }))
  }

  #pidOf(name: string): number {
    const pid = this.#pids.get(name) ?? this.#next++
    this.#pids.set(name, pid)
    return pid
  }
}
