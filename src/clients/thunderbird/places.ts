/** What Thunderbird keeps (support.mozilla.org, "Profiles - Where Thunderbird stores your messages"); no permission guards it. */
export const thunderbirdFolder = '~/Library/Thunderbird'
export const thunderbirdBundle = 'org.mozilla.thunderbird'
export const thunderbirdProcessName = 'thunderbird'

/** Where "Local Folders" lie in a profile unless its settings name another place. */
export const usualLocalFolders = 'Mail/Local Folders'
/** Shown as Outbox; a file in the form of mbox. The one beside it with the ending `.msf` is its index. */
export const outboxName = 'Unsent Messages'

/** A path below a folder of ours to look into: no link up, no other root. */
export function isPlainPath(path: string): boolean {
  return path !== '' && path.length <= 500 && path.split('/').every((part) => !/^(\.{0,2}|~.*)$/.test(part))
}
