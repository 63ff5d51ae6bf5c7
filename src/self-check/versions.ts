import { release } from 'node:os'
import { mailClients } from '../clients/index.ts'
import { answerOrReason, notAMacLine, type ReportSection, type SelfCheckInput, whyUnreadLine } from './section.ts'

/** What runs here. */
export async function versionsSection({
  world: { mac },
  mac: isMac,
  version,
  signal,
}: SelfCheckInput): Promise<ReportSection> {
  const { product = 'unknown', build = 'unknown build' } = isMac ? await mac.version(signal) : {}
  const apps = mailClients.map((app) =>
    answerOrReason(async () => {
      const found = await mac.programs.app(app.bundle, signal)
      if (!found.seen) return `${app.name} ${whyUnreadLine(found)}.`
      return `${app.name} ${found.value.version ?? 'of an unknown version'} (${found.value.build ?? 'unknown build'}).`
    }),
  )
  return {
    id: 'versions',
    title: 'Versions',
    lines: [
      `Outbox Doctor ${version}, Node ${process.versions.node}, SQLite by better-sqlite3, ${process.arch}.`,
      isMac ? `macOS ${product} (${build}), kernel ${release()}.` : notAMacLine,
      ...(isMac ? await Promise.all(apps) : []),
    ],
  }
}
