import { getDomain } from 'tldts'
import type { Address, Attempt } from '../../core/network.ts'
import type { Outside } from '../../core/outside.ts'
import type { Probe, ProbeContext, Telling } from '../../core/probe.ts'
import { listOf, say, verbatim } from '../../core/sentence.ts'
import { lookUp } from '../lib/look-up.ts'
import { hasLineServer, lineServersOf } from '../lib/per-server.ts'
import { reportSoon } from '../lib/so-far.ts'

/** Hosts of other providers, on the account's own ports and on 443: silence here too is not the server's. */
export interface ControlHosts {
  tries: readonly (Attempt & { host: string; vendor: string })[]
  /** Hosts whose name could not be looked up. */
  unnamed: readonly string[]
}

type Control = Outside['controlHosts'][number]

const web = 443
/** Two vendors for each port, so that one outage proves nothing. */
const vendorsEach = 2
/** Looking up and connecting together. */
const together = 9_000

export const controlHosts: Probe<ControlHosts> = {
  id: 'control-hosts',
  question: say('Do other providers answer on the same ports?'),
  layer: 'path',
  budget: 9_500,
  when: hasLineServer,
  ask: async (exam, signal, sofar) => {
    const tries: (Attempt & { host: string; vendor: string })[] = []
    const unnamed = new Set<string>()
    const ends = exam.world.clock.elapsed() + together
    const asking = controlsFor(exam).map(async ({ host, vendor, port }) => {
      const { records } = await lookUp(exam, host)
      if (records.length === 0) unnamed.add(host)
      await Promise.all(
        firsts(records).map(async ({ address }) => {
          const timeoutMs = Math.min(8_000, ends - exam.world.clock.elapsed())
          const { attempt, connection } = await exam.world.net.connect(address, port, timeoutMs, signal)
          connection?.close()
          tries.push({ ...attempt, host, vendor })
        }),
      )
    })
    reportSoon(exam, signal, () => sofar({ tries: [...tries], unnamed: [...unnamed] }))
    await Promise.all(asking)
    return { tries, unnamed: [...unnamed] }
  },
  describe: tell,
  provesWayOut: ({ tries }) => {
    const open = tries.find(({ reach }) => reach === 'open')
    return open && say('{host} answers on port {port}', { host: verbatim(open.host), port: verbatim(open.port) })
  },
}

/** For each port that the account uses, and the web's: other hosts, those of unrelated vendors first. */
function controlsFor({ account, outside }: ProbeContext): (Control & { port: number })[] {
  const servers = lineServersOf(account).map(({ server }) => server)
  const hosts = servers.map(({ host }) => host.toLowerCase())
  const sites = hosts.map(siteOf)
  const ownVendors = outside.controlHosts.filter(({ host }) => sites.includes(siteOf(host))).map(({ vendor }) => vendor)
  const related = ({ vendor }: Control) => (ownVendors.includes(vendor) ? 1 : 0)
  const others = outside.controlHosts
    .filter(({ host }) => !hosts.includes(host.toLowerCase()))
    .sort((one, other) => related(one) - related(other))
  return [...new Set([...servers.map(({ port }) => port), web])].flatMap((port) => {
    const fit = others.filter(({ ports }) => ports.includes(port))
    const oneEach = fit.filter((control, at) => fit.findIndex(({ vendor }) => vendor === control.vendor) === at)
    return oneEach.slice(0, vendorsEach).map((control) => ({ ...control, port }))
  })
}

/** `example.org` for `smtp.example.org`; the host itself where there is no public suffix. */
function siteOf(host: string): string {
  return getDomain(host) ?? host.toLowerCase()
}

/** One of each family, for the contrast between them. */
function firsts(addresses: readonly Address[]): Address[] {
  return addresses.filter((one, at) => addresses.findIndex(({ family }) => family === one.family) === at)
}

function tell({ tries, unnamed }: ControlHosts): Telling {
  if (tries.length === 0 && unnamed.length === 0) return { tone: 'plain', line: say('There is nobody else to ask') }
  const ports = [...new Set(tries.map(({ port }) => port))].sort((one, other) => one - other)
  const shut = ports.filter((port) => !tries.some((one) => one.port === port && one.reach === 'open'))
  const open = ports.filter((port) => !shut.includes(port))
  if (open.length === 0) return { tone: 'bad', line: say('No other provider answers either') }
  if (shut.length === 0)
    return {
      tone: 'good',
      line: say('Other providers answer on port {open}', { open: listOf(open.map(verbatim), ', ') }),
    }
  return {
    tone: 'bad',
    line: say('Other providers answer on port {open}, but not on {shut}', {
      open: listOf(open.map(verbatim), ', '),
      shut: listOf(shut.map(verbatim), ', '),
    }),
  }
}
