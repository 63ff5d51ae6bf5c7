import { emlOutput } from './eml.ts'
import { maildirOutput } from './maildir.ts'
import { MboxOutput } from './mbox.ts'
import type { RescueFormat, RescueOutput } from './output.ts'

/** What a rescue can write. `splitBytes`: how large an mbox file may become. */
export const rescueOutputs: Readonly<Record<RescueFormat, (target: string, splitBytes?: number) => RescueOutput>> = {
  eml: emlOutput,
  mbox: (target, splitBytes) => new MboxOutput(target, splitBytes),
  maildir: maildirOutput,
}
