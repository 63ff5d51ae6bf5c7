import { say } from '../../core/sentence.ts'
import type { ClientQuestion, ClientStores } from '../self-check.ts'
import { indexName, mailFolder } from './store-folder.ts'

export const appleMailStores: ClientStores = {
  folder: mailFolder,
  below: (folders) =>
    folders
      .filter((name) => /^V\d+$/.test(name))
      .map((name) => ({ name, folder: `${mailFolder}/${name}/MailData`, file: indexName })),
}

const whileItHappens = { by: 'nobody' } as const

export const appleMailUnseen = say(
  'the outbox of Apple Mail is seen with Full Disk Access only; whether it is offline stays unknown.',
)

export const appleMailQuestions: readonly ClientQuestion[] = [
  {
    id: 'mail-1',
    question: 'What are outboxes called in Mail’s index, and which dates do messages carry there?',
    ask: { stores: 'outboxes' },
  },
  { id: 'mail-2', question: 'Where is a message during Undo Send and a long upload?', ask: whileItHappens },
  {
    id: 'mail-3',
    question: 'Does Mail list what waits when it is asked, and how quickly?',
    ask: { scripts: ['apple-mail-outbox'], timed: true },
  },
  { id: 'mail-4', question: 'What makes Mail try again, and when does it by itself?', ask: whileItHappens },
  { id: 'mail-5', question: 'How are Mail’s messages worded in this language?', ask: { by: 'person' } },
  {
    id: 'mail-6',
    question: 'What are Mail’s logs called?',
    ask: { namesIn: '~/Library/Containers/com.apple.mail/Data/Library/Logs/Mail' },
  },
  {
    id: 'mail-10',
    question: 'Does Mail’s log hold what servers say at sending, each answer in lines of its own?',
    ask: { by: 'person' },
  },
  {
    id: 'mail-11',
    question: 'What does Mail call its connection log’s box in this language and version?',
    ask: { by: 'person' },
  },
  { id: 'mail-7', question: 'Which folders does this version of Mail use?', ask: { namesIn: mailFolder } },
  { id: 'mail-8', question: 'What happens to waiting mail when the index is rebuilt?', ask: whileItHappens },
  { id: 'mail-9', question: 'Is the state of a menu item fresh while Mail’s menu is shut?', ask: { by: 'menu' } },
  {
    id: 'mail-12',
    question:
      'Where does Mail keep “Allow insecure authentication”, under which name, and what stands there untouched?',
    ask: { by: 'person' },
  },
  {
    id: 'mail-13',
    question: 'Does Mail keep what a script sets of an account, and for how long does its list tell the old value?',
    ask: { told: 'Please let it set another port once, on an account that can be spared, and tell its last line.' },
  },
  {
    id: 'mail-14',
    question: 'Are accounts of a profile marked in the system’s list of accounts (MCAccountIsManaged)?',
    ask: { told: 'Please tell whether such an account is offered a click, or steps with the reason.' },
  },
]
