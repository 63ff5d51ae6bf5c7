import type { Remedy } from '../core/remedy.ts'
import { applyPublishedSettings } from './apply-published-settings.ts'
import { chooseOutgoingServer } from './choose-outgoing-server.ts'
import { correctEncryption } from './correct-encryption.ts'
import { correctServerName } from './correct-server-name.ts'
import { addAsExchangeGuide, switchToNewOutlook } from './exchange-guides.ts'
import { exemptFromFilter, firewallExplained, openFilter } from './filter-guides.ts'
import { grantPermission } from './grant-permission.ts'
import { archiveGuide, fewerConnectionsGuide } from './mailbox-guides.ts'
import { chooseSender, openMessage, shrinkMessageGuide, signingGuide, splitRecipientsGuide } from './message-guides.ts'
import { bypassProxy, preferIpv4Guide, setMtuGuide } from './network-guides.ts'
import { openLoginPage, openMailPrivacy, openNetworkSettings, openStorageSettings, setClock } from './open-panes.ts'
import { addInGuide, newOutlookProfile } from './outlook-guides.ts'
import { appPasswordGuide, signInAgainGuide, updatePassword } from './password-guides.ts'
import { openConnectionDoctor, openProviderPage } from './provider-guides.ts'
import { reAddAccount } from './re-add-account.ts'
import { setAuthMethod } from './set-auth-method.ts'
import { showCertificate, showListener } from './show-guides.ts'
import { repairInstall, updateGuide } from './software-guides.ts'
import { switchPort } from './switch-port.ts'
import { pauseVpnGuide, routeAroundVpn } from './vpn-guides.ts'
import { writeNote } from './write-note.ts'

/** Everything that can be done. Of what risks the same, the first is offered first. */
export const remedies: readonly Remedy[] = [
  newOutlookProfile,
  applyPublishedSettings,
  correctServerName,
  correctEncryption,
  switchPort,
  chooseOutgoingServer,
  setAuthMethod,
  updatePassword,
  appPasswordGuide,
  signInAgainGuide,
  addAsExchangeGuide,
  switchToNewOutlook,
  reAddAccount,
  openLoginPage,
  openNetworkSettings,
  openStorageSettings,
  setClock,
  grantPermission,
  openMailPrivacy,
  pauseVpnGuide,
  routeAroundVpn,
  preferIpv4Guide,
  setMtuGuide,
  bypassProxy,
  exemptFromFilter,
  openFilter,
  firewallExplained,
  writeNote,
  showCertificate,
  showListener,
  openProviderPage,
  openConnectionDoctor,
  archiveGuide,
  shrinkMessageGuide,
  splitRecipientsGuide,
  signingGuide,
  addInGuide,
  fewerConnectionsGuide,
  updateGuide,
  repairInstall,
  chooseSender,
  openMessage,
]
