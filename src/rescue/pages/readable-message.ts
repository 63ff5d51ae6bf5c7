/** What a reader of mail shows of a message, decoded. */
export interface ReadableMessage {
  /** As it was sent, and not to be shown before it is cleaned. */
  readonly html?: string
  readonly text?: string
  readonly attachments: readonly ReadableAttachment[]
  /** It could not be taken apart: `text` is all there is, as it stands there. */
  readonly isBroken: boolean
}

export interface ReadableAttachment {
  readonly name: string
  /** `image/png`, in small letters. */
  readonly type: string
  readonly bytes: Uint8Array
  /** By which the text refers to it, without brackets. */
  readonly cid?: string
}
