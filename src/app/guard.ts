import type { Log } from '../core/log.ts'
import { isKnownPage } from '../knowledge/known-places.ts'
import { panelOrigin } from './origin.ts'
import type { BrowserSession, ShellContents } from './shell.ts'

/** No page but ours, no second window, no frame of somebody else's. A link opens in the browser if its host is known. */
export function guardContents(
  contents: ShellContents,
  openExternal: (url: string) => Promise<void>,
  log?: Pick<Log, 'warn'>,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isKnownPage(url)) openExternal(new URL(url).href).catch((error) => log?.warn('window-failed', { error }))
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Camera, position, notifications, devices: none. Our own page may put what a person copies on the clipboard. */
export function guardSession(session: BrowserSession): void {
  const mayCopy = 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === mayCopy))
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === mayCopy && origin.replace(/\/$/, '') === panelOrigin,
  )
}
