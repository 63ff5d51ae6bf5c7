import PostalMime from 'postal-mime'

/** The Message-ID of a message (RFC 5322 §3.6.4), as it stands there; nothing where it has none or cannot be read. */
export async function messageIdOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { messageId } = await PostalMime.parse(bytes)
    return messageId?.trim() || undefined
  } catch {
    return undefined
  }
}
