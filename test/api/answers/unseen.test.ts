import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { waysToSeeIn } from '../../../src/api/answers/unseen.ts'
import { clientIds, knownClient } from '../../../src/clients/known-clients.ts'
import { foreignName } from '../../../src/core/sentence.ts'
import { hasten, visit } from './play.ts'

const permission = fc.constantFrom('granted', 'refused', 'not-asked', 'unknown' as const)
const why = foreignName('It is dark.')

describe('what can be done about an outbox that nobody can see', () => {
  test('nobody is left without a step, and no permission is asked for that helps nothing', () => {
    const apps = fc.uniqueArray(
      fc.record({
        client: fc.constantFrom(...clientIds, 'an-app-of-another-version'),
        mode: fc.constantFrom('legacy', 'new', 'unknown' as const),
        isHidden: fc.boolean(),
      }),
      { selector: ({ client }) => client },
    )
    fc.assert(
      fc.property(apps, permission, fc.dictionary(fc.constantFrom(...clientIds), permission), (some, files, asking) => {
        const clients = some.map(({ client, mode }) => ({ client, mode, name: `The app ${client}`, accounts: [] }))
        const unseen = some.map(({ client, isHidden }) => ({ client, why, outbox: isHidden }))
        const { allow, look } = waysToSeeIn({ clients, unseen }, { fullDiskAccess: files, automation: asking })
        const told = [...(allow?.apps ?? []), ...look.map(({ name }) => name)]
        const hidden = some.filter(({ isHidden }) => isHidden)
        expect(told.toSorted()).toEqual(hidden.map(({ client }) => `The app ${client}`).toSorted())
        if (allow?.permission === 'fullDiskAccess') expect(files).not.toBe('granted')
        const helpless = hidden.filter(({ client, mode }) => mode === 'new' || knownClient(client)?.can.readFreely)
        for (const { client } of helpless) expect(allow?.apps ?? []).not.toContain(`The app ${client}`)
      }),
    )
  })

  test('without permission: one that shows all, for the apps that are there; and the way by an address alone', async () => {
    const { panel, until } = visit()
    expect(await hasten(panel.ask.playScene({ name: 'nobody-may-look' }))).toMatchObject({ ok: true })
    const { unseen } = await until(({ headline }) => headline?.is === 'unseen')
    // Outlook is not installed on this Mac: nobody hears of it.
    expect([...new Set(unseen.map(({ client }) => client))]).toEqual(['apple-mail'])
    expect(await hasten(panel.ask.waysToSee())).toEqual({
      ok: true,
      value: { allow: { permission: 'fullDiskAccess', apps: ['Apple Mail'] }, look: [] },
    })
    const tested = await hasten(panel.ask.testWay({ email: 'anna@example.net' }))
    expect(tested).toMatchObject({ ok: true, value: { is: 'tested', host: 'mail.example.net', isClear: true } })
    expect(JSON.stringify(tested)).not.toContain('anna')
    expect(await hasten(panel.ask.testWay({ email: 'anna@nobody.example' }))).toEqual({
      ok: true,
      value: { is: 'not published' },
    })
    expect(await panel.ask.testWay({ email: 'anna@' })).toMatchObject({ ok: false, error: { kind: 'refused' } })
  })

  test('a session that is left lets nobody wait for a test of the way', async () => {
    const { panel, until } = visit()
    await hasten(panel.ask.playScene({ name: 'nobody-may-look' }))
    await until(({ headline }) => headline?.is === 'unseen')
    const tested = panel.ask.testWay({ email: 'anna@example.net' })
    await panel.ask.playScene({ name: 'new-outlook-shows-nothing' })
    expect(await tested).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
  })

  test('the new Outlook is opened, since no permission would help; an app that is not there is not', async () => {
    const { panel, until } = visit()
    await hasten(panel.ask.playScene({ name: 'new-outlook-shows-nothing' }))
    await until(({ headline }) => headline?.is === 'unseen')
    expect(await hasten(panel.ask.waysToSee())).toEqual({
      ok: true,
      value: { look: [{ client: 'outlook', name: 'Outlook' }] },
    })
    expect(await hasten(panel.ask.openClient({ client: 'outlook' }))).toEqual({ ok: true, value: {} })
    expect(await panel.ask.openClient({ client: 'an-app-of-another-version' })).toMatchObject({
      error: { kind: 'not-found' },
    })
  })
})
