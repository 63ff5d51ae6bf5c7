import { mailClients } from '../clients/index.ts'
import type { Permissions, Reading, ScriptName } from '../core/mac.ts'
import type { ClientId } from '../core/mail.ts'
import { count } from '../core/words.ts'
import { askApp, outcomeOf } from './ask-app.ts'
import { automation, diskAccess } from './permission-words.ts'
import { answerTo, type Checked, notAMac, type Section, whyNot } from './section.ts'
import { columns, marks, outboxes } from './store-shapes.ts'
import { askStore, type FoundStore, mailFolder, mailStores, outlookStores } from './stores.ts'
import { connections, encoding, mailMenu, networkWatch, outlookTerms, power, signatures, vpns } from './tool-words.ts'

/** A question that only a real Mac can settle, and what this one says to it. Counts and shapes, never contents. */
interface OpenPoint {
  id: string
  question: string
  ask(checked: Checked): Promise<string> | string
}

const onlyWhenItHappens = 'It shows only while it happens; outbox-doctor watch --json tells of it then.'
const onlyThePerson = 'What macOS asks, no program can read; please tell what it asked, when, and how often.'
const notReadable = 'No program can read this; please send a picture of it.'

const whileChanging = 'Please change the network while this report is made: macos-15 counts the events of 5 s.'

const byCommand = 'npm run mac, in the sources, finds it out.'

