import { ofScriptedClients } from '../../../clients/known-clients.ts'
import type { PermissionState, ReadResult } from '../../../core/mac-powers.ts'
import { say } from '../../../core/sentence.ts'
import type { Mac } from '../../../core/world.ts'

const notHere: ReadResult<never> = { seen: false, why: 'failed', detail: say('This computer is not a Mac.') }

/** The powers that only a Mac has, on any other computer: each says that it could not look. */
export const powersWithoutMac: Pick<
  Mac,
  | 'networkIdentity'
  | 'networkService'
  | 'wifiSwitch'
  | 'firewall'
  | 'programs'
  | 'files'
  | 'power'
  | 'permissions'
  | 'version'
  | 'watch'
> = {
  networkIdentity: async () => undefined,
  networkService: async () => notHere,
  wifiSwitch: async () => notHere,
  firewall: async () => ({ state: 'unknown', client: 'unknown' }),
  programs: {
    running: async () => notHere,
    sockets: async () => notHere,
    listeners: async () => notHere,
    app: async () => notHere,
    signature: async () => ({ is: 'unknown', why: say('This computer is not a Mac.') }),
    preference: async () => notHere,
    script: async () => ({ outcome: 'failed' }),
  },
  files: {
    list: async () => notHere,
    read: async () => notHere,
    tail: async () => notHere,
    parse: async () => notHere,
    store: async () => notHere,
    watch: () => () => {},
  },
  power: async () => ({ source: 'unknown' }),
  permissions: async () => ({
    fullDiskAccess: 'unknown',
    automation: ofScriptedClients((): PermissionState => 'unknown'),
    accessibility: 'unknown',
    notifications: 'unknown',
    localNetwork: 'unknown',
  }),
  version: async () => ({}),
  watch: () => () => {},
}
