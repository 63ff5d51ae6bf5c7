import { say } from '../../core/sentence.ts'
import type { ClientQuestion, ClientStores } from '../self-check.ts'
import { profilesFolder } from './places.ts'

/** Profiles carry names that people gave them; here they are numbered. */
export const outlookStores: ClientStores = {
  folder: profilesFolder,
  below: (folders) =>
    folders.map((name, index) => ({
      name: `profile ${index + 1}`,
      folder: `${profilesFolder}/${name}/Data`,
      file: 'Outlook.sqlite',
    })),
}

export const outlookUnseen = say(
  'the outbox of legacy Outlook is seen with Full Disk Access only; whether it is offline stays unknown.',
)

export const outlookQuestions: readonly ClientQuestion[] = [
  {
    id: 'outlook-1',
    question: 'How does legacy Outlook mark a message that is stuck?',
    ask: { stores: 'marks' },
  },
  {
    id: 'outlook-2',
    question: 'Where does legacy Outlook keep the servers of an account?',
    ask: { columnsOf: 'AccountsMail' },
  },
  {
    id: 'outlook-3',
    question: 'By which codes does legacy Outlook name the kinds of accounts?',
    ask: { columnsOf: 'AccountsExchange' },
  },
  {
    id: 'outlook-4',
    question: 'Does Outlook tell its accounts when it is asked, in its present mode?',
    ask: { scripts: ['outlook-accounts'], timed: true },
  },
  {
    id: 'outlook-7',
    question: 'Does Outlook’s log hold what servers say at sending?',
    ask: { by: 'person' },
  },
  {
    id: 'outlook-5',
    question: 'Which error numbers has Outlook written into its log?',
    ask: { told: 'The log is read when mail is stuck; outbox-doctor explain NUMBER tells what is known of each.' },
  },
  {
    id: 'outlook-6',
    question: 'Does Outlook understand every term of our scripts?',
    ask: { scripts: ['outlook-state', 'outlook-accounts', 'outlook-outbox'] },
  },
  {
    id: 'outlook-8',
    question: 'Does legacy Outlook keep what a script sets of an account, and begin STARTTLS on 587 with “Use SSL”?',
    ask: { told: 'Please let it set another port once, on an account that can be spared, and tell its last line.' },
  },
]
