import { type FolderFileLayout, FolderFiles } from './folder-files.ts'
import type { OutputFiles, WrittenFile } from './output.ts'

/** What all formats have in common that have a file for each folder. */
export abstract class FolderFilesOutput implements OutputFiles {
  protected readonly files: FolderFiles

  constructor(target: string, layout: FolderFileLayout) {
    this.files = new FolderFiles(target, layout)
  }

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
