import { join } from 'node:path'
import catalogue from '../language/german.json' with { type: 'json' }
import { speakerOf } from '../language/speak.ts'
import { removeEverything } from '../world/real/remove-everything.ts'
import { loadSettings, saveSettings } from '../world/real/settings-file.ts'
import { electronShell } from './electron-shell.ts'
import { hiddenIcon, isFirstRun, ownHouse, ownReport, putBrowserAside } from './house.ts'
import { startApp } from './start.ts'

const german = speakerOf(catalogue, 'de')

const shell = electronShell()
putBrowserAside(shell.app)
const root = join(import.meta.dirname, '../..')

// Not awaited: Electron gets ready only after this module has been read to its end.
startApp(shell, {
  house: () => ownHouse(shell),
  license: 'MIT',
  isFirstRun,
  hiddenIcon,
  inGerman: (sentence) => german(sentence) ?? sentence,
  panel: join(root, 'dist/panel'),
  settings: {
    load: () => loadSettings(),
    save: (settings) => saveSettings(settings),
  },
  diagnostics: (lived, state) => ownReport(lived, state, shell.app.getVersion()),
  removeEverything: () => removeEverything(),
}).catch((error) => {
  const why = error instanceof Error ? error.message : 'for an unknown reason'
  process.stderr.write(`Outbox Doctor could not start: ${why}\n`)
  shell.app.quit()
})
