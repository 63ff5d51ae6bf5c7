import type { Signature } from '../../../../core/mac-powers.ts'
import { say } from '../../../../core/sentence.ts'
import { harmless } from '../../../../core/text.ts'
import { linesOf } from './lines.ts'

// Words of codesign for a bundle that is not as its maker signed it; other failures are failures of asking.
const broken = /sealed resource|code object is not signed|signature|modified|unsealed contents|code failed|invalid/i

/** `codesign --verify --deep --strict APP`: 0 is intact, 1 is not, 2 is a mistake in the question, 3 a requirement. */
export function parseSignature({ code, stderr }: { code: number; stderr: string }): Signature {
  if (code === 0) return { is: 'intact' }
  const lines = linesOf(stderr).filter((line) => line.trim())
  const faults = lines.filter((line) => broken.test(line))
  const [fault] = faults
  if ((code !== 1 && code !== 3) || fault === undefined) {
    return { is: 'unknown', why: say('The signature of the mail app could not be checked.') }
  }
  return isOnlyOle(lines) ? { is: 'intact' } : { is: 'broken', line: harmless(wordsOf(fault)) }
}

/** A lone remark about Outlook's OLE.framework is there on healthy Macs too. */
function isOnlyOle(lines: readonly string[]): boolean {
  const parts = lines.filter((line) => /^In subcomponent:|\.framework\b/.test(line))
  return parts.length > 0 && parts.every((line) => line.includes('/OLE.framework'))
}

/** Without the path before the words, which may have the user's name in it. */
function wordsOf(line: string): string {
  return line.replace(/^\/.*?: /, '')
}
