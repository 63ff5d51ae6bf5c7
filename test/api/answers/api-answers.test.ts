import { describe, expect, test, vi } from 'vitest'
import { render } from '../../../src/core/render.ts'
import { rendered } from '../../../src/core/rendered.ts'
import type { Sentence } from '../../../src/core/sentence.ts'
import { hasten, visit } from './play.ts'

/** What came, or the reason in the failure. */
function good<T>(answer: { ok: true; value: T } | { ok: false; error: { sentence: Sentence } }): T {
  if (!answer.ok) throw new Error(render(answer.error.sentence))
  return answer.value
}

describe('before anything is watched', () => {
  test('there is an answer to everything, and a choice of scenes', async () => {
    const { panel } = visit()
    expect(await panel.ask.state()).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
    expect(await panel.ask.offers({ account: 'a' })).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
    expect(good(await panel.ask.about())).toMatchObject({ real: false, plays: true })
    expect(good(await panel.ask.scenes()).scenes.length).toBeGreaterThan(50)
    expect(await panel.ask.playScene({ name: '../../etc/passwd' })).toMatchObject({ error: { kind: 'not-found' } })
    expect(good(await panel.ask.settings()).settings.retention).toBeGreaterThan(0)
    expect(await panel.ask.removeEverything({ sure: true })).toMatchObject({ ok: false })
  })
})

describe('a stuck message', () => {
  test('is understood, treated and remembered', async () => {
    const { panel, until, examination, treatings } = visit()
    good(await panel.ask.playScene({ name: 'mail-switched-offline' }))
    const stuck = await until(({ status, diagnosis }) => status === 'stuck' && diagnosis !== undefined)
    const account = stuck.diagnosis?.account ?? ''
    expect(stuck.diagnosis?.causes[0]?.title).toBeTruthy()
    expect(examination()?.steps.length).toBeGreaterThan(5)
    expect(good(await panel.ask.examination({ account })).examination?.account).toBe(account)

    const offers = good(await panel.ask.offers({ account }))
    const act = offers.find(({ kind, blocked }) => kind === 'act' && blocked === undefined)
    expect(act?.promise?.length).toBeGreaterThan(0)
    const treated = good(await hasten(panel.ask.treat({ account, remedy: act?.remedy ?? '' })))
    expect(treated).toMatchObject({ is: 'treated', treatment: { remedy: act?.remedy, outcome: 'cured' } })
    expect(treatings.at(-1)).toMatchObject({ phase: 'ended', treated: { is: 'treated' } })
    expect(new Set(treatings.map(({ phase }) => phase))).toContain('checking')

    await until(({ episodes }) => episodes.length === 0)
    const { clock } = good(await panel.ask.about())
    const now = clock?.now ?? 0
    const [incident] = good(await panel.ask.incidents({ from: 0, to: now + 1 }))
    expect(incident).toMatchObject({ end: 'sent', messages: 1, cause: { id: expect.any(String) } })
    const whole = good(await panel.ask.incident({ id: incident?.id ?? '' }))
    expect(whole.treatments).toMatchObject([{ remedy: act?.remedy }])
    expect(whole.turns.map(({ what }) => what)).toContain('closed')
    const day = { from: now - 86_400_000, to: now, width: 400, zone: 'Europe/Berlin' }
    const { rows, marks } = good(await panel.ask.timeline(day))
    expect(rows.find(({ layer }) => layer === 'outbox')?.bands.map(({ is }) => is)).toContain('bad')
    expect(marks.map(({ what }) => what)).toEqual(expect.arrayContaining(['episode', 'treatment']))
    expect(marks.find(({ what }) => what === 'treatment')?.line).toEqual(act?.label)
    expect(good(await panel.ask.strip({ by: 'hour', count: 24, until: now, zone: 'UTC' })).at(-1)?.is).toBe('bad')
  }, 90_000)

  test('is checked after a person has followed a guide, unless he stops it', async () => {
    const { panel, until, treatings } = visit()
    good(await panel.ask.playScene({ name: 'hotel-wifi-blocks-587' }))
    const { diagnosis } = await until(({ diagnosis }) => diagnosis?.status === 'stuck')
    const account = diagnosis?.account ?? ''
    const guide = good(await panel.ask.offers({ account })).find(({ kind }) => kind === 'guide')
    const treated = panel.ask.treat({ account, remedy: guide?.remedy ?? '' })
    await vi.waitFor(() => expect(treatings.at(-1)).toMatchObject({ phase: 'settling', cancellable: true }), {
      interval: 5,
    })
    await panel.ask.cancelTreatment()
    expect(rendered(good(await treated))).toMatchObject({
      treatment: { outcome: 'no effect', words: expect.stringContaining('you stopped'), undo: { can: false } },
    })
  }, 90_000)

  test('makes room for another one while it only waits', async () => {
    const { panel, until, treatings } = visit()
    good(await panel.ask.playScene({ name: 'hotel-wifi-blocks-587' }))
    const { diagnosis } = await until(({ diagnosis }) => diagnosis?.status === 'stuck')
    const account = diagnosis?.account ?? ''
    const waiting = panel.ask.treat({ account, remedy: 'try-another-network' })
    await vi.waitFor(() => expect(treatings.at(-1)).toMatchObject({ phase: 'acting' }), { interval: 5 })
    const guide = good(await panel.ask.offers({ account })).find(({ kind }) => kind === 'guide')
    const other = panel.ask.treat({ account, remedy: guide?.remedy ?? '' })
    expect(good(await waiting)).toMatchObject({ is: 'treated', treatment: { words: 'You stopped it.' } })
    expect(good(await other)).toMatchObject({ is: 'treated' })
  }, 90_000)

  // Whoever follows these steps changes what the mail app has stored, or the clock of the Mac under a running watch.
  test.each([
    ['typing-error-in-server-name', 'correct-server-name'],
    ['space-behind-server-name', 'correct-server-name'],
    ['clock-a-year-ahead', 'set-clock'],
    ['choir-of-two-hundred', 'split-recipients-guide'],
  ])(
    '%s is known to be mended by %s',
    async (name, remedy) => {
      const { panel, until } = visit()
      good(await panel.ask.playScene({ name }))
      const { diagnosis } = await until(({ diagnosis }) => diagnosis?.causes[0] !== undefined)
      const treated = good(await hasten(panel.ask.treat({ account: diagnosis?.account ?? '', remedy })))
      expect(treated).toMatchObject({ is: 'treated', treatment: { outcome: 'cured' } })
      await until(({ status, episodes }) => status === 'clear' && episodes.length === 0)
    },
    90_000,
  )

  test('of one scene is forgotten in the next', async () => {
    const { panel, until, state } = visit()
    good(await panel.ask.playScene({ name: 'mail-switched-offline' }))
    await until(({ waiting }) => waiting.length > 0)
    const [one, other] = await Promise.all([
      panel.ask.playScene({ name: 'healthy-gmail' }),
      panel.ask.playScene({ name: 'healthy-icloud' }),
    ])
    expect([one.ok, other.ok]).toEqual([true, true])
    expect(good(await panel.ask.about()).scene?.name).toBe('healthy-icloud')
    expect(state()?.waiting).toEqual([])
    expect(good(await panel.ask.incidents({ from: 0, to: 9e15 }))).toEqual([])
    expect(good(await panel.ask.treatments())).toEqual([])
  }, 60_000)
})

