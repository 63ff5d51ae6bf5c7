import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { KeptTelemetry } from '../../core/telemetry.ts'
import type { Instant } from '../../core/time.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { dayAndTime } from '../time-words.ts'

interface TelemetryOptions {
  json?: boolean
  newId?: boolean
}

export const telemetryCommand = command<TelemetryOptions>({
  words: say('all that was sent to the collector of your organisation, and the number by which it knows this Mac'),
  group: 'own',
  options: [{ flags: '--new-id', words: say('from now on be known there by another number, and begin to count anew') }],
  json(z, { momentShape, versionShape }) {
    const attributes = z.record(z.string(), z.union([z.string(), z.number()]))
    const named = { name: z.string(), unit: z.string() }
    const lengths = { attributes, count: z.number(), sum: z.number(), buckets: z.array(z.number()) }
    return z.object({
      schema: versionShape,
      on: z.boolean(),
      endpoint: z.string().optional(),
      id: z.string().optional(),
      since: momentShape.optional(),
      last: z
        .object({
          at: momentShape,
          taken: z.boolean(),
          told: z.string(),
          sent: z.object({
            at: momentShape,
            since: momentShape,
            resource: attributes,
            metrics: z.array(
              z.discriminatedUnion('kind', [
                z.object({
                  ...named,
                  kind: z.enum(['gauge', 'sum']),
                  points: z.array(z.object({ attributes, value: z.number() })),
                }),
                z.object({
                  ...named,
                  kind: z.literal('histogram'),
                  points: z.array(z.object({ ...lengths, bounds: z.array(z.number()) })),
                }),
              ]),
            ),
            records: z.array(z.object({ at: momentShape, name: z.string(), attributes })),
          }),
        })
        .optional(),
    })
  },
  exits: { 0: say('it is told, also where nothing is sent') },
  run: (_given, options, context) => tellTelemetry(options, context),
})

/** `outbox-doctor telemetry`: what the app has sent, to the last line. */
async function tellTelemetry(
  { json, newId }: TelemetryOptions,
  { terminal, note }: CommandContext,
): Promise<ExitStatus> {
  const [{ loadSettings }, { newInstallationId, telemetryFile }] = await Promise.all([
    import('../../storage/settings-file.ts'),
    import('../../storage/telemetry-file.ts'),
  ])
  const { settings } = await loadSettings()
  const { on, endpoint } = settings.telemetry
  const isOn = on && endpoint !== ''
  const file = telemetryFile()
  if (newId && isOn) {
    const [{ firstKept }, { systemClock }] = await Promise.all([
      import('../../telemetry/exporter.ts'),
      import('../../world/real/clock.ts'),
    ])
    await file.write(firstKept(newInstallationId(), systemClock.now()))
  }
  // As it goes over the wire: in letters that cannot look like others.
  const to = isOn ? new URL(endpoint).href : ''
  const kept = isOn ? await file.read() : undefined
  if (json) {
    terminal.print(jsonText({ schema: 1, on: isOn, ...(isOn && { endpoint: to, ...inJson(kept) }) }))
    return exitStatus.clear
  }
  const print = (sentence: Sentence) => terminal.print(terminal.inWords(sentence))
  if (!isOn) {
    print(say('Nothing is sent to anybody.'))
    return exitStatus.clear
  }
  print(
    say('The app sends counts about mail that waits to {to}, once a minute, and to nobody else.', { to: verbatim(to) }),
  )
  if (kept) print(say('It is known there by a random number: {id}', { id: verbatim(kept.id) }))
  const last = kept?.last
  if (!last) {
    print(say('Nothing was sent yet.'))
    return exitStatus.clear
  }
  print(say('All that was sent last, {time}:', { time: verbatim(dayAndTime(last.at, terminal)) }))
  const { batchLines } = await import('../../core/telemetry.ts')
  for (const line of batchLines(last.batch)) terminal.print(terminal.paint.dim(`  ${line}`))
  note(last.told)
  return exitStatus.clear
}

function inJson(kept: KeptTelemetry | undefined) {
  if (!kept) return {}
  const { id, since, last } = kept
  const base = { id, since: moment(since) }
  if (!last) return base
  const { at, taken, told, batch } = last
  const records = batch.records.map((one) => ({ ...one, at: moment(one.at) }))
  const sent = { ...batch, at: moment(batch.at), since: moment(batch.since), records }
  return { ...base, last: { at: moment(at), taken, told, sent } }
}

const moment = (at: Instant) => new Date(at).toISOString()
