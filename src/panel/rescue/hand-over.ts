import type { RequestOf } from '../../api/schema/table.ts'

/** In base64 it fits into one question with room to spare. */
const pieceBytes = 40 * 1024

/**
 * Hands files to the agent piece by piece, since a browser does not tell where they lie. Gives where the copies are;
 * a file that could not be handed over is missing, and `put` has told why. `onShare`: from 0 to 1.
 */
export async function handOver(
  files: readonly File[],
  put: (piece: RequestOf<'handToRescue'>) => Promise<{ path: string } | undefined>,
  onShare: (share: number) => void,
): Promise<string[]> {
  const all = files.reduce((sum, { size }) => sum + size, 0)
  const paths: string[] = []
  let done = 0
  for (const file of files) {
    let path: string | undefined
    for (let offset = 0; offset < file.size; offset += pieceBytes) {
      const piece = new Uint8Array(await file.slice(offset, offset + pieceBytes).arrayBuffer())
      const taken = await put({ name: file.name, offset, base64: btoa(String.fromCharCode(...piece)) })
      if (!taken) {
        path = undefined
        break
      }
      path = taken.path
      done += piece.length
      onShare(done / all)
    }
    if (path !== undefined) paths.push(path)
  }
  return paths
}
