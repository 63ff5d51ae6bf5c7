import { localPortTaken } from '../../causes/path/local-port-taken.ts'
import { certificateExpired, certificateNotYetValid } from '../../causes/tls/certificate-dates.ts'
import { certificateSelfSigned, certificateUntrusted } from '../../causes/tls/certificate-trust.ts'
import { certificateWrongName } from '../../causes/tls/certificate-wrong-name.ts'
import { filterInspectsTls } from '../../causes/tls/filter-inspects-tls.ts'
import type { Chart } from '../../core/chart.ts'
import { roles } from '../../core/mail.ts'
import type { Guide, GuidedValue } from '../../core/remedy.ts'
import { calendarDay, foreignName, joinSentences, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { checkAgain } from '../lib/app-places.ts'

export const showCertificate: Guide = {
  id: 'show-certificate',
  kind: 'guide',
  byHand: () => say('Whether a server is the right one, its operator must say. No program may trust it for you.'),
  label: say('Show the certificate'),
  risk: 2,
  treats: () => [
    certificateWrongName,
    certificateSelfSigned,
    certificateUntrusted,
    certificateExpired,
    certificateNotYetValid,
    filterInspectsTls,
  ],
  fits: ({ chart }) => shown(chart) !== undefined,
  guide: ({ chart }) => ({
    steps: [
      say('A certificate is a server’s proof of who it is. Below is what this one says about itself.'),
      say('If your mail app asks whether to go on all the same, click Cancel: nobody can tell who would read along.'),
      say(
        'Ask the operator of the server whether the fingerprint below is theirs. The note from this list asks for it.',
      ),
    ],
    values: shown(chart) ?? [],
  }),
}

function shown(chart: Chart): GuidedValue[] | undefined {
  const facts = roles.flatMap((role) => chart.fact(certificate)?.[role] ?? [])
  const fact = facts.find(({ faults, inspector }) => faults.length > 0 || inspector) ?? facts[0]
  const [leaf] = fact?.chain ?? []
  if (!fact || !leaf) return undefined
  const day = (at: number) => (Math.abs(at) < 8.64e15 ? joinSentences([calendarDay(at)]) : say('unknown'))
  return [
    {
      name: say('Server'),
      value: say('{host}, port {port}', { host: verbatim(harmless(fact.host, 255)), port: verbatim(fact.port) }),
    },
    { name: say('It is for'), value: foreignName(harmless(leaf.names.slice(0, 8).join(', ') || leaf.subject)) },
    { name: say('Made by'), value: foreignName(harmless(leaf.issuer)) },
    { name: say('Valid from'), value: day(leaf.notBefore) },
    { name: say('Valid until'), value: day(leaf.notAfter) },
    { name: say('Fingerprint (SHA-256)'), value: foreignName(harmless(leaf.fingerprint, 64)) },
  ]
}

/** For a program of another user, or of macOS, which only an administrator sees. */
export const showListenerByHand: Guide = {
  id: 'show-listener-by-hand',
  kind: 'guide',
  byHand: () => say('A program of another user or of macOS shows itself to an administrator alone.'),
  label: say('Find the program in the way by hand'),
  risk: 0,
  treats: () => [localPortTaken],
  guide: ({ account }) => {
    const ports = roles.flatMap((role) => {
      const server = account[role]
      return server && isOnThisMac(server.host) && Number.isInteger(server.port) ? [server.port] : []
    })
    return {
      steps: [
        say('Quit your mail bridge, the program on this Mac that your mail goes through.'),
        say('Open the Terminal and enter a command below. It shows which program listens in the bridge’s place.'),
        say('Quit that program, then start the bridge.'),
        say('If you need both, give the bridge another port in its own settings, and the same port to the mail app.'),
        checkAgain,
      ],
      values: ports.map((port) => ({ name: say('Port'), value: foreignName(String(port)) })),
      commands: ports.map((port) => foreignName(`/usr/sbin/lsof -nP -iTCP:${port} -sTCP:LISTEN`)),
    }
  },
}
