import { languages } from '../words/language.ts'
import type { Account } from './mail.ts'
import { domainOf } from './mail.ts'
import type { Millis } from './time.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Where a setting stands on the page of settings. */
export type SettingGroup = 'watching' | 'notify' | 'history' | 'app' | 'organisation'

interface Row<Kind extends string, Value> {
  kind: Kind
  default: Value
  group: SettingGroup
  /** Whether an administrator may set it for a person. */
  manageable: boolean
  /** Whether the watch goes by it, so that it begins anew when this changes; all else is looked up when it is needed. */
  isForWatch?: true
  /** Whether what is set is shown to nobody, on no surface. */
  isSecret?: true
}

/** A length of time; in a file as `90s`, `15m`, `12h`, `400d`. `choices`: what the page offers. */
interface LengthRow extends Row<'length', Millis> {
  min: Millis
  max: Millis
  choices: readonly Millis[]
}
/** An hour of the day, local time. */
type HourRow = Row<'hour', number>
type SwitchRow = Row<'switch', boolean>
/** Addresses or domains. */
interface AddressesRow extends Row<'addresses', readonly string[]> {
  maxEntries: number
  maxLength: number
}
interface ChoiceRow extends Row<'choice', string> {
  choices: readonly string[]
}
/** Ids of ours. */
interface NamesRow extends Row<'names', readonly string[]> {
  maxEntries: number
  maxLength: number
}
/** A line for a person to read. */
interface TextRow extends Row<'text', string> {
  maxLength: number
}
/** A web address, or none. */
interface UrlRow extends Row<'url', string> {
  maxLength: number
}
/** What goes with a web request: `name=value,name=value`, each value as in a web address. */
interface HeadersRow extends Row<'headers', string> {
  maxLength: number
}
export type SettingRow =
  | LengthRow
  | HourRow
  | SwitchRow
  | AddressesRow
  | ChoiceRow
  | NamesRow
  | TextRow
  | UrlRow
  | HeadersRow

/**
 * Everything that a user or an administrator may set, in the order of the page. One row makes the type, the default, the
 * range, how it is read from a file, what the panel may send, and its place on the page; a dot makes a group in the
 * file. Its words stand in `words/panel`, for which the compiler asks.
 */
export const settingsTable = {
  /** A message younger than this is never stuck. */
  patience: {
    kind: 'length',
    // Undo Send holds a message up to 30 s; filing and handshakes take the rest.
    default: 1.5 * minute,
    // Below, an honest upload would be called stuck.
    min: 1.5 * minute,
    max: day,
    choices: [1.5 * minute, 3 * minute, 5 * minute, 10 * minute, 30 * minute],
    group: 'watching',
    manageable: true,
    isForWatch: true,
  },
  /** Between light examinations, on mains. */
  'interval.mains': {
    kind: 'length',
    default: 15 * minute,
    min: 5 * minute,
    max: day,
    choices: [5 * minute, 15 * minute, 30 * minute, hour],
    group: 'watching',
    manageable: true,
    isForWatch: true,
  },
  /** The same, on battery. */
  'interval.battery': {
    kind: 'length',
    default: hour,
    min: 5 * minute,
    max: 7 * day,
    choices: [15 * minute, hour, 3 * hour, 6 * hour],
    group: 'watching',
    manageable: true,
    isForWatch: true,
  },
  /** Accounts that are not watched. */
  ignore: {
    kind: 'addresses',
    default: [],
    maxEntries: 200,
    maxLength: 320,
    group: 'watching',
    manageable: true,
    isForWatch: true,
  },
  /** Whether anything is announced at all. */
  notifications: { kind: 'switch', default: true, group: 'notify', manageable: true },
  /** Hours in which nothing is announced, [from, to); equal means none. */
  'quietHours.from': { kind: 'hour', default: 22, group: 'notify', manageable: true },
  'quietHours.to': { kind: 'hour', default: 7, group: 'notify', manageable: true },
  /** Whether it is told once a week how mail fared. */
  summary: { kind: 'switch', default: false, group: 'notify', manageable: true },
  /** How long history is kept. */
  retention: {
    kind: 'length',
    default: 400 * day,
    min: day,
    max: 3_650 * day,
    choices: [30 * day, 90 * day, 180 * day, 400 * day, 1_100 * day],
    group: 'history',
    manageable: true,
    isForWatch: true,
  },
  /** Whether keys bring the app to the front from wherever one is. */
  shortcut: { kind: 'switch', default: false, group: 'app', manageable: true },
  /** Whether the icon leaves the menu bar while there is nothing to be seen. */
  hideIcon: { kind: 'switch', default: false, group: 'app', manageable: true },
  /** Whether it is asked once a day whether there is a newer version. */
  updateCheck: { kind: 'switch', default: true, group: 'app', manageable: true },
  /** Of the panel, the icon and the notifications; `system`: the first language of the Mac that is spoken here. */
  language: { kind: 'choice', default: 'system', choices: ['system', ...languages], group: 'app', manageable: true },
  /** Fixes that may not be done, as `core/fix-rules.ts` says it. */
  forbiddenFixes: {
    kind: 'names',
    default: [],
    maxEntries: 200,
    maxLength: 60,
    group: 'organisation',
    manageable: true,
  },
  /** Whether the app is opened at login: as its person wishes, or in any case. */
  launchAtLogin: {
    kind: 'choice',
    default: 'person',
    choices: ['person', 'always', 'never'],
    group: 'organisation',
    manageable: true,
  },
  /** Whether a report without anything private is kept beside the history, for whoever looks after this Mac. */
  fleetReport: { kind: 'switch', default: false, group: 'organisation', manageable: true },
  /** Whether figures without anything private are sent to a collector that an organisation runs itself. */
  'telemetry.on': { kind: 'switch', default: false, group: 'organisation', manageable: true },
  /** Where that collector takes OTLP over HTTP; the paths of the protocol are added to it. */
  'telemetry.endpoint': { kind: 'url', default: '', maxLength: 500, group: 'organisation', manageable: true },
  /** What goes with each request to it, as a token. */
  'telemetry.headers': {
    kind: 'headers',
    default: '',
    maxLength: 4_000,
    group: 'organisation',
    manageable: true,
    isSecret: true,
  },
  /** Who looks after this Mac, for whoever wonders who set something. */
  organisation: { kind: 'text', default: '', maxLength: 80, group: 'organisation', manageable: true },
  /** Where to ask for help: an address, a telephone number, a room. */
  supportContact: { kind: 'text', default: '', maxLength: 200, group: 'organisation', manageable: true },
} as const satisfies Readonly<Record<string, SettingRow>>

