import { join } from 'node:path'
import { harmless } from '../core/text.ts'
import { openRealSession } from '../session/real.ts'
import { cipheredSecrets } from '../storage/ciphered-secrets.ts'
import { ownLog } from '../storage/own-log.ts'
import { removeEverything } from '../storage/remove-everything.ts'
import { newInstallationId, telemetryFile } from '../storage/telemetry-file.ts'
import { appWordsIn } from './app-words.ts'
import { electronShell } from './electron-shell.ts'
import { tellUncaught } from './own-fault.ts'
import { fleetFile, hiddenIconNote, isFirstRun, secretsFolder, setBrowserDataFolder } from './own-files.ts'
import { powerEventsOf } from './power.ts'
import { startApp } from './start.ts'

const shell = electronShell()
const log = ownLog('app')
const words = () => appWordsIn(shell.app.getPreferredSystemLanguages())
tellUncaught(process, shell, log, words)
setBrowserDataFolder(shell.app, log)
const root = join(import.meta.dirname, '../..')

// Not awaited: Electron gets ready only after this module has been read to its end.
startApp(shell, {
  // With Electron's own power events, and its key in the keychain.
  session: () =>
    openRealSession({
      log,
      secrets: cipheredSecrets(shell.cipher, secretsFolder(), log),
      powerEvents: powerEventsOf(shell.power),
      isTrusted: shell.isTrusted,
    }),
  license: 'MIT',
  isFirstRun,
  log,
  hiddenIcon: hiddenIconNote(log),
  fleet: fleetFile(),
  telemetry: { file: telemetryFile(), newId: newInstallationId },
  panel: join(root, 'dist/panel'),
  removeEverything: () => removeEverything(),
}).catch((error) => {
  log.error('not-started', { error })
  // An app of the menu bar has no terminal in which somebody would read it.
  const why = error instanceof Error ? error.message : ''
  process.stderr.write(`Outbox Doctor could not start: ${why}\n`)
  shell.alert({ title: words().notStarted, body: harmless(why) })
  void log.written().finally(() => shell.app.quit())
})
