import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectorUrl, headersIn, isCollectorAddress, mayCarrySecret } from '../../src/core/collector-address.ts'

test.each([
  ['https://collector.example.org:4318', 'https://collector.example.org:4318/v1/metrics'],
  ['https://collector.example.org/otlp/', 'https://collector.example.org/otlp/v1/metrics'],
  ['http://[::1]:8428/opentelemetry', 'http://[::1]:8428/opentelemetry/v1/metrics'],
])('%s is added to', (address, url) => {
  expect(isCollectorAddress(address)).toBe(true)
  expect(collectorUrl(address, 'v1/metrics')).toBe(url)
})

test.each([
  '',
  'collector',
  '//example.org',
  'ftp://example.org',
  'file:///etc',
  'https://u:p@example.org',
  'https://example.org/#a',
])('“%s” is no address', (address) => expect(isCollectorAddress(address)).toBe(false))

test.each([
  ['https://example.org', true],
  ['http://localhost:4318', true],
  ['http://127.0.0.1:4318', true],
  ['http://[::1]:4318', true],
  ['http://example.org', false],
  ['http://127.0.0.1.example.org', false],
  ['http://192.168.1.4:4318', false],
])('to %s, a secret may go: %s', (address, may) => expect(mayCarrySecret(address)).toBe(may))

test.each([
  ['', {}],
  ['Authorization=Bearer%20a', { authorization: 'Bearer a' }],
  ['a=b=c, x-scope-orgid=7', { a: 'b=c', 'x-scope-orgid': '7' }],
])('headers “%s”', (text, headers) => expect(headersIn(text)).toEqual(headers))

test.each([
  'a',
  '=b',
  'a=',
  'a=b,',
  'a b=c',
  'a=%',
  'a=%0a',
  'a=ü',
  'Content-Type=text/plain',
  'HOST=a',
  'a=b,transfer-encoding=c',
])('“%s” are no headers', (text) => expect(headersIn(text)).toBeUndefined())

test('whatever is written there, no line of a request ends early', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `a=${encodeURIComponent(text)}`),
      ),
      (text) => {
        for (const [name, value] of Object.entries(headersIn(text) ?? {}))
          expect(`${name}${value}`).toMatch(/^[\x20-\x7e]*$/)
      },
    ),
  )
})
