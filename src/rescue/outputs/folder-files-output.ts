import { type FolderFileLayout, FolderFiles } from './folder-files.ts'
import type { ItemToWrite, MessageSink, RescueOutput, WrittenFile } from './output.ts'

/** What all formats have in common that have a file for each folder. */
export abstract class FolderFilesOutput implements RescueOutput {
  protected readonly files: FolderFiles

  constructor(target: string, layout: FolderFileLayout) {
    this.files = new FolderFiles(target, layout)
  }

  abstract begin(item: ItemToWrite): MessageSink

  stillThere(written: WrittenFile): boolean {
    return this.files.goOnFrom(written.file, written.end)
  }

  settle(): void {
    this.files.settle()
  }

  finish(): void {
    this.files.finish()
  }

  close(): void {
    this.files.close()
  }
}
