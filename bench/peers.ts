import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { far } from '../test/lab/hosts.ts'

const plugins = '/usr/lib/nagios/plugins'
const blackboxAddress = '127.0.0.1:9115'

/** The module for SMTP with STARTTLS of the exporter's own example configuration. */
const modules = (authority: string) => `modules:
  smtp_starttls:
    prober: tcp
    timeout: 10s
    tcp:
      preferred_ip_protocol: ip4
      query_response:
        - expect: "^220 ([^ ]+) ESMTP (.+)$"
        - send: "EHLO prober\\r"
        - expect: "^250-STARTTLS"
        - send: "STARTTLS\\r"
        - expect: "^220"
        - starttls: true
        - send: "EHLO prober\\r"
        - expect: "^250-AUTH"
        - send: "QUIT\\r"
      tls_config:
        ca_file: ${authority}
`

/** The argument list that starts the exporter, once its configuration is written. */
export async function blackbox(configuration: string, authority: string): Promise<string[]> {
  await writeFile(configuration, modules(authority))
  return ['prometheus-blackbox-exporter', `--config.file=${configuration}`, `--web.listen-address=${blackboxAddress}`]
}

/** One probe of SMTP with STARTTLS, in milliseconds as the exporter measured itself. */
export async function blackboxProbe(): Promise<number> {
  const answer = await fetch(`http://${blackboxAddress}/probe?module=smtp_starttls&target=${far.host}:587`)
  const metrics = await answer.text()
  if (!/^probe_success 1$/m.test(metrics)) throw new Error(`The exporter's probe failed: ${metrics}`)
  return Number(/^probe_duration_seconds (\S+)$/m.exec(metrics)?.[1]) * 1_000
}

/** The three checks of monitoring-plugins one after the other, as a monitor without parallel checks runs them. */
export async function pluginSequence(): Promise<number> {
  const began = performance.now()
  await plugin('check_smtp', '-S', '-p', '587')
  await plugin('check_simap')
  await plugin('check_pop')
  return performance.now() - began
}

async function plugin(name: string, ...options: readonly string[]): Promise<void> {
  const child = spawn(`${plugins}/${name}`, ['-H', far.host, '-4', ...options], { stdio: 'ignore' })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`${name} ended with ${status}.`)
}
