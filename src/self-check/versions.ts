import { release } from 'node:os'
import { mailClients } from '../clients/index.ts'
import { say, verbatim } from '../core/sentence.ts'
import { answerOrReason, notAMacLine, type ReportSection, type SelfCheckInput, whyUnread } from './section.ts'

const unknownBuild = say('unknown build')

/** What runs here. */
export async function versionsSection({
  world: { mac },
  mac: isMac,
  version,
  signal,
}: SelfCheckInput): Promise<ReportSection> {
  const { product, build } = isMac ? await mac.version(signal) : {}
  const apps = mailClients.map((app) =>
    answerOrReason(async () => {
      const found = await mac.programs.app(app.bundle, signal)
      const name = verbatim(app.name)
      if (!found.seen) return say('{name} {why}.', { name, why: whyUnread(found) })
      return say('{name} {version} ({build}).', {
        name,
        version: found.value.version === undefined ? say('of an unknown version') : verbatim(found.value.version),
        build: found.value.build === undefined ? unknownBuild : verbatim(found.value.build),
      })
    }),
  )
  return {
    id: 'versions',
    title: say('Versions'),
    lines: [
      say('Outbox Doctor {version}, Node {node}, SQLite by better-sqlite3, {arch}.', {
        version: verbatim(version),
        node: verbatim(process.versions.node),
        arch: verbatim(process.arch),
      }),
      isMac
        ? say('macOS {version} ({build}), kernel {kernel}.', {
            version: product === undefined ? say('unknown') : verbatim(product),
            build: build === undefined ? unknownBuild : verbatim(build),
            kernel: verbatim(release()),
          })
        : notAMacLine,
      ...(isMac ? await Promise.all(apps) : []),
    ],
  }
}
