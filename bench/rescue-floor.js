/**
 * The least that turning an OLM into files can take: reading the archive, a pass over its XML, and writing as many bytes
 * into as many files; `rescue-floor.js ARCHIVE TARGET SIZE,SIZE…`
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { openPromise } from 'yauzl'

const [archive, target, list] = process.argv.slice(2)
const sizes = JSON.parse(readFileSync(list, 'utf8'))
const began = performance.now()
mkdirSync(target)
const zip = await openPromise(archive)
for await (const entry of zip.eachEntry()) {
  const isXml = entry.fileName.endsWith('.xml')
  const parser = new SaxesParser()
  let letters = 0
  parser.on('text', (text) => {
    letters = Math.max(letters, text.length)
  })
  for await (const chunk of await zip.openReadStreamPromise(entry)) if (isXml) parser.write(chunk.toString('utf8'))
  if (isXml) parser.close()
}
zip.close()
const most = Buffer.alloc(Math.max(...sizes), 'a')
for (const [at, size] of sizes.entries()) writeFileSync(join(target, String(at)), most.subarray(0, size))
process.stdout.write(JSON.stringify({ all: performance.now() - began }))
