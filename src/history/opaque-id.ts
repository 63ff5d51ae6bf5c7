import { createHmac } from 'node:crypto'

/**
 * The id as it may be written down. Ids are opaque by contract; one that does not look so might be somebody's name,
 * and is kept as a digest instead. After a restart it is not known again, which costs less than a secret.
 */
export function opaqueId(id: string, salt: Buffer): string {
  return /^[\w.:-]{0,80}$/.test(id) ? id : createHmac('sha256', salt).update(id).digest('hex').slice(0, 32)
}
