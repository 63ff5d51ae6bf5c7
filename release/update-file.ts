import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Publisher, Release, ReleaseFile } from '../src/core/release.ts'
import type { Instant, Millis } from '../src/core/time.ts'
import { openEnvelope, sealEnvelope } from '../src/formats/dsse.ts'
import { releaseText, releaseType } from '../src/updates/release-text.ts'

/** What people download and what a Mac updates from. */
const artefact = /\.(dmg|zip)$/
/** Of a first release everything is new; whoever wants it all reads the changelog. */
const mostNotes = 20
/** Long enough for a holiday, short enough that nobody can hold news back for a year. */
const valid: Millis = 90 * 86_400_000

/** The packages in a folder, by their names, with their sums. */
export function artefactsIn(folder: string): readonly ReleaseFile[] {
  const names = readdirSync(folder).filter((name) => artefact.test(name))
  return names.sort().map((name) => ({
    name,
    bytes: statSync(join(folder, name)).size,
    sha256: createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  }))
}

/** What the changelog says of a version, a sentence each. Throws where it says nothing. */
export function notesOf(version: string, changelog: string): readonly string[] {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((one) => one.split(/\s/, 1)[0] === version)
  const notes = section?.split('\n').flatMap((line) => /^- (.+)/.exec(line)?.[1] ?? []) ?? []
  if (notes.length === 0) throw new Error(`CHANGELOG.md says nothing of version ${version}.`)
  return notes
}

export interface ReleaseFacts {
  version: string
  changelog: string
  files: readonly ReleaseFile[]
  now: Instant
}

export function releaseOf({ version, changelog, files, now }: ReleaseFacts): Release {
  if (files.length === 0) throw new Error('There is no package to be published.')
  const notes = notesOf(version, changelog).slice(0, mostNotes)
  // Seconds: whoever signs later has the greater number, also on another computer.
  return { version, sequence: Math.floor(now / 1_000), released: now, expires: now + valid, notes, files }
}

/** Private keys from one text, PEM after PEM. */
export function keysIn(text: string): readonly string[] {
  return text.match(/-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/g) ?? []
}

/**
 * The signed file as it is put on the server. Throws unless a copy with these public keys would believe it: whoever
 * signs with a forgotten key would keep all of them without news.
 */
export function signedUpdate(
  release: Release,
  privateKeys: readonly string[],
  publisher: Pick<Publisher, 'keys'>,
): string {
  if (privateKeys.length === 0) throw new Error('There is no private key (PEM, PKCS #8) to sign with.')
  const envelope = JSON.stringify(sealEnvelope(Buffer.from(releaseText(release)), releaseType, privateKeys), null, 1)
  if (openEnvelope(envelope, releaseType, publisher.keys).is !== 'signed')
    throw new Error('The key that signs is none of those that the app accepts (src/knowledge/publisher.json).')
  return `${envelope}\n`
}
