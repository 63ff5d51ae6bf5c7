import { spawn } from 'node:child_process'
import { isMac } from '../world/real/this-machine.ts'

/** In the usual browser; false where none could be started. */
export function openInBrowser(address: string): Promise<boolean> {
  const program = isMac() ? '/usr/bin/open' : '/usr/bin/xdg-open'
  return new Promise((resolve) => {
    const child = spawn(program, [address], { stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (status) => resolve(status === 0))
  })
}
