import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { decodedText } from '../../src/rescue/message/code-pages.ts'
import { ownFolder } from '../history/folder.ts'
import { filled, sha256, summaryOf, treeOf } from './rescue-here.ts'

/** Charset, Windows' number of it, a text, and its bytes as the codecs of Python 3.11 wrote them. */
const written: readonly (readonly [charset: string, codePage: number, text: string, hex: string])[] = [
  ['windows-1250', 1250, 'Příliš žluťoučký kůň, zażółć', '50f8ed6c699a209e6c759d6f75e86bfd206bf9f22c207a61bff3b3e6'],
  ['windows-1251', 1251, 'Привет, мир — ёж', 'cff0e8e2e5f22c20ece8f0209720b8e6'],
  ['windows-1252', 1252, 'Grüße “déjà vu” 5 €', '4772fcdf65209364e96ae02076759420352080'],
  ['windows-1253', 1253, 'Καλημέρα κόσμε', 'cae1ebe7ecddf1e120eafcf3ece5'],
  ['windows-1254', 1254, 'Güneş ışığı, İstanbul', '47fc6e65fe20fdfefdf0fd2c20dd7374616e62756c'],
  ['windows-1255', 1255, 'שלום עולם', 'f9ece5ed20f2e5eced'],
  ['windows-1256', 1256, 'مرحبا بالعالم', 'e3d1cdc8c720c8c7e1dac7e1e3'],
  ['windows-1257', 1257, 'Ąžuolas, ēdiens', 'c0fe756f6c61732c20e76469656e73'],
  ['windows-1258', 1258, 'Đương â ê ô', 'd0fdf56e6720e220ea20f4'],
  ['iso-8859-1', 28591, 'Ça va très bien', 'c761207661207472e873206269656e'],
  ['iso-8859-2', 28592, 'Árvíztűrő tükörfúrógép', 'c17276ed7a74fb72f52074fc6bf67266fa72f367e970'],
  ['iso-8859-4', 28594, 'Ģimene, ķēniņš', 'ab696d656e652c20f3ba6e69f1b9'],
  ['iso-8859-5', 28595, 'Добрый день', 'b4ded1e0ebd920d4d5ddec'],
  ['iso-8859-6', 28596, 'السلام عليكم', 'c7e4d3e4c7e520d9e4eae3e5'],
  ['iso-8859-7', 28597, 'Ευχαριστώ πολύ', 'c5f5f7e1f1e9f3f4fe20f0efebfd'],
  ['iso-8859-8', 28598, 'תודה רבה', 'fae5e3e420f8e1e4'],
  ['iso-8859-9', 28599, 'Çalışkan öğrenci', 'c7616cfdfe6b616e20f6f072656e6369'],
  ['iso-8859-15', 28605, 'Œuvre à 10 €', 'bc7576726520e020313020a4'],
  ['koi8-r', 20866, 'Съешь ещё этих булок', 'f3dfc5dbd820c5dda320dcd4c9c820c2d5cccfcb'],
  ['koi8-u', 21866, 'Їжак і ґанок', 'b7d6c1cb20a620adc1cecfcb'],
  ['shift_jis', 932, '日本語のメール、テスト', '93fa967b8cea82cc8381815b838b8141836583588367'],
  ['iso-2022-jp', 50220, '会議のお知らせ', '1b244232713544244e242a434e2469243b1b2842'],
  ['euc-jp', 51932, '請求書を送ります', 'c0c1b5e1bdf1a4f2c1f7a4eaa4dea4b9'],
  ['gb2312', 936, '你好，世界', 'c4e3bac3a3accac0bde7'],
  ['gb18030', 54936, '繁體與简体 €', 'b7b1f377c563bcf2cce520a2e3'],
  ['big5', 950, '附件是發票', 'aafea5f3ac4fb56fb2bc'],
  ['euc-kr', 949, '안녕하세요', 'bec8b3e7c7cfbcbcbfe4'],
  ['windows-874', 874, 'สวัสดีครับ', 'cac7d1cab4d5a4c3d1ba'],
  ['macintosh', 10000, 'Über Ω ∞ fiancée', '8662657220bd20b0206669616e638e65'],
  ['x-mac-cyrillic', 10007, 'Счёт за март', '91f7def220e7e020ece0f0f2'],
  ['ibm437', 437, 'Größe ½ ░', '477294e16520ab20b0'],
  ['ibm850', 850, 'Ñandú ørsted', 'a5616e64a3209b7273746564'],
  ['ibm866', 866, 'Старое письмо', '91e2a0e0aea520afa8e1ecacae'],
  ['utf-8', 65001, 'Zürich → 東京', '5ac3bc7269636820e2869220e69db1e4baac'],
  ['utf-16le', 1200, 'wide Ω text', '77006900640065002000a90320007400650078007400'],
  ['utf-7', 65000, 'Hi Mom ☺ é', '4869204d6f6d202b4a6a6f202b414f6b2d'],
]