describe('accounts', () => {
  test('show servers, and in full no address but the account’s own', async () => {
    const { panel, until } = visit()
    good(await panel.ask.playScene({ name: 'hotel-wifi-blocks-587' }))
    await until(({ diagnosis }) => diagnosis?.status === 'stuck')
    const accounts = good(await panel.ask.accounts())
    expect(accounts[0]).toMatchObject({ outgoing: { protocol: 'smtp', port: 587 }, examined: { status: 'stuck' } })
    expect(accounts.map(({ address }) => address)).toEqual(['anna@example.net'])
    expect(JSON.stringify(accounts.map(({ address: _, ...rest }) => rest))).not.toMatch(/[a-z0-9]@/i)
    const account = accounts[0]?.id ?? ''
    const offers = good(await panel.ask.offers({ account }))
    for (const { remedy, kind } of offers) {
      if (kind === 'guide') expect(good(await panel.ask.guide({ account, remedy })).steps.length).toBeGreaterThan(0)
      if (kind === 'note') expect(good(await panel.ask.notes({ account, remedy })).length).toBeGreaterThan(0)
    }
    expect(await panel.ask.guide({ account, remedy: 'no-such' })).toMatchObject({ error: { kind: 'not-found' } })
  }, 60_000)
})

describe('a password', () => {
  test('is tried at once, never told, and forgotten as often as asked', async () => {
    const { panel, until } = visit()
    good(await panel.ask.playScene({ name: 'a-password-nobody-gave' }))
    await until(({ diagnosis }) => diagnosis?.causes.length === 0)
    const [first] = good(await panel.ask.accounts())
    const account = first?.id ?? ''
    expect(first?.password).toBe(false)
    expect(await panel.ask.keepPassword({ account: 'no-such', password: 'x' })).toMatchObject({
      error: { kind: 'not-found' },
    })
    expect(await panel.ask.keepPassword({ account, password: '' })).toMatchObject({ error: { kind: 'wrong-request' } })
    good(await panel.ask.keepPassword({ account, password: 'canary-sesame' }))
    const state = await until(({ diagnosis }) => diagnosis?.causes[0] !== undefined)
    const [known] = good(await panel.ask.accounts())
    expect(known).toMatchObject({ password: true, signIn: { tone: 'bad' } })
    expect(known?.signIn?.short && render(known.signIn.short)).toBe('Password refused (535)')
    // A later check does not say it again; what is told is the moment when it was refused.
    good(await panel.ask.examineNow({ account }))
    const examinedAt = async () => good(await panel.ask.accounts())[0]?.examined?.at ?? 0
    await expect.poll(examinedAt, { timeout: 30_000 }).toBeGreaterThan(known?.examined?.at ?? 0)
    const [later] = good(await panel.ask.accounts())
    expect(later?.signIn).toMatchObject({ short: known?.signIn?.short })
    expect(later?.signIn?.at).toBeLessThanOrEqual(known?.signIn?.at ?? 0)
    expect(JSON.stringify([state, known, good(await panel.ask.examination({ account }))])).not.toContain('canary')
    for (let again = 0; again < 2; again++) good(await panel.ask.forgetPassword({ account }))
    expect(good(await panel.ask.accounts())[0]?.password).toBe(false)
  }, 60_000)
})

