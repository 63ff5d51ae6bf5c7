import { bypassProxy } from '../../../src/remedies/network/bypass-proxy.ts'
import { connectionSubject } from './connection.ts'

export const subject = connectionSubject(bypassProxy)
