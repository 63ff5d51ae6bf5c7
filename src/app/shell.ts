/** The little of Electron that this app uses, in interfaces of its own: `electron-shell.ts` holds them to the real one. */

import type { MainIpc } from '../api/transports/electron.ts'
import type { Cipher } from '../storage/ciphered-secrets.ts'
import type { MenuCommand, MenuEntry } from './menu.ts'

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** A display; its work area begins below the menu bar. */
export interface ShellDisplay {
  bounds: Bounds
  workArea: Bounds
  /** The one that a portable Mac has built in. */
  internal: boolean
}

export interface ShellContents {
  readonly id: number
  isDestroyed(): boolean
  send(channel: string, ...args: unknown[]): void
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void
  on(event: 'will-navigate' | 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown
  once(event: 'destroyed', listener: () => void): unknown
}

export interface ShellWindow {
  isDestroyed(): boolean
  isMinimized(): boolean
  restore(): void
  show(): void
  focus(): void
  close(): void
  loadURL(url: string): Promise<void>
  setVisibleOnAllWorkspaces(
    visible: boolean,
    options?: { visibleOnFullScreen?: boolean; skipTransformProcessType?: boolean },
  ): void
  once(event: 'closed', listener: () => void): unknown
}

/** The keys that were held while something was clicked. */
export interface Clicked {
  ctrlKey?: boolean
}

export interface TrayIcon {
  setImage(path: string): void
  setTitle(title: string, options?: { fontType?: 'monospacedDigit' }): void
  setToolTip(text: string): void
  getBounds(): Bounds
  on(event: 'right-click', listener: () => void): unknown
  on(event: 'click', listener: (event: Clicked) => void): unknown
}

/** What the package `menubar` makes: an icon, and a panel below it that is made on the first click. */
export interface MenubarPanel {
  readonly window: Pick<ShellWindow, 'close' | 'isDestroyed' | 'setVisibleOnAllWorkspaces'> | undefined
  hideWindow(): void
  on(event: 'show' | 'after-hide' | 'after-create-window', listener: () => void): unknown
}

export interface PowerMonitor {
  on(event: 'suspend' | 'resume' | 'on-ac' | 'on-battery', listener: () => void): unknown
  removeListener(event: 'suspend' | 'resume' | 'on-ac' | 'on-battery', listener: () => void): unknown
}

export interface BrowserSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, decide: (granted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: (contents: unknown, permission: string, origin: string) => boolean): void
}

export interface ShellProtocol {
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void
}

export interface Announcement {
  on(event: 'click', listener: () => void): unknown
  on(event: 'action', listener: (details: unknown, index: number) => void): unknown
  on(event: 'show', listener: () => void): unknown
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown
  show(): void
  close(): void
}

export interface AnnouncementText {
  title: string
  /** Without a sound. */
  silent?: boolean
  body: string
  actions: { type: 'button'; text: string }[]
}

export interface ShellApp {
  requestSingleInstanceLock(): boolean
  whenReady(): Promise<void>
  quit(): void
  /** Starts it again once it has ended; it does not end by this. */
  relaunch(options: { args: string[] }): void
  /** Before it is ready. */
  setPath(name: 'sessionData', path: string): void
  getVersion(): string
  getPreferredSystemLanguages(): string[]
  /** Whether this is the app that people install, and not its sources in a bare Electron. */
  readonly isPackaged: boolean
  /** `status`: of macOS 13 or newer. */
  getLoginItemSettings(): { openAtLogin: boolean; wasOpenedAtLogin: boolean; status?: string }
  setLoginItemSettings(settings: { openAtLogin: boolean }): void
  on(event: 'second-instance' | 'activate' | 'window-all-closed', listener: () => void): unknown
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown
  /** An address of ours was opened somewhere; this may come before the app is ready. */
  on(event: 'open-url', listener: (event: { preventDefault(): void }, url: string) => void): unknown
  on(event: 'web-contents-created', listener: (event: unknown, contents: ShellContents) => void): unknown
}

/** Everything the app needs of its surroundings. */
export interface Shell {
  app: ShellApp
  /** What it was started with, without the program itself. */
  args: readonly string[]
  ipc: MainIpc
  power: PowerMonitor
  protocol: ShellProtocol
  cipher: Cipher
  /** Whether this app may use menus (Accessibility). Asks nobody. */
  isTrusted(): boolean
  /** A box that a person cannot overlook, at any time. */
  alert(text: { title: string; body: string }): void
  /** All below only after the app is ready. */
  session(): BrowserSession
  displays(): readonly ShellDisplay[]
  /** Whenever one comes, goes or changes. */
  onDisplays(changed: () => void): void
  openExternal(url: string): Promise<void>
  /** Keys that are heard whatever is in front; whether nobody else has them. */
  shortcut(keys: string, pressed: () => void): boolean
  freeShortcut(keys: string): void
  /** A dialogue for files and folders; gives nothing where nothing was chosen. */
  choose(what: 'sources' | 'target'): Promise<readonly string[]>
  /** A PDF of a page in which no script runs, and which fetches nothing. */
  print(html: string): Promise<Uint8Array>
  /** Onto the clipboard. */
  copy(text: string): void
  announce(text: AnnouncementText): Announcement
  /** `setShown`: takes the icon off the menu bar, and puts it back. `isShown`: whether it is there at first. */
  bar(options: {
    picture: string
    page: string
    isShown: boolean
  }): Promise<{ panel: MenubarPanel; tray: TrayIcon; setShown(is: boolean): void }>
  window(): ShellWindow
  setMenuBar(entries: readonly MenuEntry[], clicked: (command: MenuCommand) => void): void
  popUp(entries: readonly MenuEntry[], clicked: (command: MenuCommand) => void): void
}
