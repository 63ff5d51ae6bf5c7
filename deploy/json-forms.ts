import { type SettingRow, settingKeys, settingsTable } from '../src/core/settings.ts'
import { preferenceDomain } from '../src/storage/settings-places.ts'
import { type DescribedSetting, describedSettings, lengthPattern } from './described-settings.ts'

/** What may stand under a setting, as JSON Schema (draft 2020-12) says it. */
function valueSchema(row: SettingRow): object {
  switch (row.kind) {
    case 'length':
      return { type: 'string', pattern: lengthPattern }
    case 'hour':
      return { type: 'integer', minimum: 0, maximum: 23 }
    case 'switch':
      return { type: 'boolean' }
    case 'addresses':
    case 'names':
      return { type: 'array', maxItems: row.maxEntries, items: { type: 'string', maxLength: row.maxLength } }
    case 'text':
    case 'headers':
      return { type: 'string', maxLength: row.maxLength }
    case 'url':
      return { type: 'string', maxLength: row.maxLength, pattern: '^(https?://.+)?$' }
    case 'choice':
      return { type: 'string', enum: row.choices }
  }
}

/** JSON Schema of `settings.json`, the user's own file. */
export function settingsSchema(): object {
  const properties: Record<string, object> = {}
  for (const key of settingKeys) {
    const [first = '', second] = key.split('.')
    const schema = valueSchema(settingsTable[key])
    if (second === undefined) properties[first] = schema
    else {
      const group = (properties[first] as { properties?: object } | undefined)?.properties
      properties[first] = { type: 'object', additionalProperties: false, properties: { ...group, [second]: schema } }
    }
  }
  const dialect = 'https://json-schema.org/draft/2020-12/schema'
  return { $schema: dialect, title: 'Outbox Doctor settings', type: 'object', additionalProperties: false, properties }
}

/** For Jamf Pro: Application & Custom Settings, External Applications, Custom Schema. */
export function jamfSchema(): object {
  const property = ({ title, description, row, usual }: DescribedSetting, index: number) => ({
    title,
    ...(description !== '' && { description }),
    property_order: 10 * (index + 1),
    ...valueSchema(row),
    default: usual,
  })
  return {
    title: `Outbox Doctor (${preferenceDomain})`,
    description: 'What is set here is locked for whoever uses the Mac.',
    properties: Object.fromEntries(describedSettings.map((one, index) => [one.name, property(one, index)])),
  }
}
