import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeLine, repairEncoding } from '../../src/core/garbled.ts'
import type { Reply } from '../../src/core/reply.ts'
import { meaningOf } from '../../src/knowledge/replies.ts'
import { LineReader } from '../../src/world/real/net/line-reader.ts'
import { worldReplies } from './world-replies.ts'

const beyondAscii = /[^\p{ASCII}]/u
const inLatin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
const inWindows = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'))
const means = (text: string, code: string, stage: Reply['stage']) =>
  meaningOf({ protocol: 'smtp', stage, code, text }, { providers: [] })?.means ?? null

const foreign = worldReplies.filter(({ text }) => beyondAscii.test(text))

describe('words in the wrong encoding', () => {
  test('there are some in the world', () => {
    expect(foreign.length).toBeGreaterThan(15)
  })

  test.each(foreign)('$text means the same, read as Latin-1 or windows-1252', ({ text, phase, means: right }) => {
    const [, code = '', words = ''] = /^(\d{3}) (?:\d\.\d\.\d )?(.*)$/.exec(text) ?? []
    expect(means(inLatin1(words), code, phase)).toBe(right)
    expect(means(inWindows(words), code, phase)).toBe(right)
  })

  // Seen so at github.com/DesertsP/Valine-Admin issue 16.
  const qq = 'Error: ÇëÊ¹ÓÃÊÚÈ¨ÂëµÇÂ¼¡£ÏêÇéÇë¿´: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256'
  // Seen so at github.com/huangxuan518/HXPackRobot issue 15, and at pandolia/qqbot issue 221 in bytes.
  const lost = 'Error: ??ʹ????Ȩ???¼???????뿴: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256'

  test('GBK of QQ Mail is read, from the wire and as people paste it', () => {
    expect(repairEncoding(qq)).toContain('请使用授权码登录')
    expect(decodeLine(Buffer.from(qq, 'latin1'))).toContain('请使用授权码登录')
    expect(means(qq, '535', 'auth')).toBe('app-password-needed')
  })

  test('a line reader reads it so', async () => {
    const stream = new PassThrough()
    const reader = new LineReader(stream)
    stream.write(Buffer.from(`535 ${qq}\r\n`, 'latin1'))
    const { line } = (await reader.next(new AbortController().signal)) as { line: string }
    expect(line).toContain('535 Error: 请使用授权码登录')
  })

  test('where the words are lost, the page that a reply leads to still says it', () => {
    expect(means(lost, '535', 'auth')).toBe('app-password-needed')
  })

  test('a question mark for every byte accuses nobody but by the number', () => {
    for (const { text, phase, means: right } of foreign) {
      const [, code = '', words = ''] = /^(\d{3}) (?:\d\.\d\.\d )?(.*)$/.exec(text) ?? []
      const asked = Buffer.from(words, 'utf8')
        .toString('latin1')
        .replaceAll(/[\u0080-\u00ff]/g, '?')
      expect([right, means('', code, phase), null], asked).toContain(means(asked, code, phase))
    }
  })

  test.each([
    'Échec de l’authentification',
    'Ungültige Größe für äöüß',
    'contraseña inválida, não é válido',
    'Íåâåðíûé ïàðîëü èëè ëîãèí ïîëüçîâàòåëÿ',
    'パスワードが違います',
    'Неверный пароль',
  ])('%s stays as it is', (text) => {
    expect(repairEncoding(text)).toBe(text)
  })

  test('a cut within a letter costs that letter only', () => {
    const cut = Buffer.from('550 该用户不存在', 'utf8').subarray(0, -1)
    expect(decodeLine(cut)).toBe('550 该用户不存')
    expect(repairEncoding(cut.toString('latin1'))).toBe('550 该用户不存')
    expect(repairEncoding('refusé')).toBe('refusé')
    expect(decodeLine(Buffer.from('refusé', 'latin1'))).toBe('refusé')
  })

  test('whatever UTF-8 was read as Latin-1 comes back, and what is right stays right', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        if (beyondAscii.test(text)) expect(repairEncoding(inLatin1(text))).toBe(text)
        expect(decodeLine(Buffer.from(text, 'utf8'))).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeLine(Buffer.from(bytes)) === 'string'),
    )
  })
})
