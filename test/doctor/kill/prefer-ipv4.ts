import { preferIpv4 } from '../../../src/remedies/network/prefer-ipv4.ts'
import { connectionSubject } from './connection.ts'

export const subject = connectionSubject(preferIpv4)
