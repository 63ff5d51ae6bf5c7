import type { AccountShown } from '../../src/api/schema/accounts.ts'
import type { Incident } from '../../src/api/schema/history.ts'
import type { OfferShown } from '../../src/api/schema/treatment.ts'
import { foreignName, fromData } from '../../src/core/sentence.ts'
import type { Trouble } from './past.ts'
import { examined, type State, type Story, step } from './scripted-api.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.now()

const blocked = { id: 'port-blocked-here', title: fromData('This network blocks the port your mail uses.') }

const offers: readonly OfferShown[] = [
  {
    remedy: 'switch-port',
    kind: 'act',
    label: fromData('Use another port'),
    cause: blocked,
    risk: 1,
    touches: 'settings',
    cancellable: true,
    undoable: true,
    promise: [
      fromData('Set port 465 with TLS for smtp.example.net in Mail.'),
      fromData('Ask Mail to send again.'),
      fromData('Check that the message leaves.'),
    ],
  },
  { remedy: 'personal-hotspot', kind: 'guide', label: fromData('Send over your phone'), cause: blocked, risk: 0 },
  {
    remedy: 'tell-admin',
    kind: 'note',
    label: fromData('Write to whoever runs this network'),
    cause: blocked,
    risk: 0,
  },
]

const episode = {
  id: 'e9',
  client: 'apple-mail' as const,
  accounts: ['a1'],
  messages: ['m1'],
  openedAt: now - 20 * minute,
  cause: blocked.id,
}

/** What a check found that ended at the ports of the server. */
const blockedWay = {
  network: 'good',
  names: 'good',
  path: 'bad',
  encryption: 'beyond',
  'signing-in': 'beyond',
  'mail-app': 'good',
  outbox: 'unasked',
} as const

const diagnosis: NonNullable<State['diagnosis']> = {
  status: 'stuck',
  account: 'a1',
  at: now - minute,
  way: blockedWay,
  undecided: [],
  causes: [
    {
      ...blocked,
      plain: fromData(
        'Your mail app sends through port 587, and this Wi-Fi lets nothing through there. The server itself is well.',
      ),
      details: [fromData('Port 587 is meant for sending mail (RFC 6409). Some hotels and guest networks drop it.')],
      harm: 'stops',
      layer: 'path',
      weight: 0.9,
      evidence: [
        fromData('Port 587 of smtp.example.net: no answer within 5 seconds.'),
        fromData('Port 465 of the same server answers in 41 ms.'),
        fromData('Port 587 of three other providers is silent, too.'),
      ],
      against: [fromData('It could be a filter on this Mac, but none is installed.')],
      explains: [],
      testimony: ['server-ports', 'control-hosts'],
    },
  ],
}

const steps = [
  step('way-out', 'network', 'good', 'This Mac is connected.'),
  step('server-name', 'names', 'good', 'smtp.example.net is 192.0.2.10.'),
  step('server-ports', 'path', 'bad', 'Port 587 does not answer.'),
  step('client-process', 'mail-app', 'good', 'Mail is open.'),
]

const message = {
  id: 'm1',
  client: 'apple-mail' as const,
  account: 'a1',
  since: now - 20 * minute,
  size: 18_000,
  stuck: true,
}

const incidents: readonly Incident[] = [
  {
    id: 'e9',
    client: 'apple-mail',
    openedAt: now - 20 * minute,
    cause: blocked,
    hosts: ['smtp.example.net'],
    messages: 1,
  },
  {
    id: 'e8',
    client: 'apple-mail',
    openedAt: now - 9 * hour,
    closedAt: now - 8.2 * hour,
    end: 'sent',
    cause: { id: 'vpn-blocks-mail', title: fromData('The VPN does not carry your mail.') },
    hosts: ['smtp.example.net'],
    messages: 2,
  },
  {
    id: 'e7',
    client: 'apple-mail',
    openedAt: now - 4.3 * day,
    closedAt: now - 4.2 * day,
    end: 'sent',
    cause: { id: 'password-refused', title: fromData('The server refuses the password.') },
    hosts: ['smtp.example.net'],
    messages: 1,
  },
]

