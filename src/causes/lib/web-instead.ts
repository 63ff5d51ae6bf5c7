import type { Chart } from '../../core/chart.ts'
import { roles } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { encryption } from '../../probes/tls/encryption.ts'

/** Ports on which web pages are at home: an account that is set to one has a wrong port, and nobody stands between. */
const webPorts: readonly number[] = [80, 443, 8080, 8443]

/** Mail ports that answer in the language of web pages, as evidence: something sits in the server's place. */
export function webServerInstead(chart: Chart): Sentence[] {
  return roles.flatMap((role) => {
    const server = chart.account[role]
    if (!server || webPorts.includes(server.port)) return []
    const speaks = chart.fact(greeting)?.[role]?.speaks ?? chart.fact(encryption)?.[role]?.speaks
    return speaks === 'http'
      ? [
          say('Port {port} of {host} answers as a web page, not as mail', {
            port: verbatim(server.port),
            host: verbatim(server.host),
          }),
        ]
      : []
  })
}
