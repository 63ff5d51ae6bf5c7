const messages = 'com.microsoft.__Messages'
const attachments = 'com.microsoft.__Attachments'

/** Files that hold items, by their names in small letters: the elements that are items. */
const collections: Readonly<Record<string, readonly string[]>> = {
  'contacts.xml': ['contact', 'group'],
  'calendar.xml': ['appointment'],
  'tasks.xml': ['task'],
  'notes.xml': ['note'],
}

/** What is in a file of an archive, and the folder it belongs to; `undefined`: no items, such as categories. */
export function collectionOf(name: string): { elements: readonly string[]; folder: readonly string[] } | undefined {
  const path = name.split('/')
  const file = path.pop()?.toLowerCase() ?? ''
  if (path.includes(attachments)) return undefined
  const isMessage = path.includes(messages) && /^message_\d+\.xml$/.test(file)
  const elements = isMessage ? ['email'] : collections[file]
  return elements && { elements, folder: shownPath(path) }
}

/** A folder of the archive that a person has made or sees, be there something in it or not. */
export function olmFolder(name: string): { path: readonly string[] } | undefined {
  const path = name.split('/')
  if (path.pop() !== '' || path.includes(attachments)) return undefined
  return path.length > 1 && path.at(-1) !== messages ? { path: shownPath(path) } : undefined
}

/** `Accounts/Work/com.microsoft.__Messages/Inbox` is `Work/Inbox`; `Local` is what Outlook calls On My Computer. */
function shownPath(path: readonly string[]): readonly string[] {
  const [top, ...rest] = path.filter((part) => part !== messages && part !== '')
  if (top === 'Accounts') return rest
  return top === undefined ? [] : [top === 'Local' ? 'On My Computer' : top, ...rest]
}