describe('a password for this once', () => {
  test('asks the server what it has against the message, and is kept only where that was asked', async () => {
    const { panel, until, treatings } = visit()
    good(await panel.ask.playScene({ name: 'nobody-gave-a-password-to-ask-with' }))
    const stuck = await until(({ status, diagnosis }) => status === 'stuck' && diagnosis?.causes.length === 0)
    const account = stuck.diagnosis?.account ?? ''
    const [offer] = good(await panel.ask.offers({ account }))
    expect(offer).toMatchObject({ remedy: 'ask-server', kind: 'act', touches: 'nothing', wantsPassword: true })
    expect(offer).not.toHaveProperty('cause')
    expect(offer?.promise?.length).toBe(4)

    const asked = { account, remedy: 'ask-server' }
    expect(good(await hasten(panel.ask.treat(asked)))).toMatchObject({ is: 'refused' })
    const treated = good(await hasten(panel.ask.treat({ ...asked, password: 'a good secret' })))
    expect(treated).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
    const state = await until(({ diagnosis }) => diagnosis?.causes[0]?.id === 'recipient-refused')
    const [known] = good(await panel.ask.accounts())
    expect(known?.password).toBe(false)
    const { address, ...others } = known ?? {}
    expect(address).toBe('anna@example.net')
    expect(JSON.stringify([state, others, treatings])).not.toMatch(/a good secret|anna@|bea@/)
  }, 60_000)

  test('is kept where a person ticks that', async () => {
    const { panel, until } = visit()
    good(await panel.ask.playScene({ name: 'nobody-gave-a-password-to-ask-with' }))
    const stuck = await until(({ status, diagnosis }) => status === 'stuck' && diagnosis?.causes.length === 0)
    const asked = { account: stuck.diagnosis?.account ?? '', remedy: 'ask-server' }
    good(await hasten(panel.ask.treat({ ...asked, password: 'a good secret', keep: true })))
    expect(good(await panel.ask.accounts())[0]?.password).toBe(true)
  }, 60_000)
})

describe('the watch', () => {
  test('pauses, goes on, and takes other settings at once', async () => {
    const { panel, until } = visit()
    good(await panel.ask.playScene({ name: 'healthy-gmail' }))
    await until(({ clients }) => clients.length > 0)
    const { clock } = good(await panel.ask.about())
    good(await panel.ask.pause({ until: (clock?.now ?? 0) + 3_600_000 }))
    await until(({ status }) => status === 'paused')
    const { settings } = good(await panel.ask.settings())
    good(await panel.ask.setSettings({ ...settings, patience: 300_000 }))
    await vi.waitFor(async () => expect(good(await panel.ask.state()).status).toBe('paused'))
    good(await panel.ask.resume())
    await until(({ status }) => status !== 'paused')
    const answer = good(await panel.ask.setSettings({ ...settings, ignore: ['example.com', '@gmail.com'] }))
    expect(answer.settings.ignore).toContain('@gmail.com')
    expect(good(await panel.ask.permissions()).fullDiskAccess).toBe('granted')
  }, 60_000)
})
