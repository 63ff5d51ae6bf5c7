import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MarkedFlags } from '../source.ts'
import type { ItemToWrite, MessageSink } from './output.ts'
import { type FileLayout, SingleFilesOutput } from './single-files.ts'

/** `Maildir/Inbox/cur/1775121300.1a2b….outbox-doctor:2,S`, as https://cr.yp.to/proto/maildir.html describes it. */
export function maildirOutput(target: string): SingleFilesOutput {
  const layout: FileLayout = {
    top: 'Maildir',
    partOf: (folder) => `Maildir/${folder}/tmp/.message.part`,
    place({ folder, at, flags }, sha256) {
      const seconds = Math.floor((at ?? 0) / 1_000)
      const stem = `${seconds}.${sha256.slice(0, 20)}.outbox-doctor`
      return { folder: `Maildir/${folder}/cur`, stem, ending: `:2,${lettersOf(flags ?? {})}` }
    },
  }
  return new (class extends SingleFilesOutput {
    override begin(item: ItemToWrite): MessageSink {
      this.addFolder(item.folder)
      return super.begin(item)
    }

    override addFolder(folder: string): void {
      // All three belong to a Maildir, even where one stays empty.
      for (const part of ['cur', 'new', 'tmp'])
        mkdirSync(join(target, 'Maildir', folder, part), { recursive: true, mode: 0o700 })
    }
  })(target, layout)
}

function lettersOf({ draft, flagged, answered, read, deleted }: MarkedFlags): string {
  return [draft && 'D', flagged && 'F', answered && 'R', read && 'S', deleted && 'T'].filter(Boolean).join('')
}
