import { withTexts } from '../core/sentence.ts'
import { withoutAddresses } from '../core/text.ts'
import { openPoints } from './open-points.ts'
import { ownFaultsSection } from './own-faults.ts'
import { clientsSection, databaseSection, settingsSection } from './own-things.ts'
import { permissionsSection } from './permissions.ts'
import type { ReportSection, SelfCheckInput } from './section.ts'
import { storesSection } from './stores.ts'
import { versionsSection } from './versions.ts'

const sections: readonly ((checked: SelfCheckInput) => ReportSection | Promise<ReportSection>)[] = [
  versionsSection,
  permissionsSection,
  clientsSection,
  storesSection,
  settingsSection,
  databaseSection,
  ownFaultsSection,
]

/** The report on one world and on ourselves. It may be sent to strangers: addresses are taken out of every line. */
export async function reportOn(checked: SelfCheckInput): Promise<readonly ReportSection[]> {
  const report: ReportSection[] = []
  // One after another: each asks the Mac, and some measure how long that takes.
  for (const section of checked.openPoints ? [...sections, openPoints] : sections)
    report.push(redacted(await section(checked)))
  return report
}

function redacted({ lines, ...section }: ReportSection): ReportSection {
  return { ...section, lines: lines.map((line) => withTexts(line, (text) => withoutAddresses(text, 600))) }
}
