/**
 * Waits in a process of its own until the lab's has ended, in whatever way, and puts away what it left.
 * Arguments: the owner of its network and its folder. Our input ends with the lab's process.
 */
import { rm } from 'node:fs/promises'
import { removeNetwork } from './network.ts'

const [owner = '', folder = ''] = process.argv.slice(2)
process.on('SIGINT', () => {})
process.stdin.resume().once('close', async () => {
  await removeNetwork(owner)
  await rm(folder, { recursive: true, force: true })
})
