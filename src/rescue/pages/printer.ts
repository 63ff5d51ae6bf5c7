/** Makes a PDF of a page. */
export interface PagePrinter {
  /** `html`: a page that needs nothing else. No script of it runs, and nothing is fetched. Rejects where it fails. */
  print(html: string): Promise<Uint8Array>
}
