import { describe, expect, test } from 'vitest'
import { providers } from '../../src/knowledge/providers.ts'
import { retiredBy, retirements } from '../../src/knowledge/retirements.ts'

describe('retirements', () => {
  test('each names providers that exist', () => {
    const ids = providers.map(({ id }) => id)
    expect(retirements.flatMap((row) => row.providers).filter((id) => !ids.includes(id))).toEqual([])
  })

  test('a day counts from its first moment, UTC', () => {
    expect(retiredBy('outlook-com', 'smtp', Date.UTC(2024, 8, 16) - 1)).toEqual([])
    expect(retiredBy('outlook-com', 'smtp', Date.UTC(2024, 8, 16))).toHaveLength(1)
  })

  test('the latest comes first, and other protocols and providers are left alone', () => {
    const [last, first] = retiredBy('microsoft365', 'exchange', Date.UTC(2027, 5, 1))
    expect([first?.extent, last?.extent]).toEqual(['unless-allowed', 'everybody'])
    expect(retiredBy('fastmail', 'smtp', Date.UTC(2030, 0, 1))).toEqual([])
  })
})