const troubles: readonly Trouble[] = [
  { from: now - 22 * minute, to: now, layer: 'path', is: 'bad' },
  { from: now - 20 * minute, to: now, layer: 'outbox', is: 'bad' },
  { from: now - 9 * hour, to: now - 8.2 * hour, layer: 'path', is: 'bad' },
  { from: now - 9 * hour, to: now - 8.2 * hour, layer: 'outbox', is: 'bad' },
  { from: now - 3 * hour, to: now - 2.6 * hour, layer: 'names', is: 'unknown' },
  { from: now - 4.3 * day, to: now - 4.2 * day, layer: 'signing-in', is: 'bad' },
  { from: now - 16 * day, to: now - 15.9 * day, layer: 'encryption', is: 'unknown' },
]

export const accounts: readonly AccountShown[] = [
  {
    id: 'a1',
    client: 'apple-mail',
    app: 'Apple Mail',
    name: 'a…@example.net',
    enabled: true,
    outgoing: { protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'starttls' },
    incoming: { protocol: 'imap', host: 'imap.example.net', port: 993, security: 'tls' },
    published: {
      at: now - day,
      provider: 'Example Mail',
      outgoing: [{ protocol: 'smtp', host: 'smtp.example.net', port: 465, security: 'tls' }],
      incoming: [],
    },
    signIn: { at: now - 3 * hour, tone: 'good', line: fromData('The server accepts the password.') },
    examined: { at: now - minute, status: 'stuck', cause: blocked },
  },
  { id: 'a2', client: 'outlook', app: 'Outlook', name: 'b…@example.org', enabled: false },
]

const past = { troubles, incidents, accounts }

export const stuck: Story = {
  ...past,
  state: { status: 'stuck', waiting: [{ ...message, subject: 'Invoice for October' }], episodes: [episode], diagnosis },
  examination: { ...examined(now), steps },
  offers,
}

/** In a network that held this mail up before, and that is being checked. */
export const rejoined: Story = {
  ...past,
  state: {
    status: 'waiting',
    waiting: [{ ...message, since: now - minute, stuck: false }],
    examining: { account: 'a1', why: 'pulse', asked: 3, found: 1 },
    recalled: {
      account: 'a1',
      at: now - 9 * day,
      cause: { id: diagnosis.causes[0]?.id ?? '', title: blocked.title },
      port: 587,
      fix: {
        remedy: offers[0]?.remedy ?? '',
        label: offers[0]?.label ?? fromData(''),
        promise: offers[0]?.promise ?? [],
      },
    },
  },
  offers,
}

export const held: Story = {
  ...past,
  state: { status: 'waiting', waiting: [{ ...message, since: now - 2 * minute, stuck: false }], diagnosis },
  examination: { ...examined(now), steps },
  offers,
}

/** What was found has not lasted long enough to be told. */
export const lookedInto: Story = {
  ...past,
  state: {
    status: 'waiting',
    waiting: [{ ...message, stuck: false }],
    diagnosis: { ...diagnosis, status: 'checking', causes: [] },
  },
}

export const freed: Story = {
  ...past,
  state: { status: 'stuck', waiting: [message], episodes: [episode], diagnosis: { ...diagnosis, causes: [] } },
}

/** Nothing explains it, and the server may be asked with a password that nobody has given yet. */
export const unexplained: Story = {
  ...past,
  state: {
    status: 'stuck',
    waiting: [message],
    episodes: [{ id: 'e9', client: 'apple-mail', accounts: ['a1'], messages: ['m1'], openedAt: now - 20 * minute }],
    diagnosis: { ...diagnosis, status: 'unsure', causes: [] },
  },
  examination: examined(now),
  offers: [
    {
      remedy: 'ask-server',
      kind: 'act',
      label: fromData('Ask the server what it has against this message'),
      risk: 0,
      touches: 'nothing',
      cancellable: true,
      undoable: false,
      wantsPassword: true,
      promise: [fromData('Signs in, and tells it the sender, the recipients and the size.')],
    },
  ],
}

export const clear: Story = {
  ...past,
  state: { lastLeft: { account: 'a1', at: now - 3 * hour } },
  troubles: troubles.slice(2),
  incidents: incidents.slice(1),
}

