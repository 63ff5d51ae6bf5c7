import type { Shell } from './shell.ts'

/** The same keys in every language: no app that is known uses them, and no letter of a text needs them. */
const keys = 'Control+Alt+Command+O'

/** The keys that bring us to the front from any app, held only while a person wants them. */
export function shortcutOf({ shortcut, freeShortcut }: Pick<Shell, 'shortcut' | 'freeShortcut'>, pressed: () => void) {
  let isHeld = false
  return {
    /** Where another program has the keys, it stays without; the next change of the settings tries again. */
    want(on: boolean): void {
      if (on === isHeld) return
      if (on) isHeld = shortcut(keys, pressed)
      else {
        freeShortcut(keys)
        isHeld = false
      }
    },
  }
}
