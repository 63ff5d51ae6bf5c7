import { release } from 'node:os'
import { mailClients } from '../clients/index.ts'
import { answerTo, type Checked, notAMac, type Section, whyNot } from './section.ts'

/** What runs here. */
export async function versions({ world: { mac }, mac: isMac, version, signal }: Checked): Promise<Section> {
  const { product = 'unknown', build = 'unknown build' } = isMac ? await mac.version(signal) : {}
  const apps = mailClients.map((app) =>
    answerTo(async () => {
      const found = await mac.programs.app(app.bundle, signal)
      if (!found.seen) return `${app.name} ${whyNot(found)}.`
      return `${app.name} ${found.value.version ?? 'of an unknown version'} (${found.value.build ?? 'unknown build'}).`
    }),
  )
  return {
    id: 'versions',
    title: 'Versions',
    lines: [
      `Outbox Doctor ${version}, Node ${process.versions.node}, SQLite by better-sqlite3, ${process.arch}.`,
      isMac ? `macOS ${product} (${build}), kernel ${release()}.` : notAMac,
      ...(isMac ? await Promise.all(apps) : []),
    ],
  }
}
