import { mailClients } from '../clients/index.ts'
import type { Permissions } from '../core/mac-powers.ts'
import { plainCount } from '../core/quantities.ts'
import { render } from '../core/render.ts'
import { foreignName, say } from '../core/sentence.ts'
import { askAbout, notReadable, onlyWhenItHappens } from './client-questions.ts'
import { automationLine, diskAccessLine } from './permission-words.ts'
import { answerOrReason, type ReportSection, type SelfCheckInput, whyUnreadLine } from './section.ts'
import { connectionsLine, encodingLine, networkWatchLine, powerLine, signatureLines, vpnsLine } from './tool-words.ts'

/** A question that only a real Mac can settle, and what this one says to it. Counts and shapes, never contents. */
interface OpenPoint {
  id: string
  question: string
  ask(checked: SelfCheckInput): Promise<string> | string
}

const onlyThePerson = 'What macOS asks, no program can read; please tell what it asked, when, and how often.'

const whileChanging = 'Please change the network while this report is made: macos-15 counts the events of 5 s.'

const ofRouter = 'Please make a check at home while more than 2 MB wait, and tell its line about the router.'

const ofLongWord =
  'Please make a check while a message waits there for more than two minutes, and tell its line about long words.'

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
    id: 'app-9',
    question: 'Does a click on the first button of a notification mend, without a window that comes by itself?',
    ask: () => 'Please click it when mail is stuck, and tell; some styles of notification hide it behind the mouse.',
  },
  {
    id: 'app-10',
    question: 'Does the box that tells of a failed start come to the front?',
    ask: () => 'Please lock the folder of the history, start the app, and tell whether the box was seen.',
  },
  {
    id: 'app-11',
    question: 'Does open outbox-doctor://check reach the app, when it runs and when it does not?',
    ask: () => 'Please enter it in Terminal twice, with the app open and with it closed, and tell what came.',
  },
  {
    id: 'app-12',
    question: 'Does an icon that was hidden come back to its place on the menu bar?',
    ask: () => 'Please switch “Hide the icon when all is well” on and off again, and tell where it stands then.',
  },
  ...mailClients.flatMap((client) =>
    client.questions.map(({ id, question, ask }) => ({
      id,
      question,
      ask: (checked: SelfCheckInput) => askAbout(client, ask, checked),
    })),
  ),
  { id: 'macos-1', question: 'How many events does one change of the network give?', ask: () => whileChanging },
  {
    id: 'macos-2',
    question: 'Does a normal user learn which filters and firewalls there are?',
    ask: async ({ world, signal }) => `${plainCount((await world.mac.filters(signal)).length, 'filter')}.`,
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
  { id: 'macos-10', question: 'How does pmset -g batt word where power comes from?', ask: powerLine },
  { id: 'macos-11', question: 'How does codesign word what it finds?', ask: signatureLines },
  { id: 'macos-12', question: 'In which order does lsof -F give its fields?', ask: connectionsLine },
  { id: 'macos-13', question: 'In which encoding does osascript answer?', ask: encodingLine },
  { id: 'macos-14', question: 'What does scutil --nc status say of VPNs that others made?', ask: vpnsLine },
  { id: 'macos-15', question: 'What does scutil -W print, and does it stay?', ask: networkWatchLine },
  {
    id: 'macos-16',
    question: 'Does arp tell the hardware address of the router, without a question of macOS?',
    // Never which: it tells where this Mac is.
    ask: async ({ world, signal }) =>
      (await world.mac.networkIdentity(signal)) === undefined ? 'Not told here.' : 'Told.',
  },
  {
    id: 'permissions-1',
    question: 'Is Full Disk Access that was switched on with “Later” refused to the process that runs on?',
    ask: diskAccessLine,
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
    ask: automationLine,
  },
  {
    id: 'permissions-4',
    question: 'Does asking the router of the network for a connection raise the question about Local Network?',
    ask: localNetwork,
  },
  {
    id: 'network-1',
    question: 'How do the routers of homes answer our first connection, and how soon?',
    ask: () => ofRouter,
  },
  {
    id: 'network-2',
    question: 'Do Exchange Online and Gmail answer a NOOP of 1,900 bytes, or hang up on it?',
    ask: () => ofLongWord,
  },
  {
    id: 'network-3',
    question: 'Does Mail of this macOS send the large first word of encryption, so that who drops it stops Mail, too?',
    ask: ofLargeHello,
  },
  {
    id: 'network-4',
    question: 'Does Mail of this macOS go past a SOCKS proxy for the hosts in the list of exceptions?',
    ask: () => 'Please tell whether the mail left after “Let mail go past the proxy”.',
  },
  {
    id: 'network-5',
    question: 'Which word does networksetup -getinfo have for IPv6, and is it understood?',
    ask: ipv6Word,
  },
  {
    id: 'network-6',
    question: 'Does systemsetup switch time from the network on without Full Disk Access, and is the clock right then?',
    ask: () => 'Please set the clock wrong, try “Set the clock”, and tell.',
  },
  {
    id: 'network-7',
    question: 'Does networksetup switch Wi-Fi on without an administrator, and does the Mac join its network in 15 s?',
    ask: () => 'Please switch Wi-Fi off, try “Switch Wi-Fi on”, and tell.',
  },
  {
    id: 'network-8',
    question: 'Does scutil --nc start connect a VPN that asks for a password, and how long does it take?',
    ask: () => 'Please try “Connect the VPN”, and tell.',
  },
  {
    id: 'settings-1',
    question: 'Does Mail take a password by its script for receiving and for sending, and use it at once?',
    ask: () => 'Please give one in the field, and tell whether Mail asked for it again, or who asked.',
  },
  {
    id: 'settings-2',
    question: 'Does Outlook take a password by its script, and use it at once?',
    ask: () => 'Please give one in the field, and tell whether Outlook asked for it again, or who asked.',
  },
  {
    id: 'settings-3',
    question: 'What does Mail answer for the delivery account of an account that has none: nothing, null or an error?',
    ask: () => 'Please set the outgoing server to None, make this report, and tell how the account’s server is told.',
  },
  {
    id: 'settings-4',
    question: 'Does open on a message of the outbox bring it to the front, as one that can be changed?',
    ask: () => 'Please try “Open the message” while one waits, and tell what came to the front.',
  },
  {
    id: 'settings-6',
    question:
      'Is a profile in force within a minute of its installation, without a restart, and does it name who set it?',
    ask: () => 'Please install deploy/settings.mobileconfig while the settings are open, and tell what they show.',
  },
  {
    id: 'settings-5',
    question: 'Which kind of encryption does Mail keep at port 587 after its script has set the port and the box?',
    ask: () => 'Please use another port, undo it, and tell whether mail still leaves and what Mail’s settings show.',
  },
  {
    id: 'sync-1',
    question:
      'Does Mail’s index drop the number of a message that it still shows, so that its inbox seems to have holes?',
    ask: () => 'Please run outbox-doctor sync while nothing is missing, and tell whether it says otherwise.',
  },
  {
    id: 'sync-2',
    question: 'Are the messages of Gmail’s inbox all found by their numbers in All Mail?',
    ask: () => 'Please run outbox-doctor sync with a Gmail account, and tell what it says of the inbox.',
  },
  {
    id: 'sync-3',
    question:
      'For how long does Mail keep back what was read, moved or deleted, and does a row of its queue stay behind?',
    ask: () => 'Please tell how long changes wait by outbox-doctor sync on a day on which all is well.',
  },
  {
    id: 'sync-4',
    question: 'Does synchronize with account wake a connection that died while the Mac slept, and push what waits?',
    ask: () => 'Please use “Bring this account in step” after a night of sleep, and tell how it ended.',
  },
  {
    id: 'sync-5',
    question: 'Has a copy in Sent no number of the server only until it is filed, where Sent is kept on the server?',
    ask: () => 'Please send a message, and tell what outbox-doctor sync says of it a quarter of an hour later.',
  },
  {
    id: 'sync-6',
    question: 'How long after a wake is the inbox of Mail current again?',
    ask: () => 'Please run outbox-doctor sync right after a wake, and again ten minutes later.',
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

/**
 * Every question that a real Mac must settle, each with its answer or with the reason why there is none. In English:
 * they are for whoever develops this.
 */
export async function openPoints(checked: SelfCheckInput): Promise<ReportSection> {
  const answers = await Promise.all(
    points.map(async ({ id, question, ask }) => {
      const asked = `${id}: ${question}`
      if (!checked.mac) return foreignName(asked)
      return foreignName(`${asked} ${render(await answerOrReason(async () => foreignName(await ask(checked))))}`)
    }),
  )
  if (!checked.mac) answers.unshift(say('This computer is not a Mac. These stay open here.'))
  return { id: 'open-points', title: say('Questions that only a Mac can answer'), lines: answers }
}

async function toldOfNotifications(asked: Promise<Permissions>): Promise<string> {
  const { notifications } = await asked
  return notifications === 'unknown'
    ? 'Not known; under Permissions, Show a notification finds it out.'
    : `They are ${notifications}.`
}

/** The answer that counts is that of the packed app: what Terminal starts is never asked about. */
async function localNetwork({ world, signal }: SelfCheckInput): Promise<string> {
  const { localNetwork: stands } = await world.mac.permissions(signal)
  return `The permission is ${stands === 'unknown' ? 'not known' : stands}; please tell whether macOS asked during a check by the app while more than 2 MB wait.`
}

/** Of this connection the Mac tells no word; of the system, which one it is. */
async function ofLargeHello({ world, signal }: SelfCheckInput): Promise<string> {
  const { product = 'of an unknown version' } = await world.mac.version(signal)
  return `This is macOS ${product}; please record the first packet of Mail’s connection, and tell its length alone.`
}

async function socketsOfApps({ world, signal }: SelfCheckInput): Promise<string> {
  const running = await world.mac.programs.running(signal)
  if (!running.seen) return `The programs that run ${whyUnreadLine(running)}.`
  const names = mailClients.map((app) => app.process)
  const told = running.value
    .filter(({ name }) => names.includes(name))
    .map(async ({ name, pid }) => {
      const began = world.clock.elapsed()
      const sockets = await world.mac.programs.sockets(pid, signal)
      const ms = Math.round(world.clock.elapsed() - began)
      if (!sockets.seen) return `those of ${name}: ${whyUnreadLine(sockets)}`
      const states = [...new Set(sockets.value.map(({ state }) => state))].join(', ')
      return `${plainCount(sockets.value.length, 'connection')} of ${name} (${states}) in ${ms} ms`
    })
  return `${(await Promise.all(told)).join('; ') || 'No mail app is open'}.`
}

async function ipv6Word({ world, signal }: SelfCheckInput): Promise<string> {
  const { interfaces } = await world.mac.network(signal)
  const name = interfaces.find(({ kind }) => kind !== 'vpn')?.name
  const service = name === undefined ? undefined : await world.mac.networkService(name, signal)
  if (!service?.seen) return 'Which network service is in use is not known.'
  const { ipv6, nameServers, pastProxies } = service.value
  const isUnderstood = (told: unknown) => (told === undefined ? 'not understood' : 'understood')
  return `IPv6 is ${ipv6?.is ?? 'not understood'}; name servers ${isUnderstood(nameServers)}, hosts past the proxies ${isUnderstood(pastProxies)}.`
}

async function rootsOfMac({ world, signal }: SelfCheckInput): Promise<string> {
  const roots = await world.net.roots(signal)
  const node = `with Node ${process.versions.node}`
  return roots
    ? `${plainCount(roots.count, 'certificate')} in ${roots.ms} ms ${node}.`
    : `They could not be read ${node}.`
}

function wakeups(): string {
  const { voluntaryContextSwitches } = process.resourceUsage()
  return `${voluntaryContextSwitches} times in the ${Math.round(process.uptime())} s of this report.`
}
