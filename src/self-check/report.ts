import { withoutAddresses } from '../core/text.ts'
import { openPoints } from './open-points.ts'
import { clients, database, settings } from './own-things.ts'
import { permissions } from './permissions.ts'
import type { Checked, Section } from './section.ts'
import { stores } from './stores.ts'
import { versions } from './versions.ts'

const sections: readonly ((checked: Checked) => Section | Promise<Section>)[] = [
  versions,
  permissions,
  clients,
  stores,
  settings,
  database,
  openPoints,
]

/** The report on one world and on ourselves. It may be sent to strangers: addresses are taken out of every line. */
export async function reportOn(checked: Checked): Promise<readonly Section[]> {
  const report: Section[] = []
  // One after another: each asks the Mac, and some measure how long that takes.
  for (const section of sections) report.push(redacted(await section(checked)))
  return report
}

function redacted({ lines, ...section }: Section): Section {
  return { ...section, lines: lines.map((line) => withoutAddresses(line, 600)) }
}
