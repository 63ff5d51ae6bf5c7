import { contextBridge, ipcRenderer } from 'electron'
import { bridgeOver } from '../api/transports/electron.ts'

contextBridge.exposeInMainWorld('outboxDoctor', bridgeOver(ipcRenderer))
