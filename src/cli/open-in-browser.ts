import { spawn } from 'node:child_process'
import { isMac } from '../world/real/this-machine.ts'

/** A page in a file, in the usual browser; false where none could be started. */
export function openInBrowser(file: string): Promise<boolean> {
  const program = isMac() ? '/usr/bin/open' : '/usr/bin/xdg-open'
  return new Promise((resolve) => {
    const child = spawn(program, [file], { stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (status) => resolve(status === 0))
  })
}