const points: readonly OpenPoint[] = [
  {
    id: 'app-1',
    question: 'Does a folder watch on another app’s data hang whoever opens it until somebody answers macOS?',
    ask: () => byCommand,
  },
  {
    id: 'app-2',
    question: 'Where does the icon say it stands in the first 10 s after login, and with Bartender or Ice?',
    ask: () => 'Please tell whether a window of Outbox Doctor came by itself, and when.',
  },
  { id: 'app-3', question: 'Does the panel come over an app that fills the screen?', ask: () => notReadable },
  {
    id: 'app-4',
    question: 'Does the first notification come, and what is told where macOS shows none?',
    ask: ({ world, signal }) => toldOfNotifications(world.mac.permissions(signal)),
  },
  {
    id: 'app-5',
    question: 'Does Control-click on the icon open the menu?',
    ask: () => 'Please try it, and tell; npm run mac shows only that the app does it when macOS tells such a click.',
  },
  { id: 'app-6', question: 'Does the app start where it is signed ad hoc, on this processor?', ask: () => byCommand },
  { id: 'app-7', question: 'Do the app and its folder get the name Outbox Doctor?', ask: () => byCommand },
  {
    id: 'app-8',
    question: 'Which name does its keychain item get?',
    ask: () => 'Please look for it in Keychain Access once the app has started, and tell its name.',
  },
  {
    id: 'mail-1',
    question: 'What are outboxes called in Mail’s index, and which dates do messages carry there?',
    ask: (checked) => inStores(checked, mailStores, outboxes),
  },
  { id: 'mail-2', question: 'Where is a message during Undo Send and a long upload?', ask: () => onlyWhenItHappens },
  {
    id: 'mail-3',
    question: 'Does Mail list what waits when it is asked, and how quickly?',
    ask: (checked) => askedApp(checked, 'apple-mail', 'apple-mail-outbox'),
  },
  { id: 'mail-4', question: 'What makes Mail try again, and when does it by itself?', ask: () => onlyWhenItHappens },
  { id: 'mail-5', question: 'How are Mail’s messages worded in this language?', ask: () => notReadable },
  {
    id: 'mail-6',
    question: 'What are Mail’s logs called?',
    ask: (checked) => folderNames(checked, '~/Library/Containers/com.apple.mail/Data/Library/Logs/Mail'),
  },
  {
    id: 'mail-7',
    question: 'Which folders does this version of Mail use?',
    ask: (checked) => folderNames(checked, mailFolder),
  },
  { id: 'mail-8', question: 'What happens to waiting mail when the index is rebuilt?', ask: () => onlyWhenItHappens },
  { id: 'mail-9', question: 'Is the state of a menu item fresh while Mail’s menu is shut?', ask: mailMenu },
  {
    id: 'outlook-1',
    question: 'How does legacy Outlook mark a message that is stuck?',
    ask: (checked) => inStores(checked, outlookStores, marks),
  },
  {
    id: 'outlook-2',
    question: 'Where does legacy Outlook keep the servers of an account?',
    ask: (checked) => inStores(checked, outlookStores, columns, 'AccountsMail'),
  },
  {
    id: 'outlook-3',
    question: 'By which codes does legacy Outlook name the kinds of accounts?',
    ask: (checked) => inStores(checked, outlookStores, columns, 'AccountsExchange'),
  },
  {
    id: 'outlook-4',
    question: 'Does Outlook tell its accounts when it is asked, in its present mode?',
    ask: (checked) => askedApp(checked, 'outlook', 'outlook-accounts'),
  },
  {
    id: 'outlook-5',
    question: 'Which error numbers has Outlook written into its log?',
    ask: () => 'The log is read when mail is stuck; outbox-doctor explain NUMBER tells what is known of each.',
  },
  { id: 'outlook-6', question: 'Does Outlook understand every term of our scripts?', ask: outlookTerms },
  { id: 'macos-1', question: 'How many events does one change of the network give?', ask: () => whileChanging },
  {
    id: 'macos-2',
    question: 'Does a normal user learn which filters and firewalls there are?',
    ask: async ({ world, signal }) => `${count((await world.mac.filters(signal)).length, 'filter')}.`,
  },
  { id: 'macos-3', question: 'How often is permission asked for to talk to an app?', ask: () => onlyThePerson },
  { id: 'macos-4', question: 'Are the connections of the mail apps seen, and how quickly?', ask: socketsOfApps },
  {
    id: 'macos-5',
    question: 'Does this Node read the certificates that the Mac trusts, and how long does that take?',
    ask: rootsOfMac,
  },
  { id: 'macos-6', question: 'What does a filter’s refusal look like from inside?', ask: () => onlyWhenItHappens },
  {
    id: 'macos-7',
    question: 'Does the system’s own firewall tell its state?',
    ask: async ({ world, signal }) => {
      const filters = await world.mac.filters(signal)
      return filters.some(({ kind }) => kind === 'security')
        ? 'Something of the kind is listed.'
        : 'Nothing of the kind is listed.'
    },
  },
  { id: 'macos-8', question: 'How often does this process wake up?', ask: wakeups },
  { id: 'macos-9', question: 'Do links into System Settings open the right page?', ask: () => notReadable },
  { id: 'macos-10', question: 'How does pmset -g batt word where power comes from?', ask: power },
  { id: 'macos-11', question: 'How does codesign word what it finds?', ask: signatures },
  { id: 'macos-12', question: 'In which order does lsof -F give its fields?', ask: connections },
  { id: 'macos-13', question: 'In which encoding does osascript answer?', ask: encoding },
  { id: 'macos-14', question: 'What does scutil --nc status say of VPNs that others made?', ask: vpns },
  { id: 'macos-15', question: 'What does scutil -W print, and does it stay?', ask: networkWatch },
  {
    id: 'permissions-1',
    question: 'Is Full Disk Access that was switched on with “Later” refused to the process that runs on?',
    ask: diskAccess,
  },
  {
    id: 'permissions-2',
    question:
      'Does one server in the same network raise one question about Local Network, and what does it answer then?',
    ask: () => onlyThePerson,
  },
  {
    id: 'permissions-3',
    question: 'Does macOS say how Automation stands, for every app that runs and without asking anybody?',
    ask: automation,
  },
  {
    id: 'files-1',
    question: 'Is no question about the data of other apps asked before Full Disk Access is given?',
    ask: () => onlyThePerson,
  },
  {
    id: 'files-2',
    question: 'Is a message seen within seconds while Mail keeps the log of its index open?',
    ask: () => onlyWhenItHappens,
  },
  {
    id: 'files-3',
    question: 'Does the thread that reads stores come up in the packed app?',
    ask: () => byCommand,
  },
]

