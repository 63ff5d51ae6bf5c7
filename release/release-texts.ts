import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notesOf } from './update-file.ts'

/** What is published of a version must be of that version, with a word on what is new, and told to those who have it. */
export function faultsOf(facts: {
  tag: string
  version: string
  changelog: string
  publisher: { release: string | null; keys: readonly string[] }
  /** Files that are published with it, whether they are there. */
  texts: Readonly<Record<string, boolean>>
}): readonly string[] {
  const { tag, version, changelog, publisher, texts } = facts
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version}`))
  return [
    ...(tag === `v${version}` ? [] : [`The tag ${tag} is not v${version}, the version in package.json.`]),
    ...(heading === undefined ? [`CHANGELOG.md says nothing of version ${version}.`] : []),
    ...(heading?.includes('unreleased') ? [`CHANGELOG.md calls version ${version} unreleased.`] : []),
    ...(publisher.release === null || publisher.keys.length === 0
      ? ['src/knowledge/publisher.json names nobody, so that no copy would ever hear of a newer version.']
      : []),
    ...Object.entries(texts).flatMap(([name, isThere]) => (isThere ? [] : [`${name} is missing.`])),
  ]
}

/** As `sha256sum` writes and reads it. */
export function sumsText(folder: string, names: readonly string[]): string {
  const sumOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return [...names]
    .sort()
    .map((name) => `${sumOf(name)}  ${name}\n`)
    .join('')
}

/** What stands on the page of a version. `asars`: the sums of the archives in the packages, a line each. */
export function releaseNotes(facts: {
  version: string
  changelog: string
  asars: readonly string[]
  repository: string
}): string {
  const { version, changelog, asars, repository } = facts
  return `${notesOf(version, changelog)
    .map((note) => `- ${note}`)
    .join('\n')}

## To prove what you have

\`sha256sum --check SHA256SUMS\` proves the packages, and \`gh attestation verify FILE --repo ${repository}\` that they were
built from this commit. Whoever builds it again gets the same \`Contents/Resources/app.asar\`:

\`\`\`
${asars.join('\n')}
\`\`\`
`
}
