/**
 * 500 agents on worlds of paper, one provider that stops answering, and three Macs whose own server has another fault:
 * what they send in all, what that costs, and when the alert fires. Takes four minutes.
 * `node bench/fleet/fleet.ts [MACS]`; with VictoriaMetrics and vmalert (on the PATH, or by OUTBOX_DOCTOR_VICTORIA_METRICS
 * and OUTBOX_DOCTOR_VMALERT) into that store, judged by the rule that ships.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { systemClock } from '../../src/world/real/clock.ts'
import { realNet } from '../../src/world/real/net/net.ts'
import { table } from '../statistics.ts'
import { programFor, startVictoriaMetrics, startVmalert } from './real-store.ts'
import { thinMac } from './thin-mac.ts'

const second = 1_000
const many = Number(process.argv[2] ?? 500)
/** Of those at the provider that stops, who has something to send. */
const sending = Math.min(40, many)
const ceilings = { alertMs: 120 * second, series: 39, largest: 1_536 }

const statsShape = z.object({
  requests: z.number(),
  bytes: z.number(),
  records: z.number(),
  refused: z.number(),
  largest: z.number(),
  private: z.number(),
  macs: z.number(),
  series: z.number(),
  mostSeries: z.number(),
  fired: z.array(z.tuple([z.string(), z.number()])),
  cpuMs: z.number(),
})

const victoria = programFor('OUTBOX_DOCTOR_VICTORIA_METRICS', 'victoria-metrics')
const vmalert = programFor('OUTBOX_DOCTOR_VMALERT', 'vmalert')
const store = victoria === undefined ? undefined : await startVictoriaMetrics(victoria)
const rules = join(import.meta.dirname, '../../deploy/grafana/alerts.yml')
const judge = store && vmalert !== undefined ? await startVmalert(vmalert, store.url, rules) : undefined
if (!judge)
  console.log('NO REAL STORE: VictoriaMetrics or vmalert is not here; the rule is judged by our own receiver alone.')

const receiver = fork(join(import.meta.dirname, 'receiver.ts'), store ? [`${store.url}/opentelemetry`] : [])
const [{ port }] = (await once(receiver, 'message')) as [{ port: number }]
const stats = async () => {
  receiver.send('stats')
  return statsShape.parse((await once(receiver, 'message'))[0])
}

const net = realNet({ clock: systemClock, systemRoots: [] })
const shut = new Map<string, 'all' | number>()
const shared = { shut, http: net.http, clock: systemClock, endpoint: `http://127.0.0.1:${port}` }
const own = (index: number) => `mail.house-${index}.example`
const hostOf = (index: number) => {
  if (index < 3) return own(index)
  return index % 4 === 0 ? 'smtp.office365.com' : 'smtp.gmail.com'
}

console.log(`${many} Macs are switched on…`)
const began = Date.now()
const macs: ReturnType<typeof thinMac>[] = []
for (let index = 0; index < many; index += 1) {
  macs.push(thinMac(shared, `mac-${index}`, hostOf(index)))
  // Not all people come to work in the same moment.
  if (index % 25 === 24) await pause(second)
}
await pause(75 * second)
const calm = await stats()
const calmCpu = process.cpuUsage()

console.log('The provider stops answering.')
const outage = Date.now()
shut.set('smtp.gmail.com', 'all')
for (let index = 0; index < 3; index += 1) shut.set(own(index), 587)
const writing = macs.filter((_, index) => index < 3 || hostOf(index) === 'smtp.gmail.com').slice(0, sending + 3)
for (const mac of writing) mac.writes()

const firstStuck = new Promise<number>((resolve) => {
  for (const { doctor } of writing) doctor.listen(({ episodes }) => episodes.length > 0 && resolve(Date.now()))
})
const realAlerts = new Map<string, number>()
const isEnough = async () => {
  if (judge) await noteRealAlerts(judge.url)
  const fired = judge ? realAlerts.size : (await stats()).fired.length
  return fired > 0 || Date.now() - outage > 2 * ceilings.alertMs
}
while (!(await isEnough())) await pause(second)
const stuckAt = await Promise.race([firstStuck, pause(second, Number.NaN)])
// All have told it by then, and whoever would fire wrongly has, too.
await pause(30 * second)
if (judge) await noteRealAlerts(judge.url)
const all = await stats()
const spentCpu = process.cpuUsage(calmCpu)
const minutes = (Date.now() - began) / 60_000
const causes = new Map<string, number>()
for (const { doctor } of macs)
  for (const { cause = 'unexplained' } of doctor.state().episodes) causes.set(cause, (causes.get(cause) ?? 0) + 1)

const after = (at: number | undefined) => (at === undefined ? 'never' : `${((at - outage) / second).toFixed(0)} s`)
const [byOwn] = all.fired
const [byReal] = realAlerts
console.log(
  table([
    ['', ''],
    ['Macs that were heard', `${all.macs} of ${many}`],
    ['requests', String(all.requests)],
    ['bytes in all', `${all.bytes}, ${(all.bytes / all.macs / minutes).toFixed(0)} a Mac and minute`],
    ['largest request', `${all.largest} bytes`],
    ['series in all', `${all.series}, at most ${all.mostSeries} of one Mac`],
    ['before the outage', `${calm.bytes} bytes, ${calm.series} series`],
    ['with anything private in it', String(all.private)],
    ['not taken', String(all.refused)],
    ['what was found', [...causes].map(([cause, n]) => `${cause} on ${n}`).join(', ')],
    ['first stuck after', after(stuckAt)],
    ['alert, by our own receiver', byOwn ? `${byOwn[0]} after ${after(byOwn[1])}` : 'never'],
    ['alert, by vmalert', judge ? (byReal ? `${byReal[0]} after ${after(byReal[1])}` : 'never') : 'not here'],
    ['processor of all agents, outage', `${((spentCpu.user + spentCpu.system) / 1e6).toFixed(1)} s`],
    ['processor of our receiver', `${(all.cpuMs / 1_000).toFixed(1)} s`],
    ['processor of VictoriaMetrics', store ? `${((await store.cpuMs()) / 1_000).toFixed(1)} s` : 'not here'],
  ]),
)

await Promise.all(macs.map((mac) => mac.stop()))
receiver.disconnect()
await judge?.stop()
await store?.stop()
const alertAt = judge ? byReal?.[1] : byOwn?.[1]
const faults = [
  ...(all.macs < many ? ['not every Mac was heard'] : []),
  ...(all.mostSeries > ceilings.series ? ['too many series of one Mac'] : []),
  ...(all.largest > ceilings.largest ? ['a request is too large'] : []),
  ...(all.private > 0 ? ['something private was sent'] : []),
  ...(alertAt === undefined || alertAt - outage > ceilings.alertMs ? ['the alert fired too late'] : []),
  ...(new Set([...all.fired.map(([cause]) => cause), ...realAlerts.keys()]).size > 1 ? ['an alert fired wrongly'] : []),
]
for (const fault of faults) console.log(`NOT AS IT SHOULD BE: ${fault}`)
process.exit(faults.length > 0 ? 1 : 0)

async function noteRealAlerts(url: string): Promise<void> {
  const shape = z.object({
    data: z.object({ alerts: z.array(z.object({ state: z.string(), labels: z.record(z.string(), z.string()) })) }),
  })
  const { data } = shape.parse(await (await fetch(`${url}/api/v1/alerts`)).json())
  for (const { state, labels } of data.alerts) {
    const cause = labels.outbox_doctor_cause_id ?? ''
    if (state === 'firing' && !realAlerts.has(cause)) realAlerts.set(cause, Date.now())
  }
}