/** Every question that a real Mac must settle, each with its answer or with the reason why there is none. */
export async function openPoints(checked: Checked): Promise<Section> {
  const answers = await Promise.all(
    points.map(async ({ id, question, ask }) =>
      checked.mac ? `${id}: ${question} ${await answerTo(() => ask(checked))}` : `${id}: ${question}`,
    ),
  )
  if (!checked.mac) answers.unshift(`${notAMac} These stay open here.`)
  return { id: 'open-points', title: 'Questions that only a Mac can answer', lines: answers }
}

async function toldOfNotifications(asked: Promise<Permissions>): Promise<string> {
  const { notifications } = await asked
  return notifications === 'unknown'
    ? 'Not known; under Permissions, Show a notification finds it out.'
    : `They are ${notifications}.`
}

async function inStores(
  { world: { mac }, signal }: Checked,
  find: typeof mailStores,
  reading: Reading<string, string>,
  given = '',
): Promise<string> {
  const found = await find(mac.files, signal)
  if (!found.seen) return `The folder ${whyNot(found)}.`
  const told = found.value.map(
    async (one: FoundStore) => `${one.name}: ${await askStore(mac.files, one, signal, reading, given)}.`,
  )
  return (await Promise.all(told)).join(' ') || 'There is no store.'
}

async function folderNames({ world: { mac }, signal }: Checked, path: string): Promise<string> {
  const listed = await mac.files.list(path, signal)
  if (!listed.seen) return `The folder ${whyNot(listed)}.`
  // Names that somebody gave say nothing here.
  const names = listed.value
    .map(({ name }) => name)
    .filter((name) => /^(V\d+|[A-Z][A-Za-z]{2,30}(\.[a-z]{2,6})?)$/.test(name))
  return `${names.slice(0, 20).join(', ') || 'nothing'} of ${count(listed.value.length, 'entry', 'entries')}.`
}

async function askedApp(checked: Checked, client: ClientId, script: ScriptName): Promise<string> {
  const asked = await askApp(checked, client, script)
  return 'why' in asked ? asked.why : `${outcomeOf(asked.answer)} after ${asked.ms} ms.`
}

async function socketsOfApps({ world, signal }: Checked): Promise<string> {
  const running = await world.mac.programs.running(signal)
  if (!running.seen) return `The programs that run ${whyNot(running)}.`
  const names = mailClients.map((app) => app.process)
  const told = running.value
    .filter(({ name }) => names.includes(name))
    .map(async ({ name, pid }) => {
      const began = world.clock.elapsed()
      const sockets = await world.mac.programs.sockets(pid, signal)
      const ms = Math.round(world.clock.elapsed() - began)
      if (!sockets.seen) return `those of ${name}: ${whyNot(sockets)}`
      const states = [...new Set(sockets.value.map(({ state }) => state))].join(', ')
      return `${count(sockets.value.length, 'connection')} of ${name} (${states}) in ${ms} ms`
    })
  return `${(await Promise.all(told)).join('; ') || 'No mail app is open'}.`
}

async function rootsOfMac({ world, signal }: Checked): Promise<string> {
  const roots = await world.net.roots(signal)
  const node = `with Node ${process.versions.node}`
  return roots ? `${count(roots.count, 'certificate')} in ${roots.ms} ms ${node}.` : `They could not be read ${node}.`
}

function wakeups(): string {
  const { voluntaryContextSwitches } = process.resourceUsage()
  return `${voluntaryContextSwitches} times in the ${Math.round(process.uptime())} s of this report.`
}