type Table = typeof settingsTable
export type SettingKey = keyof Table
interface Values {
  length: Millis
  hour: number
  switch: boolean
  addresses: readonly string[]
  names: readonly string[]
  text: string
  url: string
  headers: string
}
export type SettingValue<K extends SettingKey> = Table[K] extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : Values[Exclude<Table[K]['kind'], 'choice'>]

type First<K> = K extends `${infer Group}.${string}` ? Group : K
/** What is set, as the program reads it: `patience`, `interval.mains` … */
export type Settings = {
  [F in First<SettingKey>]: F extends SettingKey
    ? SettingValue<F>
    : { [K in SettingKey as K extends `${F}.${infer Rest}` ? Rest : never]: SettingValue<K> }
}

export const settingKeys = Object.keys(settingsTable) as readonly SettingKey[]

type Inner = Readonly<Record<string, unknown>>

export function settingIn<K extends SettingKey>(settings: Settings, key: K): SettingValue<K> {
  const [first = '', second] = key.split('.')
  const outer = (settings as unknown as Inner)[first]
  return (second === undefined ? outer : (outer as Inner)[second]) as SettingValue<K>
}

/** The settings with one of them changed. */
export function withSetting<K extends SettingKey>(settings: Settings, key: K, value: SettingValue<K>): Settings {
  const [first = '', second] = key.split('.')
  const outer = (settings as unknown as Inner)[first]
  return { ...settings, [first]: second === undefined ? value : { ...(outer as Inner), [second]: value } }
}

export const defaultSettings: Settings = settingKeys.reduce(
  (settings, key) => withSetting(settings, key, settingsTable[key].default as SettingValue<typeof key>),
  {} as Settings,
)

const secretKeys = settingKeys.filter((key) => (settingsTable[key] as SettingRow).isSecret)
/** What stands in the place of a secret that is set. */
export const unshown = '•••'

/** As they may be shown: of a secret, only whether there is one. */
export function withoutSecrets(settings: Settings): Settings {
  const isSet = (key: SettingKey) => settingIn(settings, key) !== settingsTable[key].default
  return secretKeys.filter(isSet).reduce((shown, key) => withSetting(shown, key, unshown), settings)
}

/** What came back from where they were shown, with the secrets that are kept. */
export function withSecretsOf(kept: Settings, wanted: Settings): Settings {
  const isUnshown = (key: SettingKey) => settingIn(wanted, key) === unshown
  return secretKeys.filter(isUnshown).reduce((all, key) => withSetting(all, key, settingIn(kept, key)), wanted)
}

/** Whether everything is equal that the watch goes by. */
export function isSameForWatch(one: Settings, other: Settings): boolean {
  const rows: Readonly<Record<string, SettingRow>> = settingsTable
  const keys = settingKeys.filter((key) => rows[key]?.isForWatch)
  return keys.every((key) => JSON.stringify(settingIn(one, key)) === JSON.stringify(settingIn(other, key)))
}

/** Whether this account is one of those that are not watched. */
export function isIgnored({ email }: Pick<Account, 'email'>, { ignore }: Pick<Settings, 'ignore'>): boolean {
  const names = [email.toLowerCase(), domainOf(email)].filter(Boolean)
  return ignore.some((entry) => names.includes(entry.toLowerCase().replace(/^@/, '')))
}
