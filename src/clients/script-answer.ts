/** A record of a script's answer: its kind and its fields; a field that could not be read is missing. */
export interface ScriptRecord {
  kind: string
  fields: ReadonlyMap<string, readonly string[]>
}

/**
 * The records of an answer in the form of native/scripts/README.md, without its first and last; `undefined` where it
 * is garbage, cut off, of another script or of a form not known.
 */
export function scriptRecords(text: string, script: string): readonly ScriptRecord[] | undefined {
  const records = text.trimEnd().split('\x1e').map(recordOf)
  const first = records[0]
  const whole = first?.kind === 'outbox-doctor' && records.at(-1)?.kind === 'end'
  if (!whole || first.fields.get('script')?.[0] !== script || first.fields.get('format')?.[0] !== '1') return undefined
  return records.slice(1, -1)
}

/** The first value of a field. */
export function fieldOf(record: ScriptRecord, name: string): string | undefined {
  return record.fields.get(name)?.[0]
}

function recordOf(text: string): ScriptRecord {
  const [kind = '', ...parts] = text.split('\x1f')
  const fields = new Map<string, string[]>()
  for (const part of parts) {
    const cut = part.indexOf('=')
    if (cut > 0) fields.set(part.slice(0, cut), [...(fields.get(part.slice(0, cut)) ?? []), part.slice(cut + 1)])
  }
  return { kind: kind.trim(), fields }
}
