/** Whether this is a Mac. */
export function isMac(): boolean {
  return process.platform === 'darwin'
}
