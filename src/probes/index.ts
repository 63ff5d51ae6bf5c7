import type { Probe } from '../core/probe.ts'
import { addInHosts } from './add-in-hosts.ts'
import { appLog } from './app-log.ts'
import { blocklists } from './blocklists.ts'
import { capabilities } from './capabilities.ts'
import { certificate } from './certificate.ts'
import { clientHealth } from './client-health.ts'
import { clientSockets } from './client-sockets.ts'
import { clockOffset } from './clock-offset.ts'
import { controlHosts } from './control-hosts.ts'
import { conversation } from './conversation.ts'
import { diskSpace } from './disk-space.ts'
import { encryption } from './encryption.ts'
import { exchangeEndpoints } from './exchange-endpoints.ts'
import { filters } from './filters.ts'
import { firstHop } from './first-hop.ts'
import { greeting } from './greeting.ts'
import { longWord } from './long-word.ts'
import { mailRecords } from './mail-records.ts'
import { mailboxRoom } from './mailbox-room.ts'
import { openWeb } from './open-web.ts'
import { otherDoors } from './other-doors.ts'
import { providerStatus } from './provider-status.ts'
import { publishedSettings } from './published-settings.ts'
import { resolvers } from './resolvers.ts'
import { sendingRights } from './sending-rights.ts'
import { serverName } from './server-name.ts'
import { serverPorts } from './server-ports.ts'
import { serverRoute } from './server-route.ts'
import { signIn } from './sign-in.ts'
import { wayOut } from './way-out.ts'

/** Every question, in the order in which a person would ask them. */
export const probes: readonly Probe<unknown>[] = [
  wayOut,
  filters,
  diskSpace,
  openWeb,
  clockOffset,
  resolvers,
  serverName,
  serverRoute,
  firstHop,
  mailRecords,
  publishedSettings,
  controlHosts,
  serverPorts,
  greeting,
  longWord,
  encryption,
  certificate,
  capabilities,
  otherDoors,
  conversation,
  signIn,
  sendingRights,
  mailboxRoom,
  blocklists,
  providerStatus,
  exchangeEndpoints,
  clientHealth,
  clientSockets,
  appLog,
  addInHosts,
]
