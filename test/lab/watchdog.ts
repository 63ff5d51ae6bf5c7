/**
 * Waits in a process of its own until the lab's has ended, in whatever way, and puts away what it left.
 * Arguments: the lab's process id and its folder. Our input ends with the lab's process.
 */
import { rm } from 'node:fs/promises'
import { removeNetworkOf } from './network.ts'

const [owner = '', folder = ''] = process.argv.slice(2)
process.on('SIGINT', () => {})
process.stdin.resume().once('close', async () => {
  await removeNetworkOf(Number(owner))
  await rm(folder, { recursive: true, force: true })
})
