const uuid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i

/**
 * The folder of mail that a message file of Apple Mail lies in, by its path in the store: without what Mail puts in
 * between (`<UUID>/Data/8/9/1/Messages` below a `.mbox`), and without the ending of each `.mbox`.
 */
export function mailFolderOf(path: readonly string[]): string[] {
  const folder: string[] = []
  let isInBox = false
  for (const part of path) {
    const box = /^(.*)\.(?:mbox|imapmbox|offlinemessages)$/i.exec(part)
    if (box) {
      folder.push(box[1] || part)
      isInBox = true
    } else if (!isInBox) folder.push(part)
    else if (!uuid.test(part) && !/^(Data|Messages|\d)$/.test(part)) folder.push(part)
  }
  return folder
}

/** Whether a path leads to attachments that belong to messages beside it, which are put back into them. */
export function isOfAttachments(path: readonly string[]): boolean {
  return path.includes('Attachments') && path.some((part) => /\.(mbox|imapmbox)$/i.test(part))
}
