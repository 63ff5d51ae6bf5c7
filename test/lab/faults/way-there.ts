import { mail, mailPorts, stranger } from '../hosts.ts'
import { type Fault, sending } from './fault.ts'

const everyMailPort = `tcp dport { ${[...mailPorts, 2525].join(', ')} } drop`

export const wayThere: readonly Fault[] = [
  {
    name: 'the network drops port 587, to everybody',
    expect: 'port-blocked-here',
    break: ({ network }) => network.block('tcp dport 587 drop'),
  },
  {
    name: 'the network drops every mail port and lets the web pass',
    expect: 'mail-ports-blocked-here',
    break: ({ network }) => network.block(everyMailPort),
  },
  {
    name: 'the network drops port 25, and the account uses it',
    expect: 'port-25-blocked',
    account: sending({ port: 25 }),
    break: ({ network }) => network.block('tcp dport 25 drop'),
  },
  {
    name: 'IPv6 leads nowhere, IPv4 works',
    expect: 'ipv6-broken',
    break: ({ network }) => network.block('meta nfproto ipv6 drop'),
  },
  {
    name: 'the host of the mail server cannot be reached, others can',
    expect: 'server-down',
    break: ({ network }) => network.loseRoute(mail.ipv4, mail.ipv6),
  },
  {
    name: 'there is no server of that name',
    expect: 'server-name-unknown',
    account: sending({ host: 'smtpp.lab.test' }),
  },
  {
    name: 'the resolver of the network is silent, a public one answers',
    expect: 'names-broken',
    break: async (lab) => lab.resolver.freeze(),
  },
  {
    // The stranger's certificate alone would say that the account has the wrong name; a public resolver knows better.
    name: "the resolver of the network leads to a stranger's server",
    expect: 'names-broken',
    break: (lab) => lab.resolver.start([{ ...stranger, name: mail.host }]),
  },
]
