import { execFile } from 'node:child_process'

/**
 * Whether keys that are pressed at the terminal are for us: a program that was sent to the background is stopped where
 * it reads them. The `+` of `ps` says so on a Mac and on Linux; where it cannot be asked, they are not.
 */
export function isInFront(pid = process.pid): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('/bin/ps', ['-o', 'stat=', '-p', String(pid)], { timeout: 2_000 }, (error, out) =>
      resolve(error === null && out.includes('+')),
    )
  })
}