/** All is well, and what shows whether mail arrives is on offer. */
export const missesAnswer: Story = {
  ...clear,
  state: { status: 'clear', diagnosis: { ...diagnosis, status: 'clear', causes: [] } },
  offers: [
    {
      remedy: 'send-test-message',
      kind: 'act',
      label: fromData('Send a test message to yourself'),
      risk: 1,
      touches: 'mail',
      cancellable: true,
      undoable: false,
      promise: [fromData('Signs in, and sends one short message to yourself.')],
    },
  ],
}

export const checking: Story = {
  ...past,
  state: {
    status: 'checking',
    waiting: [message],
    episodes: [episode],
    examining: { account: 'a1', why: 'stuck', asked: 26, found: 9 },
  },
  examination: {
    account: 'a1',
    why: 'stuck',
    at: now,
    steps: [
      ...steps.slice(0, 2),
      { probe: 'server-ports', question: fromData('Which doors are open?'), layer: 'path', state: 'asking' },
    ],
  },
}

export const offline: Story = {
  ...past,
  state: {
    status: 'offline',
    online: false,
    waiting: [message],
    diagnosis: {
      ...diagnosis,
      status: 'offline',
      way: { ...blockedWay, network: 'bad', names: 'beyond', path: 'beyond' },
      causes: [
        {
          id: 'no-network',
          title: fromData('This Mac is not connected.'),
          plain: fromData('Wi-Fi is on, but joined to no network. Mail leaves by itself when the connection is back.'),
          details: [],
          harm: 'stops',
          layer: 'network',
          weight: 1,
          evidence: [fromData('No interface has an address.')],
          against: [],
          explains: [],
          testimony: ['way-out'],
        },
      ],
    },
  },
  examination: { ...examined(now), steps: [step('way-out', 'network', 'bad', 'This Mac is not connected.')] },
}

export const permissionMissing: Story = {
  state: {
    status: 'unsure',
    unseen: [
      {
        client: 'apple-mail',
        why: fromData('Without Full Disk Access nobody can see what waits in Mail while it is closed.'),
        outbox: true,
      },
    ],
  },
  permissions: { fullDiskAccess: 'refused', automation: { 'apple-mail': 'not-asked', outlook: 'granted' } },
}

export const newOutlook: Story = {
  state: {
    status: 'unsure',
    clients: [{ client: 'outlook', name: 'Outlook', version: '16.102', mode: 'new', running: true, accounts: [] }],
    unseen: [
      {
        client: 'outlook',
        why: fromData('The new Outlook shows its outbox to nobody. The way to its servers is checked all the same.'),
        outbox: true,
      },
    ],
  },
}

/** Everything a stranger may have named, with what would happen if it were more than text. */
export const hostile: Story = {
  ...stuck,
  state: {
    ...stuck.state,
    waiting: [
      { ...message, subject: '<img src=x onerror="document.title=\'owned\'">\u202egnp.ecnavda' },
      { ...message, id: 'm2', subject: 'שלום <b>bold</b> &amp; "quoted"' },
      { ...message, id: 'm3', subject: `החשבונית לחודש אוקטובר, ${'ועוד הרבה מאוד מילים '.repeat(9)}` },
      { ...message, id: 'm4', subject: `🎉👩‍👩‍👧 ${'Wwwwwwwwww'.repeat(19)}` },
      { ...message, id: 'm5', subject: 'Dinner\nBcc: everybody' },
    ],
    diagnosis: {
      ...diagnosis,
      causes: diagnosis.causes.map((cause) => ({
        ...cause,
        evidence: ['<script>document.title="owned"</script>', 'evil.example.net"><svg onload=alert(1)> said: 421'].map(
          foreignName,
        ),
      })),
    },
  },
  accounts: accounts.map((account) => ({
    ...account,
    name: '<i>a…@exa\u202emple.net</i>',
    outgoing: { protocol: 'smtp', host: '<u>smtp.example.net</u>', port: 587, security: 'starttls' },
  })),
}

export const paused: Story = { state: { status: 'paused', pausedUntil: now + hour } }

export const empty: Story = { days: 0, accounts: [] }
