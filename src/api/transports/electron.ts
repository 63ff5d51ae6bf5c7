import { say } from '../../core/sentence.ts'
import { errorAnswer } from '../schema/answer.ts'
import type { Transport } from '../transport.ts'

/** Who sent a message, as the main process sees it. */
export interface IpcEvent {
  sender: {
    readonly id: number
    isDestroyed(): boolean
    send(channel: string, ...args: unknown[]): void
    once(event: 'destroyed', listener: () => void): unknown
  }
  senderFrame: { url: string; parent: unknown } | null
}

/** The little of Electron's `ipcMain` that is used. */
export interface MainIpc {
  handle(channel: string, listener: (event: IpcEvent, ...args: unknown[]) => unknown): void
  on(channel: string, listener: (event: IpcEvent, ...args: unknown[]) => void): unknown
}

/** The little of Electron's `ipcRenderer` that is used. */
export interface PanelIpc {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  send(channel: string, ...args: unknown[]): void
  on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown
  removeListener(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown
}

/** The panel's end: a transport and nothing more. No event of Electron's gets through to the page. */
export function bridgeOver(ipc: PanelIpc): Transport {
  let listeners = 0
  return {
    ask: (request, body) => ipc.invoke('ask', request, body),
    listen(hear) {
      const own = (_event: unknown, told: unknown) => hear(told)
      ipc.on('told', own)
      listeners++
      ipc.send('listen')
      return () => {
        ipc.removeListener('told', own)
        if (--listeners === 0) ipc.send('leave')
      }
    },
  }
}

/**
 * The agent's end of the bridge. Only the panel's own page, in the top frame of a window at `panelOrigin`, is heard; what
 * it asks is checked by the endpoint, word for word.
 */
export function serveIpc(ipc: MainIpc, endpoint: Transport, panelOrigin: string): void {
  const leaving = new Map<number, () => void>()
  const leave = (id: number) => {
    leaving.get(id)?.()
    leaving.delete(id)
  }
  const isPanel = ({ senderFrame }: IpcEvent) => isTopFrameAt(panelOrigin, senderFrame)
  ipc.handle('ask', (event, request, body) => {
    if (!isPanel(event) || typeof request !== 'string')
      return errorAnswer('wrong-request', say('This is not for you to ask.'))
    return endpoint.ask(request, body)
  })
  ipc.on('listen', (event) => {
    if (!isPanel(event)) return
    const { sender } = event
    const isNew = !leaving.has(sender.id)
    // Whoever listens anew hears the newest of everything again.
    leave(sender.id)
    leaving.set(
      sender.id,
      endpoint.listen((told) => {
        if (!sender.isDestroyed()) sender.send('told', told)
      }),
    )
    if (isNew) sender.once('destroyed', () => leave(sender.id))
  })
  ipc.on('leave', (event) => {
    if (isPanel(event)) leave(event.sender.id)
  })
}

function isTopFrameAt(origin: string, frame: IpcEvent['senderFrame']): boolean {
  if (!frame || frame.parent !== null || !URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return `${protocol}//${host}` === origin
}
