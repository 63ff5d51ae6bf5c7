import type * as Electron from 'electron'
import { Ears } from './shell-double.ts'

/**
 * Stands in for `electron` where the built app is loaded without it. The compiler holds every name and every way of
 * calling it to Electron's own typings; what it does is told in `calls`.
 */
export const calls: string[] = []
const app = new Ears()

/** The functions of a module, where each may return something simpler. */
type Shape<T, K extends keyof T> = {
  [N in K]: T[N] extends (...args: infer A) => unknown ? (...args: A) => unknown : unknown
}

export const standIn = {
  app: Object.assign(app, {
    requestSingleInstanceLock: () => calls.push('lock') > 0,
    whenReady: () => new Promise<void>(() => void calls.push('waits')),
    quit: () => void calls.push('quit'),
    relaunch: () => {},
    setPath: (name: string) => void calls.push(`path ${name}`),
    isPackaged: true,
    getVersion: () => '0',
    getPreferredSystemLanguages: () => ['en'],
    getLoginItemSettings: () => ({ openAtLogin: false, wasOpenedAtLogin: false }),
    setLoginItemSettings: () => {},
  }) satisfies Shape<
    Electron.App,
    | 'requestSingleInstanceLock'
    | 'whenReady'
    | 'quit'
    | 'relaunch'
    | 'setPath'
    | 'getVersion'
    | 'getPreferredSystemLanguages'
    | 'getLoginItemSettings'
    | 'setLoginItemSettings'
  >,
  protocol: {
    registerSchemesAsPrivileged: (schemes) => void calls.push(`scheme ${schemes[0]?.scheme}`),
    handle: () => {},
  } satisfies Shape<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>,
  ipcMain: { handle: () => {}, on: () => {} } satisfies Shape<Electron.IpcMain, 'handle' | 'on'>,
  safeStorage: {
    isAsyncEncryptionAvailable: async () => false,
    encryptStringAsync: async (text) => Buffer.from(text),
    decryptStringAsync: async (bytes) => ({ result: bytes.toString(), shouldReEncrypt: false }),
  } satisfies Shape<Electron.SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>,
  systemPreferences: { isTrustedAccessibilityClient: () => false } satisfies Shape<
    Electron.SystemPreferences,
    'isTrustedAccessibilityClient'
  >,
  dialog: {
    showErrorBox: (title) => void calls.push(`box ${title}`),
    showMessageBox: async ({ message }: { message?: string }) => void calls.push(`box ${message}`),
  } satisfies Record<'showErrorBox' | 'showMessageBox', (...args: never[]) => unknown>,
  screen: { getAllDisplays: () => [] } satisfies Shape<Electron.Screen, 'getAllDisplays'>,
  globalShortcut: { register: () => true, unregister: () => {} } satisfies Shape<
    Electron.GlobalShortcut,
    'register' | 'unregister'
  >,
  clipboard: { writeText: () => {} } satisfies Shape<Electron.Clipboard, 'writeText'>,
  shell: { openExternal: async () => {} } satisfies Shape<Electron.Shell, 'openExternal'>,
  session: { defaultSession: {} } satisfies Shape<typeof Electron.session, 'defaultSession'>,
  powerMonitor: new Ears(),
  Menu: class {},
  BrowserWindow: class {},
  Notification: class {},
  Tray: class {},
}
