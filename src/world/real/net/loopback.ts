/** Whether an IP address stays inside this machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
export function isLoopback(address: string): boolean {
  return /^127\.|^::1$|^::ffff:127\./i.test(address)
}
