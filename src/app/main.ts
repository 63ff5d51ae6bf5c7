import { join } from 'node:path'
import { render } from '../core/render.ts'
import catalogue from '../language/german.json' with { type: 'json' }
import { numbered } from '../language/numbered.ts'
import { translatorFor } from '../language/speak.ts'
import { openRealSession } from '../session/real.ts'
import { cipheredSecrets } from '../storage/ciphered-secrets.ts'
import { removeEverything } from '../storage/remove-everything.ts'
import { de } from '../words/de.ts'
import { electronShell } from './electron-shell.ts'
import { hiddenIcon, isFirstRun, putBrowserAside, secretsFolder } from './own-files.ts'
import { earsOf } from './power.ts'
import { startApp } from './start.ts'

const german = { tag: 'de', catalogue: de, turn: translatorFor({ ...numbered(de), ...catalogue }, 'de') }

const shell = electronShell()
putBrowserAside(shell.app)
const root = join(import.meta.dirname, '../..')

// Not awaited: Electron gets ready only after this module has been read to its end.
startApp(shell, {
  // With Electron's own ears, and its key in the keychain.
  session: () =>
    openRealSession({
      secrets: cipheredSecrets(shell.cipher, secretsFolder()),
      ears: earsOf(shell.power),
      isTrusted: shell.isTrusted,
    }),
  license: 'MIT',
  isFirstRun,
  hiddenIcon,
  inGerman: (sentence) => render(sentence, german),
  panel: join(root, 'dist/panel'),
  removeEverything: () => removeEverything(),
}).catch((error) => {
  const why = error instanceof Error ? error.message : 'for an unknown reason'
  process.stderr.write(`Outbox Doctor could not start: ${why}\n`)
  shell.app.quit()
})
