import { rebuildMailIndex } from '../../../src/remedies/client/rebuild-mail-index.ts'
import { mail } from './mail.ts'
import { subjectOf } from './real-remedy.ts'

export const subject = subjectOf(rebuildMailIndex, mail)
