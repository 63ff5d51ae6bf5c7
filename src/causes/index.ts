import type { Cause } from '../core/cause.ts'
import { mailPortsBlockedHere, port25Blocked, portBlockedHere } from './blocked-here.ts'
import { captivePortal } from './captive-portal.ts'
import { clockWrong } from './clock-wrong.ts'
import { detourBroken } from './detour-broken.ts'
import { diskFull } from './disk-full.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'
import { ipv6Broken } from './ipv6-broken.ts'
import { localPortTaken } from './local-port-taken.ts'
import { namesBroken } from './names-broken.ts'
import { namesSlow } from './names-slow.ts'
import { networkFlapping } from './network-flapping.ts'
import { noNetwork } from './no-network.ts'
import { pathLosesLargePackets } from './path-loses-large-packets.ts'
import { serverBansYou } from './server-bans-you.ts'
import { serverDown } from './server-down.ts'
import { serverNameUnknown } from './server-name-unknown.ts'
import { serverPortClosed } from './server-port-closed.ts'
import { starttlsStripped } from './starttls-stripped.ts'
import { tlsCutInPath } from './tls-cut-in-path.ts'
import {
  accountSuspended,
  addressBlocklisted,
  greetingRefused,
  mailboxFull,
  rateLimited,
  serverBusy,
  tooManyConnections,
} from './told-by-server.ts'
import { uplinkSaturated } from './uplink-saturated.ts'
import { vpnBlocksMail } from './vpn-blocks-mail.ts'

/** Every reason why mail does not leave, from this Mac outwards. */
export const causes: readonly Cause[] = [
  noNetwork,
  captivePortal,
  namesBroken,
  namesSlow,
  serverNameUnknown,
  vpnBlocksMail,
  filterInspectsTls,
  detourBroken,
  ipv6Broken,
  pathLosesLargePackets,
  uplinkSaturated,
  networkFlapping,
  clockWrong,
  diskFull,
  localPortTaken,
  portBlockedHere,
  mailPortsBlockedHere,
  port25Blocked,
  tlsCutInPath,
  starttlsStripped,
  serverDown,
  serverPortClosed,
  serverBusy,
  serverBansYou,
  addressBlocklisted,
  greetingRefused,
  rateLimited,
  accountSuspended,
  tooManyConnections,
  mailboxFull,
]