const bytesOf = (hex: string) => Buffer.from(hex, 'hex')

test.each(written)('%s, which Windows calls %i, is read as it was meant', (charset, codePage, text, hex) => {
  expect(decodedText(bytesOf(hex), codePage)).toBe(text)
  expect(decodedText(bytesOf(hex), charset)).toBe(text)
})

test('letters in any of these are saved byte for byte, and pages and tables show what they say', async () => {
  const letters = written.map(([charset, , , hex]) => {
    const code = bytesOf(hex).toString('base64')
    return [
      ...[`From: =?${charset}?B?${code}?= <a@example.org>`, `Subject: =?${charset}?B?${code}?=`],
      ...['MIME-Version: 1.0', `Content-Type: text/plain; charset="${charset}"`],
      ...['Content-Transfer-Encoding: base64', '', code, ''],
    ].join('\r\n')
  })
  const source = filled(
    ownFolder(),
    Object.fromEntries(letters.map((text, at) => [`Inbox/${String(at).padStart(2, '0')}.eml`, text])),
  )
  const target = ownFolder()
  const summary = await summaryOf([source], { target, formats: ['eml', 'html', 'csv'] })
  expect(summary).toMatchObject({ complete: true, written: written.length })
  const files = Object.entries(treeOf(target))
  const emls = files.flatMap(([path, hash]) => (path.startsWith('EML/') ? [hash] : []))
  expect(emls.sort()).toEqual(letters.map(sha256).sort())
  const table = files.map(([path]) => path).find((path) => path.endsWith('.csv') && path.startsWith('CSV/')) ?? ''
  const rows: Record<string, string>[] = parse(readFileSync(join(target, table)), { bom: true, columns: true })
  expect(rows.map(({ subject, text }) => ({ subject, text: text?.trim() }))).toEqual(
    written.map(([, , text]) => ({ subject: text, text })),
  )
  const pages = files
    .filter(([path]) => path.endsWith('.html'))
    .map(([path]) => readFileSync(join(target, path), 'utf8'))
  for (const [charset, , text] of written)
    expect(
      pages.filter((page) => page.split(text).length >= 3),
      charset,
    ).not.toEqual([])
})

test('no byte stops a letter, whatever its charset is called', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  for (const charset of ['x-nothing', 'utf-8', 'iso-2022-jp', 'gb18030', 'ibm437', 'utf-7', '']) {
    const head = `Subject: a\r\nContent-Type: text/plain; charset="${charset}"\r\nContent-Transfer-Encoding: base64\r\n\r\n`
    const source = filled(ownFolder(), { 'a.eml': `${head}${Buffer.from(bytes).toString('base64')}\r\n` })
    const summary = await summaryOf([source], { target: ownFolder(), formats: ['eml', 'html', 'csv'] })
    expect(summary, charset).toMatchObject({ complete: true, written: 1 })
  }
})
