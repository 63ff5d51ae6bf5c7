import { build, type PlistValue } from 'plist'
import type { SettingRow } from '../src/core/settings.ts'
import { preferenceDomain } from '../src/storage/settings-places.ts'
import { type DescribedSetting, describedSettings, lengthPattern } from './described-settings.ts'
import { uuidOf } from './profile.ts'

type Subkey = { [key: string]: PlistValue }

/** For ProfileCreator and iMazing Profile Editor: a manifest that shows the settings as a form. */
export function profileManifest(): string {
  return `${build({
    pfm_app_url: 'https://github.com/OWNER/outbox-doctor',
    pfm_description: 'What is set here is locked for whoever uses the Mac.',
    pfm_domain: preferenceDomain,
    pfm_format_version: 1,
    pfm_platforms: ['macOS'],
    pfm_subkeys: [...ofPayload(), ...describedSettings.map(subkeyOf)],
    pfm_targets: ['system', 'user'],
    pfm_title: 'Outbox Doctor',
    pfm_unique: true,
    pfm_version: 1,
  })}\n`
}

/** What every payload says of itself. */
function ofPayload(): Subkey[] {
  const text = (name: string, title: string, usual: string, required = true): Subkey => ({
    pfm_name: name,
    pfm_title: title,
    pfm_type: 'string',
    pfm_default: usual,
    ...(required && { pfm_require: 'always' }),
  })
  return [
    text('PayloadDescription', 'Payload Description', 'Outbox Doctor settings', false),
    text('PayloadDisplayName', 'Payload Display Name', 'Outbox Doctor'),
    text('PayloadIdentifier', 'Payload Identifier', preferenceDomain),
    text('PayloadType', 'Payload Type', preferenceDomain),
    text('PayloadUUID', 'Payload UUID', uuidOf(`${preferenceDomain}.manifest`)),
    {
      pfm_name: 'PayloadVersion',
      pfm_title: 'Payload Version',
      pfm_type: 'integer',
      pfm_default: 1,
      pfm_require: 'always',
    },
    text('PayloadOrganization', 'Payload Organization', '', false),
  ]
}

function subkeyOf({ name, title, description, row, usual }: DescribedSetting): Subkey {
  return {
    pfm_name: name,
    pfm_title: title,
    ...(description !== '' && { pfm_description: description }),
    pfm_default: usual as PlistValue,
    ...kindOf(row),
  }
}

function kindOf(row: SettingRow): Subkey {
  switch (row.kind) {
    case 'length':
      return { pfm_type: 'string', pfm_format: lengthPattern }
    case 'hour':
      return { pfm_type: 'integer', pfm_range_min: 0, pfm_range_max: 23 }
    case 'switch':
      return { pfm_type: 'boolean' }
    case 'addresses':
    case 'names':
      return { pfm_type: 'array', pfm_subkeys: [{ pfm_type: 'string' }] }
    case 'text':
    case 'url':
      return { pfm_type: 'string' }
    case 'headers':
      return { pfm_type: 'string', pfm_sensitive: true }
    case 'choice':
      return { pfm_type: 'string', pfm_range_list: [...row.choices] }
  }
}
