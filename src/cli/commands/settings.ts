import { existsSync } from 'node:fs'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { defaultSettings, type SettingKey, type Settings, settingKeys, withoutSecrets } from '../../core/settings.ts'
import { harmless } from '../../core/text.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'

interface SettingsOptions {
  json?: boolean
  managed?: string
}

export const settingsCommand = command<SettingsOptions>({
  words: say('what is set, where it was set, and what an administrator has locked'),
  group: 'own',
  options: [
    {
      flags: '--managed <file>',
      words: say(
        'a property list or profile to take for what an administrator has set, to try it before it is rolled out',
      ),
    },
  ],
  json(z, { linesShape, versionShape }) {
    const valueShape = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
    return z.object({
      schema: versionShape,
      settings: z.array(
        z.object({
          key: z.string(),
          value: valueShape,
          default: valueShape,
          source: z.enum(['default', 'file', 'device', 'user']),
          locked: z.boolean(),
          lockedBy: z.string().optional(),
        }),
      ),
      warnings: linesShape,
    })
  },
  exits: { 0: say('they are listed, also where some could not be understood') },
  run: (_given, options, context) => tellSettings(options, context),
})

/** One setting as it holds, and whose it is. */
interface Held {
  key: SettingKey
  value: unknown
  default: unknown
  source: 'default' | 'file' | 'device' | 'user'
  locked: boolean
  lockedBy?: string
}

/** `outbox-doctor settings`: every value with its source. */
async function tellSettings(options: SettingsOptions, context: CommandContext): Promise<ExitStatus> {
  const { terminal } = context
  const { held, warnings } = await settingsHeld(options)
  if (options.json) {
    terminal.print(jsonText({ schema: 1, settings: held, warnings }))
    return exitStatus.clear
  }
  for (const one of held) {
    const { key, value } = one
    const line = `${terminal.paint.bold(key)}  ${(Array.isArray(value) ? value.join(', ') : String(value)) || '–'}`
    terminal.print(line)
    terminal.print(withHangingIndent('  ', terminal.inWords(originWords(one)), terminal.columns(), terminal.paint.dim))
  }
  for (const warning of warnings) context.note(warning)
  return exitStatus.clear
}

async function settingsHeld({ managed }: SettingsOptions): Promise<{ held: Held[]; warnings: readonly Sentence[] }> {
  const [{ settingsSources }, { originOf, readSettings, writtenSetting }, { settingsPlaces }, { organisationIn }] =
    await Promise.all([
      import('../../storage/settings-file.ts'),
      import('../../storage/read-settings.ts'),
      import('../../storage/settings-places.ts'),
      import('../../storage/managed-value.ts'),
    ])
  if (managed !== undefined && !existsSync(managed)) throw new WrongUse(say('--managed: there is no such file.'))
  const found = await settingsSources({ ...settingsPlaces(), ...(managed !== undefined && { managed }) })
  const { settings, warnings, locked } = readSettings(found.sources)
  const held = settingKeys.map((key): Held => {
    const origin = originOf(found.sources, key)
    const isLocked = locked.includes(key)
    const ownName = locked.includes('organisation') ? settings.organisation : undefined
    const by = isLocked ? ownName || organisationIn(origin?.document) : undefined
    return {
      key,
      value: writtenSetting(withoutSecrets(settings), key),
      default: writtenSetting(defaultSettings, key),
      source: origin?.place ?? 'default',
      locked: isLocked,
      ...(by !== undefined && { lockedBy: harmless(by, 80) }),
    }
  })
  return { held, warnings: [...found.warnings, ...warnings, ...(await strangeIn(settings))] }
}

/** What is forbidden and no fix. The list of fixes takes its time to be loaded. */
async function strangeIn({ forbiddenFixes }: Settings): Promise<readonly Sentence[]> {
  if (forbiddenFixes.length === 0) return []
  const [{ knownRemedies }, { strangeFixes }] = await Promise.all([
    import('../../agent.ts'),
    import('../../core/fix-rules.ts'),
  ])
  return strangeFixes(
    forbiddenFixes,
    knownRemedies.map(({ id }) => id),
  )
}

function originWords({ source, lockedBy }: Held): Sentence {
  switch (source) {
    case 'default':
      return say('as it comes')
    case 'file':
      return say('set by you')
    case 'device':
      return lockedBy === undefined
        ? say('locked by your administrator, for this Mac')
        : say('locked by {organisation}, for this Mac', { organisation: verbatim(lockedBy) })
    case 'user':
      return lockedBy === undefined
        ? say('locked by your administrator, for you')
        : say('locked by {organisation}, for you', { organisation: verbatim(lockedBy) })
  }
}
