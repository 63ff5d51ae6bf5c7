import type { Probe } from '../core/probe.ts'
import { addInHosts } from './client/add-in-hosts.ts'
import { appLog } from './client/app-log.ts'
import { clientHealth } from './client/client-health.ts'
import { clientSockets } from './client/client-sockets.ts'
import { diskSpace } from './client/disk-space.ts'
import { filters } from './client/filters.ts'
import { mailRecords } from './names/mail-records.ts'
import { resolvers } from './names/resolvers.ts'
import { serverName } from './names/server-name.ts'
import { controlHosts } from './network/control-hosts.ts'
import { firstHop } from './network/first-hop.ts'
import { openWeb } from './network/open-web.ts'
import { wayOut } from './network/way-out.ts'
import { longWord } from './path/long-word.ts'
import { mailBridge } from './path/mail-bridge.ts'
import { otherDoors } from './path/other-doors.ts'
import { serverPorts } from './path/server-ports.ts'
import { serverRoute } from './path/server-route.ts'
import { blocklists } from './server/blocklists.ts'
import { capabilities } from './server/capabilities.ts'
import { conversation } from './server/conversation.ts'
import { exchangeEndpoints } from './server/exchange-endpoints.ts'
import { greeting } from './server/greeting.ts'
import { mailboxRoom } from './server/mailbox-room.ts'
import { providerStatus } from './server/provider-status.ts'
import { publishedSettings } from './server/published-settings.ts'
import { sendingRights } from './sign-in/sending-rights.ts'
import { signIn } from './sign-in/sign-in.ts'
import { certificate } from './tls/certificate.ts'
import { clockOffset } from './tls/clock-offset.ts'
import { encryption } from './tls/encryption.ts'

/** Every question, in the order in which a person would ask them. */
export const allProbes: readonly Probe<unknown>[] = [
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
  mailBridge,
  appLog,
  addInHosts,
]
