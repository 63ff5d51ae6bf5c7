import { join } from 'node:path'
import { loadSettings, saveSettings } from '../world/real/settings-file.ts'
import { electronShell } from './electron-shell.ts'
import { ownHouse } from './house.ts'
import { startApp } from './start.ts'

const shell = electronShell()
const root = join(import.meta.dirname, '../..')

// Not awaited: Electron gets ready only after this module has been read to its end.
startApp(shell, {
  house: () => ownHouse(shell),
  license: 'MIT',
  panel: join(root, 'dist/panel'),
  settings: {
    load: () => loadSettings().then((read) => ({ locked: [], ...read })),
    save: (settings) => saveSettings(settings),
  },
}).catch((error) => {
  process.stderr.write(`Outbox Doctor could not start: ${error instanceof Error ? error.message : 'for an unknown reason'}
`)
  shell.app.quit()
})
