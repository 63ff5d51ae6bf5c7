/** Every id of the list of causes, also of those that later work will judge. Ids never change. */
export const causeIds: readonly string[] =
  `no-network captive-portal names-broken names-slow server-name-unknown vpn-blocks-mail filter-blocks-client
  filter-inspects-tls mail-privacy-conflict detour-broken ipv6-broken path-loses-large-packets uplink-saturated
  network-flapping clock-wrong disk-full local-port-taken
  port-blocked-here mail-ports-blocked-here port-25-blocked tls-cut-in-path large-hello-lost starttls-stripped
  server-down server-port-closed server-port-faulty server-busy server-bans-you address-blocklisted greeting-refused rate-limited
  account-suspended too-many-connections mailbox-full
  certificate-expired certificate-not-yet-valid certificate-wrong-name certificate-self-signed certificate-untrusted
  tls-too-old encryption-mode-wrong starttls-missing
  password-refused app-password-needed smtp-auth-disabled basic-auth-retired auth-method-mismatch sign-in-not-sent
  sign-in-challenged access-switched-off network-not-allowed
  no-outgoing-server outgoing-is-incoming settings-differ
  message-too-large recipient-refused too-many-recipients sender-not-allowed message-malformed signing-fails
  maybe-delivered waiting-by-design
  client-not-running client-offline account-offline client-hung client-session-stale waits-to-be-told client-napping client-damaged
  preferences-damaged profile-damaged store-damaged sent-folder-heavy account-missing outlook-add-in ews-retired
  cannot-see`.split(/\s+/)
