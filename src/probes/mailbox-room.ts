/** Of the mailbox, in bytes (RFC 9208 STORAGE). */
export interface MailboxRoom {
  used: number
  limit: number
}
