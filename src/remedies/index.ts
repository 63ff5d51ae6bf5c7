import type { Remedy } from '../core/remedy.ts'
import { bringClientFront } from './client/bring-client-front.ts'
import { checkSent } from './client/check-sent.ts'
import { fileSentCopies } from './client/file-sent-copies.ts'
import { goOnline } from './client/go-online.ts'
import { goOnlineByHand } from './client/go-online-by-hand.ts'
import { logConnections } from './client/log-connections.ts'
import { lookYourself } from './client/look-yourself.ts'
import { openClient } from './client/open-client.ts'
import { openMailBridge } from './client/open-mail-bridge.ts'
import { addInGuide, newOutlookProfile } from './client/outlook-guides.ts'
import { reAddAccount } from './client/re-add-account.ts'
import { readAppLog } from './client/read-app-log.ts'
import { rebuildMailIndex } from './client/rebuild-mail-index.ts'
import { reconnectClient } from './client/reconnect-client.ts'
import { relaunchClient } from './client/relaunch-client.ts'
import { resetOutlookPreferences } from './client/reset-outlook-preferences.ts'
import { sendByHand } from './client/send-by-hand.ts'
import { sendPutOff } from './client/send-put-off.ts'
import { showWaitingWindow } from './client/show-waiting-window.ts'
import { repairInstall, updateGuide } from './client/software-guides.ts'
import { switchAccountOn, switchAccountOnByHand } from './client/switch-account-on.ts'
import { fileSentByHand, rebuildMailbox, removeSentCopy } from './client/sync-guides.ts'
import { synchroniseAccount } from './client/synchronise-account.ts'
import { exportStuckMessages } from './message/export-stuck-messages.ts'
import {
  chooseSender,
  openMessageByHand,
  shrinkMessageGuide,
  signingGuide,
  splitRecipientsGuide,
} from './message/message-guides.ts'
import { openMessage } from './message/open-message.ts'
import { retrySend } from './message/retry-send.ts'
import { sendTestMessage } from './message/send-test-message.ts'
import { stopRetrying } from './message/stop-retrying.ts'
import { bypassProxy } from './network/bypass-proxy.ts'
import { connectVpn } from './network/connect-vpn.ts'
import { exemptFromFilter, firewallExplained, openFilter } from './network/filter-guides.ts'
import { firewallException } from './network/firewall-exception.ts'
import { flushNames } from './network/flush-names.ts'
import { grantPermission } from './network/grant-permission.ts'
import { bypassProxyByHand, preferIpv4Guide, setMtuGuide } from './network/network-guides.ts'
import { networkNameServers } from './network/network-name-servers.ts'
import { openLoginPage, openMailPrivacy, openNetworkSettings, openStorageSettings } from './network/open-panes.ts'
import { pauseVpn } from './network/pause-vpn.ts'
import { preferIpv4 } from './network/prefer-ipv4.ts'
import { publicNameServers } from './network/public-name-servers.ts'
import { renewLease } from './network/renew-lease.ts'
import { setClock, setClockByHand } from './network/set-clock.ts'
import { setPacketSize } from './network/set-packet-size.ts'
import { pauseVpnGuide, routeAroundVpn } from './network/vpn-guides.ts'
import { tryAnotherNetwork, waitAndRecheck } from './network/wait-for-change.ts'
import { wifiOn } from './network/wifi-on.ts'
import { switchPort, switchPortByHand } from './path/switch-port.ts'
import { applyPublishedSettings, applyPublishedSettingsByHand } from './server/apply-published-settings.ts'
import { askServer } from './server/ask-server.ts'
import { checkServerName } from './server/check-server-name.ts'
import { chooseOutgoingServer, chooseOutgoingServerByHand } from './server/choose-outgoing-server.ts'
import { correctProfile } from './server/correct-profile.ts'
import { correctServerName, correctServerNameByHand } from './server/correct-server-name.ts'
import { addAsExchangeGuide, switchToNewOutlook } from './server/exchange-guides.ts'
import { archiveGuide, fewerConnectionsGuide } from './server/mailbox-guides.ts'
import { openConnectionDoctor, openProviderPage } from './server/provider-guides.ts'
import { writeNote } from './server/write-note.ts'
import { appPassword } from './sign-in/app-password.ts'
import { appPasswordGuide, signInAgainGuide, updatePasswordByHand } from './sign-in/password-guides.ts'
import { setAuthMethod, setAuthMethodByHand } from './sign-in/set-auth-method.ts'
import { showCertificate, showListenerByHand } from './sign-in/show-guides.ts'
import { showListener } from './sign-in/show-listener.ts'
import { switchAccessOn } from './sign-in/switch-access-on.ts'
import { updatePassword } from './sign-in/update-password.ts'
import { correctEncryption, correctEncryptionByHand } from './tls/correct-encryption.ts'

/** Everything that can be done. Of what risks the same, the first is offered first. */
export const allRemedies: readonly Remedy[] = [
  askServer,
  readAppLog,
  logConnections,
  openClient,
  openMailBridge,
  bringClientFront,
  goOnline,
  goOnlineByHand,
  switchAccountOn,
  switchAccountOnByHand,
  openMessage,
  shrinkMessageGuide,
  exportStuckMessages,
  resetOutlookPreferences,
  rebuildMailIndex,
  newOutlookProfile,
  applyPublishedSettings,
  applyPublishedSettingsByHand,
  correctServerName,
  correctServerNameByHand,
  correctEncryption,
  correctEncryptionByHand,
  switchPort,
  switchPortByHand,
  chooseOutgoingServer,
  chooseOutgoingServerByHand,
  setAuthMethod,
  setAuthMethodByHand,
  switchAccessOn,
  updatePassword,
  updatePasswordByHand,
  appPassword,
  appPasswordGuide,
  signInAgainGuide,
  addAsExchangeGuide,
  switchToNewOutlook,
  reAddAccount,
  networkNameServers,
  flushNames,
  renewLease,
  publicNameServers,
  openLoginPage,
  wifiOn,
  openNetworkSettings,
  openStorageSettings,
  setClock,
  setClockByHand,
  grantPermission,
  lookYourself,
  pauseVpn,
  connectVpn,
  checkServerName,
  pauseVpnGuide,
  routeAroundVpn,
  retrySend,
  sendPutOff,
  sendByHand,
  relaunchClient,
  showWaitingWindow,
  preferIpv4,
  preferIpv4Guide,
  setPacketSize,
  setMtuGuide,
  bypassProxy,
  bypassProxyByHand,
  exemptFromFilter,
  openMailPrivacy,
  openFilter,
  firewallException,
  firewallExplained,
  tryAnotherNetwork,
  waitAndRecheck,
  stopRetrying,
  checkSent,
  sendTestMessage,
  addInGuide,
  correctProfile,
  writeNote,
  showCertificate,
  showListener,
  showListenerByHand,
  openProviderPage,
  openConnectionDoctor,
  archiveGuide,
  splitRecipientsGuide,
  signingGuide,
  fewerConnectionsGuide,
  updateGuide,
  repairInstall,
  chooseSender,
  openMessageByHand,
  synchroniseAccount,
  reconnectClient,
  rebuildMailbox,
  fileSentCopies,
  fileSentByHand,
  removeSentCopy,
]
