import type { Remedy } from '../core/remedy.ts'
import { applyPublishedSettings } from './apply-published-settings.ts'
import { askServer } from './ask-server.ts'
import { bringClientFront } from './bring-client-front.ts'
import { checkSent } from './check-sent.ts'
import { chooseOutgoingServer } from './choose-outgoing-server.ts'
import { correctEncryption } from './correct-encryption.ts'
import { correctServerName } from './correct-server-name.ts'
import { addAsExchangeGuide, switchToNewOutlook } from './exchange-guides.ts'
import { exportStuckMessages } from './export-stuck-messages.ts'
import { exemptFromFilter, firewallExplained, openFilter } from './filter-guides.ts'
import { firewallException } from './firewall-exception.ts'
import { flushNames } from './flush-names.ts'
import { goOnline } from './go-online.ts'
import { grantPermission } from './grant-permission.ts'
import { logConnections } from './log-connections.ts'
import { archiveGuide, fewerConnectionsGuide } from './mailbox-guides.ts'
import { chooseSender, openMessage, shrinkMessageGuide, signingGuide, splitRecipientsGuide } from './message-guides.ts'
import { bypassProxy, preferIpv4Guide, setMtuGuide } from './network-guides.ts'
import { openClient } from './open-client.ts'
import { openLoginPage, openMailPrivacy, openNetworkSettings, openStorageSettings, setClock } from './open-panes.ts'
import { addInGuide, newOutlookProfile } from './outlook-guides.ts'
import { appPasswordGuide, signInAgainGuide, updatePassword } from './password-guides.ts'
import { pauseVpn } from './pause-vpn.ts'
import { openConnectionDoctor, openProviderPage } from './provider-guides.ts'
import { reAddAccount } from './re-add-account.ts'
import { readAppLog } from './read-app-log.ts'
import { rebuildMailIndex } from './rebuild-mail-index.ts'
import { relaunchClient } from './relaunch-client.ts'
import { renewLease } from './renew-lease.ts'
import { resetOutlookPreferences } from './reset-outlook-preferences.ts'
import { retrySend } from './retry-send.ts'
import { sendByHand } from './send-by-hand.ts'
import { sendTestMessage } from './send-test-message.ts'
import { setAuthMethod } from './set-auth-method.ts'
import { showCertificate, showListener } from './show-guides.ts'
import { repairInstall, updateGuide } from './software-guides.ts'
import { stopRetrying } from './stop-retrying.ts'
import { switchAccessOn } from './switch-access-on.ts'
import { switchAccountOn } from './switch-account-on.ts'
import { switchPort } from './switch-port.ts'
import { pauseVpnGuide, routeAroundVpn } from './vpn-guides.ts'
import { tryAnotherNetwork, waitAndRecheck } from './wait-for-change.ts'
import { writeNote } from './write-note.ts'

/** Everything that can be done. Of what risks the same, the first is offered first. */
export const remedies: readonly Remedy[] = [
  askServer,
  readAppLog,
  logConnections,
  openClient,
  bringClientFront,
  goOnline,
  switchAccountOn,
  shrinkMessageGuide,
  exportStuckMessages,
  resetOutlookPreferences,
  rebuildMailIndex,
  newOutlookProfile,
  applyPublishedSettings,
  correctServerName,
  correctEncryption,
  switchPort,
  chooseOutgoingServer,
  setAuthMethod,
  switchAccessOn,
  updatePassword,
  appPasswordGuide,
  signInAgainGuide,
  addAsExchangeGuide,
  switchToNewOutlook,
  reAddAccount,
  flushNames,
  renewLease,
  openLoginPage,
  openNetworkSettings,
  openStorageSettings,
  setClock,
  grantPermission,
  openMailPrivacy,
  pauseVpn,
  pauseVpnGuide,
  routeAroundVpn,
  retrySend,
  sendByHand,
  relaunchClient,
  preferIpv4Guide,
  setMtuGuide,
  bypassProxy,
  exemptFromFilter,
  openFilter,
  firewallException,
  firewallExplained,
  tryAnotherNetwork,
  waitAndRecheck,
  stopRetrying,
  checkSent,
  sendTestMessage,
  writeNote,
  showCertificate,
  showListener,
  openProviderPage,
  openConnectionDoctor,
  archiveGuide,
  splitRecipientsGuide,
  signingGuide,
  addInGuide,
  fewerConnectionsGuide,
  updateGuide,
  repairInstall,
  chooseSender,
  openMessage,
]
