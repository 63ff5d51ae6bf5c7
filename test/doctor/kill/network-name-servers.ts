import { networkNameServers } from '../../../src/remedies/network/network-name-servers.ts'
import { connectionSubject } from './connection.ts'

export const subject = connectionSubject(networkNameServers)
