/**
 * Leave to name the waiting mail to its outgoing server without sending it (MAIL FROM, RCPT TO, RSET), though nobody
 * asked for everything. `watch`: once in a stuck spell, and only where nothing else explains it. `person`: somebody has
 * asked for it just now.
 */
export interface EnvelopeTrial {
  by: 'watch' | 'person'
  /** A person wants everything checked now: what was heard a while ago is asked anew. */
  anew?: true
  /**
   * To be called just before. It is written down first: who dies of it has tried all the same. False where it was tried
   * before in this spell, or cannot be written down.
   */
  begin(): boolean
}
