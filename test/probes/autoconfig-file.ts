interface Element {
  type?: string
  host?: string
  port?: string
  socketType?: string
}

/** One incoming server as Mozilla's format has it. */
export function serverElement({
  type = 'imap',
  host = 'imap.example.org',
  port = '993',
  socketType = 'SSL',
}: Element): string {
  return `<incomingServer type="${type}"><hostname>${host}</hostname><port>${port}</port><socketType>${socketType}</socketType></incomingServer>`
}

export function autoconfigFile(servers: string): string {
  return `<clientConfig version="1.1"><emailProvider id="example.org">${servers}</emailProvider></clientConfig>`
}
