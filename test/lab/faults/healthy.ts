import { elsewhere } from '../hosts.ts'
import { type Fault, receiving, sending } from './fault.ts'

export const healthy: readonly Fault[] = [
  { name: 'nothing is wrong: STARTTLS on 587 and IMAP on 993', expect: 'clear' },
  { name: 'nothing is wrong, and the user lets every question be asked', expect: 'clear', deep: true },
  {
    name: 'nothing is wrong: TLS on 465 and POP3 on 995',
    expect: 'clear',
    account: {
      ...receiving({ protocol: 'pop3', port: 995 }),
      outgoing: sending({ port: 465, security: 'tls' }).outgoing,
    },
  },
  {
    name: 'nothing is wrong: IMAP with STARTTLS on 143',
    expect: 'clear',
    account: receiving({ port: 143, security: 'starttls' }),
  },
  {
    name: 'nothing is wrong with the mail, though everything else outside is silent',
    expect: 'clear',
    break: ({ network }) => network.block(`ip daddr ${elsewhere.ipv4} drop`, `ip6 daddr ${elsewhere.ipv6} drop`),
  },
]
