import type { Line } from '../api/transport.ts'
import type { PanelIpc } from './shell.ts'

/** The panel's end: the contract's line and nothing more. No event of Electron's gets through to the page. */
export function bridgeOver(ipc: PanelIpc): Line {
  let listeners = 0
  return {
    ask: (ask, request) => ipc.invoke('ask', ask, request),
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
