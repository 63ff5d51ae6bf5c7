// `npm run update-key -- FILE`: a new private key in FILE, for its owner alone, and its public key among those that the
// app accepts. To replace a key: make the next, publish a version that accepts both, sign with both until everybody has
// it, and then take the old one out of src/knowledge/publisher.json.
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { publicKeyText } from '../src/formats/dsse.ts'

const [file, list = resolve(import.meta.dirname, '../src/knowledge/publisher.json')] = process.argv.slice(2)
if (file === undefined) {
  console.error('npm run update-key -- FILE: where is the private key to be kept?')
  process.exitCode = 2
} else {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  // Never over another one.
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
  const { keys, ...rest } = JSON.parse(readFileSync(list, 'utf8'))
  writeFileSync(list, `${JSON.stringify({ ...rest, keys: [...keys, publicKeyText(pem)] }, null, 2)}\n`)
  console.log(`The private key is in ${file}. Keep it where nobody else gets it, and a copy where you find it again.`)
}
