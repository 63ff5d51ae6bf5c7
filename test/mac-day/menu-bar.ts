/** What of the app is run inside it: each function is sent there as its own text, and knows nothing beside itself. */

interface Overheard {
  tray?: Electron.Tray
  menus: string[][]
}

/** Electron gives nobody its icon nor its menus: both are taken from the calls that the app makes. No menu is opened. */
export function overhear({ Tray }: Pick<typeof Electron, 'Tray'>): void {
  const overheard: Overheard = { menus: [] }
  Object.assign(globalThis, { overheard })
  const { setToolTip } = Tray.prototype
  Tray.prototype.setToolTip = function (text) {
    overheard.tray = this
    return setToolTip.call(this, text)
  }
  // Opened for real, a menu holds everything up until a person closes it.
  Tray.prototype.popUpContextMenu = (menu) => {
    const labelsOf = (all: readonly Electron.MenuItem[], before: string): string[] =>
      all.flatMap(({ type, label, submenu }) => [
        before + (type === 'separator' ? '—' : label),
        ...labelsOf(submenu?.items ?? [], `${before}  `),
      ])
    overheard.menus.push(labelsOf(menu?.items ?? [], ''))
  }
}

export function iconBounds(): Electron.Rectangle | undefined {
  return (globalThis as unknown as { overheard: Overheard }).overheard.tray?.getBounds()
}

/** As Electron tells a click; whether macOS tells a real one so is not seen by this. */
export function clickIcon(_electron: unknown, { ctrlKey, at }: { ctrlKey: boolean; at: Electron.Rectangle }): void {
  const { tray } = (globalThis as unknown as { overheard: Overheard }).overheard
  tray?.emit('click', { ctrlKey }, at)
}

/** The labels of every menu so far, those of a submenu set in. */
export function menusShown(): string[][] {
  return (globalThis as unknown as { overheard: Overheard }).overheard.menus
}

/** Whether the thread that reads stores comes up from where the app lies; its first word is that it did. */
export function threadComesUp({ app }: { app: Pick<Electron.App, 'getAppPath'> }, entry: string): Promise<boolean> {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const { join } = process.getBuiltinModule('node:path')
  return new Promise((resolve) => {
    const worker = new Worker(join(app.getAppPath(), entry), { stdout: true, stderr: true })
    const is = (up: boolean) => () => {
      resolve(up)
      void worker.terminate()
    }
    worker.once('message', is(true)).once('error', is(false)).once('exit', is(false))
  })
}
