import fc from 'fast-check'
import { parse } from 'plist'
import { describe, expect, test } from 'vitest'
import { settingsDiffer } from '../../src/causes/server/settings-differ.ts'
import type { Account } from '../../src/core/mail.ts'
import { render } from '../../src/core/render.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { harmless } from '../../src/core/text.ts'
import { publishedSettings } from '../../src/probes/server/published-settings.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { configurationProfile, profileProblems } from '../../src/remedies/lib/configuration-profile.ts'
import { applyPublishedSettingsByHand } from '../../src/remedies/server/apply-published-settings.ts'
import { account as anna, found, incoming, outgoing, ports } from '../causes/chart.ts'
import { type AppUnderTest, remedyContext } from './consulting.ts'

const better = { ...outgoing, port: 465, security: 'tls' } as const
const lines = [
  ports({ 587: 'refused', 465: 'open' }),
  found(encryption, {
    incoming: { host: incoming.host, port: 993, mode: 'tls', outcome: 'secured' },
  }),
  found(publishedSettings, { outgoing: [better], incoming: [incoming], source: 'autoconfig', tried: [] }),
]

function guided(account: Account = anna, app: AppUnderTest = 'apple-mail', more = lines) {
  return applyPublishedSettingsByHand.guide(remedyContext({ account, app, lines: more, present: [settingsDiffer] }))
}

type Profile = { PayloadContent: [Record<string, unknown>] } & Record<string, unknown>
const contentOf = (text: string) => parse(text) as unknown as Profile

describe('the profile for Mail', () => {
  test('holds what was seen to work, encrypted, and no password', () => {
    const { values, files = [] } = guided()
    expect(values.map(({ value }) => value)).toEqual(['smtp.example.org', '465', 'SSL/TLS'])
    const [file] = files
    expect(file?.name).toBe('mail-account.mobileconfig')
    expect(render(file?.words ?? foreignName(''))).toMatch(/no password.*adds a new account.*remove it.*POP/s)
    const { PayloadContent, ...outer } = contentOf(file?.contents ?? '')
    expect(outer).toMatchObject({ PayloadType: 'Configuration', PayloadVersion: 1 })
    expect(PayloadContent).toHaveLength(1)
    expect(PayloadContent[0]).toMatchObject({
      PayloadType: 'com.apple.mail.managed',
      EmailAccountType: 'EmailTypeIMAP',
      EmailAddress: 'anna@example.org',
      IncomingMailServerHostName: 'imap.example.org',
      IncomingMailServerPortNumber: 993,
      IncomingMailServerUseSSL: true,
      OutgoingMailServerHostName: 'smtp.example.org',
      OutgoingMailServerPortNumber: 465,
      OutgoingMailServerUseSSL: true,
      OutgoingMailServerAuthentication: 'EmailAuthPassword',
      OutgoingPasswordSameAsIncomingPassword: true,
    })
    expect(file?.contents).not.toMatch(/<key>(Incoming|Outgoing)Password</)
  })

  test('is the same again for the same account, and another for another', () => {
    const uuid = (account?: Account) => contentOf(guided(account).files?.[0]?.contents ?? '').PayloadUUID
    expect(uuid()).toBe(uuid())
    expect(uuid({ ...anna, email: 'bea@example.org' })).not.toBe(uuid())
  })

  test('is not offered where it could not work', () => {
    expect(guided(anna, 'new').files).toBeUndefined()
    expect(guided({ ...anna, incoming: { ...incoming, auth: 'oauth2' } }).files).toBeUndefined()
    expect(guided({ ...anna, incoming: { ...incoming, protocol: 'exchange' } }).files).toBeUndefined()
    expect(guided({ ...anna, outgoing: { ...outgoing, auth: 'oauth2' } }).files).toBeUndefined()
    const { incoming: _, ...alone } = anna
    expect(guided(alone).files).toBeUndefined()
  })

  test('a checker finds what is missing, of another type, or too much', () => {
    const good = configurationProfile({
      email: 'anna@example.org',
      incoming: { ...incoming, protocol: 'imap' },
      outgoing: { ...better, protocol: 'smtp' },
    })
    expect(profileProblems(good)).toEqual([])
    expect(
      profileProblems(good.replace(/<key>IncomingMailServerHostName<\/key>\s*<string>.*<\/string>/, '')),
    ).not.toEqual([])
    expect(profileProblems(good.replace('<integer>465</integer>', '<string>465</string>'))).not.toEqual([])
    expect(profileProblems(good.replace('<true/>', '<false/>'))).not.toEqual([])
    const secret = '<key>EmailAccountType</key>'
    expect(profileProblems(good.replace(secret, `<key>IncomingPassword</key><string>x</string>${secret}`))).not.toEqual(
      [],
    )
    expect(profileProblems('')).not.toEqual([])
    expect(profileProblems('<plist><dict>')).not.toEqual([])
  })

  test('hostile names never get out of their element', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '</string><key>IncomingPassword</key>',
        ']]>',
        '<!ENTITY a "b">',
        '&#0;',
        '\u202egro.elpmaxe',
        '\0',
        'x'.repeat(10_000),
      ),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, (email, username, host) => {
        const servers = {
          incoming: { ...incoming, username, protocol: 'imap' as const },
          outgoing: { ...better, username, protocol: 'smtp' as const },
        }
        const text = configurationProfile({ email, ...servers })
        expect(profileProblems(text)).toEqual([])
        const [content] = contentOf(text).PayloadContent
        expect([undefined, email]).toContain(content.EmailAddress)
        expect([undefined, username]).toContain(content.IncomingMailServerUsername)
        if (content.EmailAddress !== undefined) expect(harmless(email, 320)).toBe(email)
        try {
          configurationProfile({ email, ...servers, outgoing: { ...servers.outgoing, host } })
          expect(host).toMatch(/^[\p{L}\p{N}\p{M}._:[\]%-]+$/u)
        } catch (error) {
          expect(error).toHaveProperty('message', 'The server has no proper name.')
        }
      }),
    )
  })
})
