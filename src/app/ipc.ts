import { no } from '../api/schema/answer.ts'
import type { Line } from '../api/transport.ts'
import { panelOrigin } from './origin.ts'
import type { MainIpc, Sent } from './shell.ts'

/**
 * The agent's end of the bridge to the panel. Only the panel's own page is heard; what it asks is checked by the desk,
 * word for word.
 */
export function serveIpc(ipc: MainIpc, desk: Line): void {
  const leaving = new Map<number, () => void>()
  const leave = (id: number) => {
    leaving.get(id)?.()
    leaving.delete(id)
  }
  ipc.handle('ask', (event, ask, request) => {
    if (!isPanel(event) || typeof ask !== 'string') return no('wrong-request', 'This is not for you to ask.')
    return desk.ask(ask, request)
  })
  ipc.on('listen', (event) => {
    if (!isPanel(event)) return
    const { sender } = event
    const isNew = !leaving.has(sender.id)
    // Whoever listens anew hears the newest of everything again.
    leave(sender.id)
    leaving.set(
      sender.id,
      desk.listen((told) => {
        if (!sender.isDestroyed()) sender.send('told', told)
      }),
    )
    if (isNew) sender.once('destroyed', () => leave(sender.id))
  })
  ipc.on('leave', (event) => {
    if (isPanel(event)) leave(event.sender.id)
  })
}

/** The top frame of a window that shows our own page. */
function isPanel({ senderFrame }: Sent): boolean {
  if (!senderFrame || senderFrame.parent !== null || !URL.canParse(senderFrame.url)) return false
  const { protocol, host } = new URL(senderFrame.url)
  return `${protocol}//${host}` === panelOrigin
}
