import { describe, expect, test } from 'vitest'
import { abilitiesOf } from '../../src/clients/app-abilities.ts'

describe('what is known of a mail app', () => {
  test('goes by its version, in the order of its numbers', () => {
    expect(abilitiesOf('apple-mail', '9.3').tls).toEqual({ max: 'TLSv1' })
    expect(abilitiesOf('apple-mail', '9.10.1').tls).toEqual({ max: 'TLSv1' })
    expect(abilitiesOf('apple-mail', '10').tls).toEqual({})
    expect(abilitiesOf('apple-mail', '16.0').tls).toEqual({})
  })

  test('is nothing where versions differ and the version is not known, or the app is not', () => {
    expect(abilitiesOf('apple-mail', undefined)).toEqual({})
    expect(abilitiesOf('pigeon', '1')).toEqual({})
  })

  test('of Thunderbird is that it takes no TLS of before 2008 any more', () => {
    expect(abilitiesOf('thunderbird', '140.5.0').tls).toEqual({ min: 'TLSv1.2', max: 'TLSv1.3' })
    expect(abilitiesOf('thunderbird', '68.12').tls).toEqual({})
  })

  test('leaves open what nobody has published', () => {
    const { signIn, insecure, tls } = abilitiesOf('outlook', '16.103.2')
    expect(signIn?.cannot).toEqual([])
    expect(insecure).toBe('unknown')
    expect(tls).toEqual({})
  })
})
