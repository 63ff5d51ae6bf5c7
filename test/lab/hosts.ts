/**
 * Who lives in the lab and where: private and documentation addresses (RFC 1918, 5737, 3849), names under `.test`
 * (RFC 6761). They exist inside the lab's namespaces only.
 */
export const mac = { ipv4: '192.168.77.10', ipv6: '2001:db8:77::10' }
export const gateway = { ipv4: '192.168.77.1', ipv6: '2001:db8:77::1' }

/** The user's own provider: Postfix and Dovecot. */
export const mail = { host: 'mail.lab.test', domain: 'lab.test', ipv4: '198.51.100.25', ipv6: '2001:db8:51::25' }

/** The same servers, far away: behind the relay of `bench/`. */
export const far = { host: 'far.lab.test', ipv4: '198.51.100.100', ipv6: '2001:db8:51::100' }

/** Somebody else's mail server, which a lying resolver leads to. */
export const stranger = { ipv4: '203.0.113.66', ipv6: '2001:db8:113::66' }

/** Two unrelated providers that show whether our own way out works. */
export const controls = [
  { vendor: 'Control', domain: 'control.test', ipv4: '203.0.113.10', ipv6: '2001:db8:113::10' },
  { vendor: 'Other', domain: 'other.test', ipv4: '203.0.113.20', ipv6: '2001:db8:113::20' },
]

export const publicResolver = { ipv4: '203.0.113.53', ipv6: '2001:db8:113::53' }

/** Everything outside but the user's own provider, as networks. */
export const elsewhere = { ipv4: '203.0.113.0/24', ipv6: '2001:db8:113::/48' }

export const mailPorts = [25, 110, 143, 465, 587, 993, 995]
