import { readStart } from '../read-range.ts'

/** What a file of mail is; `undefined`: none that is known here. */
export type MailFileKind = 'mbox' | 'eml' | 'emlx' | 'pst' | 'olm' | 'msg'

/** By its first bytes, and by its name where these say nothing. */
export function mailFileKind(path: string): MailFileKind | undefined {
  const start = Buffer.from(readStart(path, 4_096).bytes).toString('latin1')
  const ending = /\.([a-z0-9]{1,5})$/i.exec(path)?.[1]?.toLowerCase()
  if (start.startsWith('!BDN')) return 'pst'
  if (start.startsWith('PK\x03\x04')) return ending === 'olm' ? 'olm' : undefined
  if (start.startsWith('\xd0\xcf\x11\xe0')) return ending === 'msg' ? 'msg' : undefined
  if (ending === 'emlx') return 'emlx'
  if (/^From (?:-|[^\n]*\d\d:\d\d|\r?\n)/.test(start)) return 'mbox'
  if (ending === 'eml' || ending === 'mbox') return ending === 'mbox' && start !== '' ? undefined : ending
  return undefined
}
