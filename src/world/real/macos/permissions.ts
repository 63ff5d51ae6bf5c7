import type { Files, Looked, PermissionState, Permissions, Process } from '../../../core/mac.ts'
import type { ClientId } from '../../../core/mail.ts'
import { loadPermissionAddon, type PermissionAddon } from './permission-addon.ts'

/** Which program each mail app is: its bundle identifier, and the end of its path. */
const targets: Readonly<Record<ClientId, { bundle: string; program: string }>> = {
  'apple-mail': { bundle: 'com.apple.mail', program: '/Mail.app/Contents/MacOS/Mail' },
  outlook: { bundle: 'com.microsoft.Outlook', program: '/Contents/MacOS/Microsoft Outlook' },
}

/** The state of each permission, without ever raising a prompt; `unknown` where that cannot be had so. */
export async function readPermissions(
  files: Files,
  running: (signal: AbortSignal) => Promise<Looked<readonly Process[]>>,
  signal: AbortSignal,
  load: () => Promise<PermissionAddon | undefined> = loadPermissionAddon,
): Promise<Permissions> {
  const [addon, processes, fullDiskAccess] = await Promise.all([load(), running(signal), readDiskAccess(files, signal)])
  const isRunning = (program: string) => processes.seen && processes.value.some(({ path }) => path?.endsWith(program))
  const automation = async ({ bundle, program }: { bundle: string; program: string }): Promise<PermissionState> => {
    // Of an app that is not running, the system says only that; the addon would call it refused.
    if (!addon || !isRunning(program)) return 'unknown'
    return addon.automation(bundle)
  }
  return {
    fullDiskAccess,
    automation: { 'apple-mail': await automation(targets['apple-mail']), outlook: await automation(targets.outlook) },
    accessibility: addon?.accessibility() ?? 'unknown',
    // Only the app itself, once it is signed and running, is told about its own.
    notifications: 'unknown',
    localNetwork: 'unknown',
  }
}

/** By really trying: the system guards listing, so that a file's mere presence proves nothing. */
async function readDiskAccess(files: Files, signal: AbortSignal): Promise<PermissionState> {
  for (const place of ['~/Library/Mail', '~/Library/Accounts', '~/Library/Safari']) {
    const looked = await files.list(place, signal)
    if (looked.seen) return 'granted'
    if (looked.why === 'forbidden') return 'refused'
  }
  return 'unknown'
}
