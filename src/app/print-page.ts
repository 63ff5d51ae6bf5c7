import { BrowserWindow, session } from 'electron'
import { panelScheme } from './origin.ts'

const partition = 'print'
const address = `${panelScheme}://print/page.html`
/** A page of ten thousand lines takes some seconds. */
const timeoutMs = 60_000

/** A PDF of a page, printed in a window that nobody sees: without script, and without any way out of it. */
export async function printPage(html: string): Promise<Uint8Array> {
  const own = session.fromPartition(partition)
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== address && !url.startsWith('data:') }))
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  if (own.protocol.isProtocolHandled(panelScheme)) own.protocol.unhandle(panelScheme)
  own.protocol.handle(
    panelScheme,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  )
  const webPreferences = { partition, sandbox: true, javascript: false, images: true, contextIsolation: true }
  const window = new BrowserWindow({ show: false, webPreferences })
  const timer = setTimeout(() => window.destroy(), timeoutMs)
  try {
    await window.loadURL(address)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      margins: { top: 0.6, bottom: 0.6, left: 0.6, right: 0.6 },
    })
  } finally {
    clearTimeout(timer)
    if (!window.isDestroyed()) window.destroy()
  }
}
