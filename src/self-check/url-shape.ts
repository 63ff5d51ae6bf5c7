import { createHash } from 'node:crypto'

// Names that every Mac has; any other might be somebody's.
const everyday = /^(outbox|outgoing|inbox|drafts|sent|sent messages|sent items|trash|junk|archive|mailboxes)$/i

/** A mailbox's address without what is private in it: `imap://<1f3a>/Outbox`. Equal parts stay equal. */
export function urlShape(url: string): string {
  const [scheme = '', rest = ''] = url.split('://')
  const parts = rest.split('/').map((part) => {
    const name = decoded(part).replace(/\.mbox$/, '')
    return part === '' || everyday.test(name)
      ? part
      : `<${createHash('sha256').update(part).digest('hex').slice(0, 4)}>`
  })
  return `${scheme.replaceAll(/[^a-z0-9+.-]/gi, '')}://${parts.join('/')}`.slice(0, 120)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // What is no escape stands for itself.
    return part
  }
}
