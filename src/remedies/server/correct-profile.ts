import { serverNameUnknown } from '../../causes/names/server-name-unknown.ts'
import { noOutgoingServer } from '../../causes/server/no-outgoing-server.ts'
import { outgoingIsIncoming } from '../../causes/server/outgoing-is-incoming.ts'
import { settingsDiffer } from '../../causes/server/settings-differ.ts'
import { passwordRefused } from '../../causes/sign-in/password-refused.ts'
import { encryptionModeWrong } from '../../causes/tls/encryption-mode-wrong.ts'
import { starttlsMissing } from '../../causes/tls/starttls-missing.ts'
import { starttlsStripped } from '../../causes/tls/starttls-stripped.ts'
import type { NoteRemedy } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { noteText } from '../lib/note-text.ts'
import { isOfProfile } from '../lib/settings/keeper.ts'

const treats = () => [
  serverNameUnknown,
  settingsDiffer,
  encryptionModeWrong,
  noOutgoingServer,
  outgoingIsIncoming,
  starttlsMissing,
  starttlsStripped,
  passwordRefused,
]

/** What a profile of an organisation has set wrongly, nobody at this Mac can change: its administrator is written to. */
export const correctProfile: NoteRemedy = {
  id: 'correct-profile',
  kind: 'note',
  label: say('Write to your IT'),
  // Before the steps: they lead to settings that a person cannot change here.
  risk: 0,
  treats,
  fits: isOfProfile,
  write(context) {
    const theirs = context.diagnosis.causes.find(({ id }) => treats().some((cause) => cause.id === id))
    return theirs ? [noteText(context, theirs, 'admin', 'correct-profile')] : []
  },
}
