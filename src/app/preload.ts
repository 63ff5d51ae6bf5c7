import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { bridgeOver } from '../api/transports/electron.ts'

contextBridge.exposeInMainWorld('outboxDoctor', {
  ...bridgeOver(ipcRenderer),
  pathOf: (file: File) => webUtils.getPathForFile(file),
})
