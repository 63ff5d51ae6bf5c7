import type { ServerOptions } from '../api/answers/server-options.ts'
import type { Settings } from '../core/settings.ts'
import type { ShellApp } from './shell.ts'

/**
 * Opening at login, on which macOS has the last word: a person may have to allow it in System Settings first. None where
 * the app runs from its sources: then Electron itself would be opened, without it.
 */
export function loginItemOf(
  app: Pick<ShellApp, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>,
): Pick<ServerOptions, 'loginItem'> {
  if (!app.isPackaged) return {}
  return {
    loginItem: {
      get() {
        const { openAtLogin, status } = app.getLoginItemSettings()
        if (status === 'requires-approval') return { is: 'awaits' }
        return { is: openAtLogin ? 'on' : 'off' }
      },
      set: (on) => app.setLoginItemSettings({ openAtLogin: on }),
    },
  }
}

/** What an administrator wants of it is done; macOS may still want it allowed. */
export function followLoginSetting(
  { loginItem }: Pick<ServerOptions, 'loginItem'>,
  { launchAtLogin: wanted }: Pick<Settings, 'launchAtLogin'>,
): void {
  const is = loginItem?.get().is
  if (wanted === 'always' && is === 'off') loginItem?.set(true)
  if (wanted === 'never' && is !== 'off') loginItem?.set(false)
}
