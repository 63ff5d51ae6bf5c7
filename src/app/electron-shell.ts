import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  type MenuItemConstructorOptions,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
} from 'electron'
import { menubar } from 'menubar'
import type { MenuCommand, MenuEntry } from './menu.ts'
import { panelScheme } from './origin.ts'
import { printPage } from './print-page.ts'
import { PutAwayTray } from './put-away-tray.ts'
import type { Shell } from './shell.ts'

const preload = join(import.meta.dirname, 'preload.cjs')
const webPreferences = { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false }
// A folder of Mail ends in .mbox, and the system would take it for a file.
const sourceProperties = ['openFile', 'openDirectory', 'multiSelections', 'treatPackageAsDirectory'] as const
const targetProperties = ['openDirectory', 'createDirectory'] as const
const panelSize = { width: 400, height: 640, minWidth: 360, minHeight: 320 }
// Shown, but not held: the garbage collector would take the icon off the menu bar.
let held: PutAwayTray<Menu> | undefined
/** An icon that is made anew with it stands where the last one stood. */
const iconGuid = '8d0ab7f4-6c2e-4b0e-9a43-51f6e2c7d9b0'

/** Electron itself. The compiler holds our own interfaces to its typings here, and only here. To be made before `ready`. */
export function electronShell(): Shell {
  protocol.registerSchemesAsPrivileged([
    { scheme: panelScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  return {
    app,
    args: process.argv.slice(1),
    ipc: ipcMain,
    power: powerMonitor,
    protocol,
    cipher: safeStorage,
    isTrusted: () => systemPreferences.isTrustedAccessibilityClient(false),
    alert({ title, body }) {
      // Before Electron is ready there is only a box that holds everything up.
      if (!app.isReady()) return dialog.showErrorBox(title, body)
      void dialog.showMessageBox({ type: 'warning', message: title, detail: body })
    },
    session: () => session.defaultSession,
    displays: () => screen.getAllDisplays(),
    onDisplays: (changed) =>
      screen.on('display-added', changed).on('display-removed', changed).on('display-metrics-changed', changed),
    openExternal: (url) => shell.openExternal(url),
    shortcut: (keys, pressed) => globalShortcut.register(keys, pressed),
    freeShortcut: (keys) => globalShortcut.unregister(keys),
    async choose(what) {
      const properties = what === 'sources' ? sourceProperties : targetProperties
      return (await dialog.showOpenDialog({ properties: [...properties] })).filePaths
    },
    print: printPage,
    copy: (text) => clipboard.writeText(text),
    announce: (text) => new Notification(text),
    bar: ({ picture, page, isShown }) => {
      const tray = new PutAwayTray<Menu>((path) => new Tray(path, iconGuid), picture)
      tray.setShown(isShown)
      const bar = menubar({
        icon: picture,
        // Of an icon, it listens to clicks, sets the tooltip and asks where it stands.
        tray: tray as unknown as Tray,
        index: page,
        tooltip: 'Outbox Doctor',
        // A click on the icon in Finder opens a normal window instead: the icon may be hidden.
        activateWithApp: false,
        // Its own way of doing that turns the app into one with an icon in the Dock, and leaves out full-screen apps.
        showOnAllWorkspaces: false,
        browserWindow: { ...panelSize, resizable: true, skipTaskbar: true, webPreferences },
      })
      held = tray
      const setShown = (is: boolean) => tray.setShown(is)
      return new Promise((resolve) => bar.once('ready', () => resolve({ panel: bar, tray, setShown })))
    },
    window: () => new BrowserWindow({ ...panelSize, show: false, title: 'Outbox Doctor', webPreferences }),
    setMenuBar: (entries, clicked) => Menu.setApplicationMenu(menuOf(entries, clicked)),
    popUp: (entries, clicked) => held?.popUpContextMenu(menuOf(entries, clicked)),
  }
}

function menuOf(entries: readonly MenuEntry[], clicked: (command: MenuCommand) => void): Menu {
  const template = (all: readonly MenuEntry[]): MenuItemConstructorOptions[] =>
    all.map(({ command, submenu, ...entry }) => ({
      ...entry,
      ...(submenu && { submenu: template(submenu) }),
      ...(command && { click: () => clicked(command) }),
    }))
  return Menu.buildFromTemplate(template(entries))
}
