import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { must } from './commands.ts'
import { controls, far, mail } from './hosts.ts'

/** Two PEM files, as Postfix and Dovecot want them. `chain` is the leaf and what the server sends with it. */
export interface Pair {
  key: string
  chain: string
}

export interface Certificates {
  /** The root that the Mac is told to trust. */
  trusted: string
  good: Pair
  expired: Pair
  wrongName: Pair
  selfSigned: Pair
  unknownRoot: Pair
  missingIntermediate: Pair
  /** For the two other providers and their web pages. */
  elsewhere: Pair
}

interface Wish {
  file: string
  name: string
  names?: readonly string[]
  /** Days from now on which it begins and ends. */
  days?: readonly [number, number]
  authority?: boolean
  /** Who signs; without it, itself. */
  by?: Pair
}

const year = [-30, 335] as const

/** Makes the lab's authorities and every certificate a server of the lab shows, with OpenSSL. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  await writeFile(join(folder, 'ca.cnf'), configuration(folder))
  await writeFile(join(folder, 'issued'), '')
  const make = (wish: Wish) => issue(folder, wish)
  const root = await make({ file: 'root', name: 'Lab Root', authority: true })
  const middle = await make({ file: 'middle', name: 'Lab Intermediate', authority: true, by: root })
  const alienRoot = await make({ file: 'alien-root', name: 'Nobody Knows Root', authority: true })
  const alienMiddle = await make({ file: 'alien', name: 'Nobody Knows CA', authority: true, by: alienRoot })
  const own = { name: mail.host, names: [mail.host, far.host] }
  const others = controls.flatMap(({ domain }) => [domain, `*.${domain}`])
  return {
    trusted: root.chain,
    good: await withChain(await make({ file: 'good', ...own, by: middle }), middle),
    expired: await withChain(await make({ file: 'expired', ...own, days: [-100, -3], by: middle }), middle),
    wrongName: await withChain(
      await make({ file: 'wrong-name', name: 'host.stranger.test', names: ['host.stranger.test'], by: middle }),
      middle,
    ),
    selfSigned: await make({ file: 'self-signed', ...own }),
    unknownRoot: await withChain(await make({ file: 'unknown-root', ...own, by: alienMiddle }), alienMiddle),
    missingIntermediate: await make({ file: 'missing-intermediate', ...own, by: middle }),
    elsewhere: await withChain(
      await make({ file: 'elsewhere', name: 'control.test', names: others, by: middle }),
      middle,
    ),
  }
}

async function issue(folder: string, wish: Wish): Promise<Pair> {
  const { file, name, names = [], days = year, authority = false, by } = wish
  const path = (ending: string) => join(folder, `${file}.${ending}`)
  const pair = { key: path('key'), chain: path('pem') }
  const alternatives = names.length > 0 ? `subjectAltName=${names.map((one) => `DNS:${one}`).join(',')}\n` : ''
  const usage = authority ? 'keyUsage=critical,keyCertSign,cRLSign\n' : 'extendedKeyUsage=serverAuth\n'
  await writeFile(path('ext'), `basicConstraints=critical,CA:${authority ? 'TRUE' : 'FALSE'}\n${usage}${alternatives}`)
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', `/CN=${name}`]
  await must(['openssl', 'req', '-new', ...fresh, '-keyout', pair.key, '-out', path('csr')])
  const signer = by ? ['-cert', by.chain, '-keyfile', by.key] : ['-selfsign', '-keyfile', pair.key]
  const dates = ['-startdate', stamp(days[0]), '-enddate', stamp(days[1])]
  const request = ['-in', path('csr'), '-out', pair.chain, '-extfile', path('ext')]
  await must(['openssl', 'ca', '-batch', '-notext', '-config', join(folder, 'ca.cnf'), ...signer, ...dates, ...request])
  return pair
}

async function withChain(leaf: Pair, issuer: Pair): Promise<Pair> {
  await writeFile(leaf.chain, (await readFile(leaf.chain, 'utf8')) + (await readFile(issuer.chain, 'utf8')))
  return leaf
}

/** ASN.1 GeneralizedTime, which `openssl ca` reads. */
function stamp(days: number): string {
  const moment = new Date(Date.now() + days * 86_400_000)
  return `${moment.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
}

function configuration(folder: string): string {
  return `[ca]
default_ca = lab
[lab]
database = ${folder}/issued
new_certs_dir = ${folder}
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`
}
