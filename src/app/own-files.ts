import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FleetReport } from '../core/fleet-report.ts'
import type { Log } from '../core/log.ts'
import { dataFolder, usualDatabase } from '../storage/folders.ts'
import { replaceFile } from '../storage/replace-file.ts'
import type { ShellApp } from './shell.ts'

/** Where the app's passwords lie, as ciphertext. */
export const secretsFolder = (): string => join(dataFolder(), 'secrets')
const iconNote = () => join(dataFolder(), 'icon-was-hidden')

/** Whether nothing was ever kept here: then somebody has to be told what is watched, and what for. */
export const isFirstRun = (): boolean => !existsSync(usualDatabase())

/** Whether a person was told that the icon is hidden: a note beside the history. */
export const hiddenIconNote = (log: Pick<Log, 'warn'>) => ({
  wasTold: (): boolean => existsSync(iconNote()),
  note(): void {
    try {
      mkdirSync(dataFolder(), { recursive: true, mode: 0o700 })
      writeFileSync(iconNote(), '', { mode: 0o600 })
    } catch (error) {
      // A disk that takes nothing: then it is told again at the next start.
      log.warn('note-failed', { error })
    }
  },
})

/** The report for whoever looks after many Macs, beside the history. */
export const fleetFile = (file: string = join(dataFolder(), 'fleet-report.json')) => ({
  put: (report: FleetReport): Promise<void> => replaceFile(report, file),
  remove: (): Promise<void> => rm(file, { force: true }),
})

/** What Chromium keeps for our pages lies in a folder of its own, and not among what is ours. Before `ready`. */
export function setBrowserDataFolder(app: Pick<ShellApp, 'setPath'>, log: Pick<Log, 'warn'>): void {
  const folder = join(dataFolder(), 'browser')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('sessionData', folder)
  } catch (error) {
    // Where nothing can be made, it keeps nothing either.
    log.warn('note-failed', { error })
  }
}
