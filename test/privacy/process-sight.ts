import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What every other program of this computer can see of a process and of all that it has started: arguments and environment. */
export function visibleOf(pid: number): string[] {
  const place = `/proc/${pid}`
  try {
    const own = ['cmdline', 'environ'].map((name) => readFileSync(join(place, name), 'latin1'))
    const children = readdirSync(join(place, 'task')).flatMap((task) =>
      readFileSync(join(place, 'task', task, 'children'), 'utf8')
        .trim()
        .split(' '),
    )
    return [...own, ...children.filter((one) => one !== '').flatMap((one) => visibleOf(Number(one)))]
  } catch {
    // It has ended meanwhile.
    return []
  }
}

/** The contents of every file below a folder; of none where there is no such folder. */
export function contentsBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter((one) => one.isFile()).map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
  } catch {
    return []
  }
}
