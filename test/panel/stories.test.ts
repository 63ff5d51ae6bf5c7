import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { okAnswer } from '../../src/api/schema/answer.ts'
import { render } from '../../src/core/render.ts'
import { fromData } from '../../src/core/sentence.ts'
import { inChromium } from './in-chromium.ts'
import { type Opened, openPanel } from './open-panel.ts'
import { examined, type Story, step, treatmentUnderWay } from './scripted-api.ts'
import * as stories from './stories.ts'

inChromium('the panel in Chromium', (stage) => {
  const opened: Opened[] = []

  afterEach(async () => {
    const all = opened.splice(0)
    for (const one of all) await one.close()
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([])
  })

  async function open(story: Story, look: Parameters<typeof openPanel>[2] = {}): Promise<Opened> {
    const one = await openPanel(stage(), story, look)
    opened.push(one)
    return one
  }

  test('whoever undoes what has changed since is asked first', async () => {
    const { page, scripted } = await open({
      ...stories.stuck,
      since: fromData('Outlook has other preferences by now.'),
    })
    await page.getByRole('button', { name: 'Use another port' }).click()
    await page.getByRole('heading', { name: 'That helped.' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: 'Something has changed since' }).waitFor()
    await page.getByText('Outlook has other preferences by now.').waitFor()
    await page.getByText('Keep the newer one aside, and put the old one back?').waitFor()
    expect(scripted.was('undo')).toBe(true)
    await page.getByRole('button', { name: 'Put it back' }).click()
    await page.getByRole('heading', { name: 'Everything is as it was before.' }).waitFor()
  })

  test('stuck, understood, fixed, undone', async () => {
    const { page, scripted } = await open(stories.stuck)
    await page.getByRole('heading', { name: '1 message is stuck.' }).waitFor()
    await page.getByRole('heading', { name: 'This network blocks the port your mail uses.' }).waitFor()
    expect(await page.getByRole('list', { name: 'The way of a message' }).textContent()).toContain(
      'Way there: Stops here',
    )
    await page.getByText('Why we think so').click()
    await page.getByText('Port 465 of the same server answers in 41 ms.').waitFor()
    await page.getByText('It could be a filter on this Mac, but none is installed.').waitFor()
    await page.getByText('Set port 465 with TLS for smtp.example.net in Mail.').waitFor()
    expect(scripted.was('treat')).toBe(false)
    await page.getByRole('button', { name: 'Use another port' }).click()
    await page.getByRole('heading', { name: 'That helped.' }).waitFor()
    await page.getByRole('heading', { name: /^Your message left at / }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: 'Everything is as it was before.' }).waitFor()
    // The button that was pressed has gone: the focus is where one reads what came of it.
    await expect.poll(() => page.locator('.treatment:focus').count()).toBe(1)
    await page.keyboard.press('Tab')
    const close = page.getByRole('button', { name: 'Close' })
    await expect.poll(() => close.evaluate((one) => one === document.activeElement)).toBe(true)
    await close.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page')
    await expect.poll(() => page.locator('.treatment').count()).toBe(0)
    // The next window is told of it again.
    await page.reload()
    await page.getByRole('heading', { name: 'All mail has left.' }).waitFor()
    expect(await page.locator('.treatment').count()).toBe(0)
  })

  test('a treatment is followed live, and can be stopped', async () => {
    const { page, scripted } = await open(stories.stuck)
    const offer = stories.stuck.offers?.[0]
    if (!offer) throw new Error('The story offers nothing.')
    for (const [phase, words] of [
      ['looking', 'Looking at what will be changed…'],
      ['acting', 'Doing it…'],
      ['checking', 'Checking whether it helped…'],
    ] as const) {
      scripted.treats({ ...treatmentUnderWay(offer, 1), phase })
      await page.getByText(words).waitFor()
    }
    await page.getByText('Port 465 was set for smtp.example.net.').waitFor()
    expect(await page.getByRole('button', { name: 'Use another port' }).getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect.poll(() => scripted.was('cancelTreatment')).toBe(true)
  })

  test('other ways: steps with values to copy, and a note to send', async () => {
    const { page } = await open(stories.stuck)
    await page.getByText('Other ways').click()
    await page.getByText('Send over your phone').click()
    await page.getByText('Put in these values, and close the window.').waitFor()
    expect(await page.getByRole('button', { name: 'Copy Server' }).count()).toBe(1)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save mail.mobileconfig' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('mail.mobileconfig')
    expect(readFileSync(await file.path(), 'utf8')).toBe('<plist/>')
    await page.getByText('Write to whoever runs this network').click()
    expect(await page.getByRole('textbox', { name: 'Port 587 is blocked in this network' }).inputValue()).toContain(
      'Please allow TCP port 587',
    )
  })

  test('an examination fills the page without moving it', async () => {
    const { page, scripted } = await open(stories.checking)
    await page.getByText('9 of 26 questions answered').waitFor()
    const places = () =>
      page
        .locator('.status, .cause, .chain, .outbox, .check-row')
        .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())))
    const before = await places()
    const steps = [
      step('way-out', 'network', 'good', 'Connected.'),
      step('server-name', 'names', 'good', 'Found.'),
      step('server-ports', 'path', 'good', 'Open.'),
      step('encryption', 'encryption', 'good', 'Encrypted.'),
    ]
    for (let found = 1; found <= steps.length; found++) {
      scripted.examines({ ...examined(Date.now()), steps: steps.slice(0, found) })
      scripted.become({ examining: { account: 'a1', why: 'stuck', asked: 26, found: 9 + found } })
      await page.getByText(`${9 + found} of 26 questions answered`).waitFor()
      expect(await places()).toEqual(before)
    }
    const way = page.getByRole('list', { name: 'The way of a message' })
    // Half of the answers judge nothing: that is said when all are in.
    expect(await way.textContent()).toContain('Encryption: Answered')
    expect(await way.textContent()).not.toContain('Fine')
    const offers = step('capabilities', 'signing-in', 'plain', 'Offers to sign in.')
    scripted.examines({ ...examined(Date.now()), steps: [...steps, offers] })
    scripted.become({ examining: { account: 'a1', why: 'stuck', asked: 26, found: 14 } })
    await page.getByText('14 of 26 questions answered').waitFor()
    expect(await way.textContent()).toContain('Sign-in: Answered')
    const good = { network: 'good', names: 'good', path: 'good', encryption: 'good' } as const
    const rest = { 'signing-in': 'offered', 'mail-app': 'good', outbox: 'unknown' } as const
    const found = { status: 'unsure' as const, causes: [], undecided: [], account: 'a1', at: Date.now() }
    scripted.forget('examining')
    scripted.become({ status: 'stuck', diagnosis: { ...found, way: { ...good, ...rest } } })
    await expect.poll(() => way.textContent()).toContain('Encryption: Fine')
    // That a sign-in is offered does not say that it works.
    expect(await way.textContent()).toContain('Sign-in: Offered, not tried')
  })

  test('a permission is missing: it is said, and seen at once when it is given', async () => {
    const { page, scripted } = await open(stories.permissionMissing)
    await page.getByRole('heading', { name: 'The outbox cannot be seen.' }).waitFor()
    await page.getByText('Outbox Doctor is not allowed to look into Apple Mail yet.').waitFor()
    await page.locator('.unseen').getByText('Details').click()
    await page.getByText('Without Full Disk Access nobody can see').waitFor()
    await page.getByRole('link', { name: 'Look at the permissions' }).click()
    await page.getByRole('heading', { name: 'Full Disk Access Not allowed' }).waitFor()
    await page.getByRole('button', { name: 'Open System Settings: Full Disk Access' }).click()
    await expect
      .poll(() => scripted.asked.find(({ ask }) => ask === 'openPane')?.request)
      .toEqual({ pane: 'full-disk-access' })
    scripted.grant({ fullDiskAccess: 'granted' })
    await page.getByRole('heading', { name: 'Full Disk Access Allowed' }).waitFor()
  })

  test('the way can be tried though no outbox is seen, and what is in it is told with its button', async () => {
    const { page, scripted } = await open({
      ...stories.newOutlook,
      offers: stories.stuck.offers ?? [],
      wayTested: {
        is: 'tested',
        account: 'a7',
        host: 'smtp.example.net',
        isClear: false,
        cause: { id: 'c', title: fromData('A port is shut.'), plain: fromData('Nothing gets through.') },
      },
    })
    await page.getByRole('button', { name: 'Open Outlook' }).click()
    await expect
      .poll(() => scripted.asked.find(({ ask }) => ask === 'openClient')?.request)
      .toEqual({ client: 'outlook' })
    await page.getByRole('button', { name: 'Test the way anyway' }).click()
    const field = page.getByLabel('Your e-mail address')
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await field.fill('anna@example.net')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'A port is shut.' }).waitFor()
    expect(scripted.asked.find(({ ask }) => ask === 'testWay')?.request).toEqual({ email: 'anna@example.net' })
    await page.getByRole('button', { name: 'Use another port' }).waitFor()
    expect(scripted.asked.findLast(({ ask }) => ask === 'offers')?.request).toEqual({ account: 'a7' })
  })

  test('where nobody could tell, the button to look again is the one', async () => {
    const { page } = await open({ state: { status: 'unsure' } })
    await page.getByRole('heading', { name: 'Nothing is waiting.' }).waitFor()
    expect(await page.locator('.button.main').allTextContents()).toEqual(['Check now'])
  })

  test('what was allowed while the app was open counts after a restart, which is one click', async () => {
    const { page, scripted } = await open({ ...stories.permissionMissing, app: 'off' }, { at: 'permissions' })
    await page.getByText('It counts as soon as Outbox Doctor has been started again').waitFor()
    await page.getByRole('button', { name: 'Restart Outbox Doctor' }).click()
    await expect.poll(() => scripted.was('restart')).toBe(true)
    expect(await page.getByText('nothing needs to be started again').count()).toBe(0)
    scripted.grant({ fullDiskAccess: 'granted' })
    await page.getByRole('heading', { name: 'Full Disk Access Allowed' }).waitFor()
    expect(await page.getByRole('button', { name: 'Restart Outbox Doctor' }).count()).toBe(0)
  })

  test.each([
    ['failed', 'macOS did not show it.'],
    ['untold', 'macOS did not say whether it was shown.'],
  ] as const)('the first notification comes on a click: %s', async (tried, words) => {
    const story = { ...stories.permissionMissing, app: 'off', tried } as const
    const { page, scripted } = await open(
      { ...story, permissions: { notifications: 'unknown' } },
      { at: 'permissions' },
    )
    await page.getByRole('button', { name: 'Show a notification' }).click()
    await page.getByText(words).waitFor()
    scripted.grant({ notifications: 'granted' })
    await page.getByRole('heading', { name: 'Notifications Allowed' }).waitFor()
    expect(await page.getByRole('button', { name: 'Show a notification' }).count()).toBe(0)
  })

  test('a browser can neither restart the app nor show its notifications', async () => {
    const { page } = await open(stories.permissionMissing, { at: 'permissions' })
    await page.getByRole('heading', { name: 'Full Disk Access Not allowed' }).waitFor()
    const buttons = page.getByRole('button', { name: /Restart Outbox Doctor|Show a notification/ })
    expect(await buttons.count()).toBe(0)
  })

  test('what macOS has not asked about, it is made to ask, on a click, after it was said what for', async () => {
    const { page, scripted } = await open(stories.permissionMissing, { at: 'permissions' })
    await page.getByRole('heading', { name: 'Automation Not asked yet' }).waitFor()
    await page.getByText('macOS then asks you whether “Outbox Doctor” may control it').waitFor()
    expect(await page.getByRole('button', { name: 'Open System Settings: Automation' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Let macOS ask me: Automation' }).click()
    // Outlook is closed, so that nobody can tell of it: that spoils nothing.
    await page.getByRole('heading', { name: 'Automation Allowed' }).waitFor()
    scripted.grant({ automation: { 'apple-mail': 'refused', outlook: 'granted' } })
    await page.getByRole('button', { name: 'Open System Settings: Automation' }).click()
    expect(scripted.asked.filter(({ ask }) => ask === 'askToAutomate')).toHaveLength(1)
    scripted.grant({ fullDiskAccess: 'granted', automation: { 'apple-mail': 'granted', outlook: 'unknown' } })
    await page.getByText('Everything is set up. Outbox Doctor now watches by itself.').waitFor()
  })

  test('accounts that cannot be seen are not said to be missing', async () => {
    const { page } = await open(stories.permissionMissing, { at: 'accounts' })
    await page.getByRole('heading', { name: 'The accounts cannot be seen.' }).waitFor()
    await page.getByRole('link', { name: 'Look at the permissions' }).click()
    await page.getByRole('heading', { name: 'Full Disk Access Not allowed' }).waitFor()
  })

  test('what is offered is for what was found last, whichever answer comes first', async () => {
    const { diagnosis } = stories.stuck.state ?? {}
    const [cause] = diagnosis?.causes ?? []
    const [offer, ...others] = stories.stuck.offers ?? []
    if (!diagnosis || !cause || !offer) throw new Error('The story has no cause, or no offer.')
    const first = Promise.withResolvers<void>()
    let asked = 0
    const offers = async () => {
      asked += 1
      if (asked > 1) return okAnswer([{ ...offer, label: fromData('Wait for the server') }])
      await first.promise
      return okAnswer([offer, ...others])
    }
    const { page, scripted } = await open(stories.stuck, { answers: { offers } })
    await page.getByRole('heading', { name: render(cause.title) }).waitFor()
    await expect.poll(() => asked).toBe(1)
    const down = { ...cause, id: 'server-down', title: fromData('The mail server does not answer.') }
    scripted.become({ diagnosis: { ...diagnosis, at: diagnosis.at + 1, causes: [down] } })
    await page.getByRole('button', { name: 'Wait for the server' }).waitFor()
    first.resolve()
    await page.getByText('Why we think so').click()
    await page.getByText('This speaks for it').waitFor()
    expect(await page.getByRole('button', { name: render(offer.label) }).count()).toBe(0)
  })

  test('quick changes of the settings are all kept', async () => {
    const { page, scripted } = await open(stories.clear, { at: 'settings' })
    await page.getByLabel('Call a message stuck after').waitFor()
    await page.evaluate(() => {
      const tell = document.querySelector<HTMLElement>('[role="switch"]')
      if (!tell) throw new Error('There is nothing to change.')
      const put = (one: HTMLSelectElement | undefined, value: number) => {
        if (!one) throw new Error('There is nothing to choose.')
        one.value = String(value)
        one.dispatchEvent(new Event('change', { bubbles: true }))
      }
      const [patience, mains, battery] = document.querySelectorAll<HTMLSelectElement>('.choice select')
      put(patience, 300_000)
      put(mains, 1_800_000)
      put(battery, 10_800_000)
      tell.click()
    })
    const saved = () => scripted.asked.filter(({ ask }) => ask === 'setSettings').map(({ request }) => request)
    await expect.poll(saved).toHaveLength(4)
    const interval = { mains: 1_800_000, battery: 10_800_000 }
    expect(saved().at(-1)).toMatchObject({ patience: 300_000, interval, notifications: false })
  })

  test('the new Outlook is never called clear', async () => {
    const { page } = await open(stories.newOutlook)
    await page.getByRole('heading', { name: 'The outbox cannot be seen.' }).waitFor()
    await page.getByText('The new Outlook shows its outbox to nobody.').waitFor()
    await page.getByText('the outbox of Outlook itself will show you').waitFor()
    expect(await page.getByText('All mail has left.').count()).toBe(0)
  })

  test('where all is well, whoever misses an answer finds the test message, quietly', async () => {
    const { page, scripted } = await open(stories.missesAnswer)
    await page.getByRole('heading', { name: 'All mail has left.' }).waitFor()
    const button = page.getByRole('button', { name: 'Send a test message to yourself' })
    expect(await button.count()).toBe(0)
    await page.getByText('Sent, but it never arrives?').click()
    await page.getByText('sends one short message to yourself').waitFor()
    await button.click()
    await expect.poll(() => scripted.was('treat')).toBe(true)
    expect(scripted.asked.find(({ ask }) => ask === 'treat')?.request).toEqual({
      account: 'a1',
      remedy: 'send-test-message',
    })
  })

  test('and gives its password for this once where none is kept', async () => {
    const offers = stories.missesAnswer.offers?.map((offer) => ({ ...offer, wantsPassword: true as const }))
    const { page, scripted } = await open({ ...stories.missesAnswer, ...(offers && { offers }) })
    await page.getByText('Sent, but it never arrives?').click()
    await page.getByLabel('Password of this account').fill('correct horse')
    await page.getByRole('button', { name: 'Send a test message to yourself' }).click()
    const treated = () => scripted.asked.find(({ ask }) => ask === 'treat')?.request
    await expect.poll(treated).toMatchObject({ remedy: 'send-test-message', password: 'correct horse' })
  })

  test('while a check is made again, what the last one found stands, and says what is being asked', async () => {
    const { page, scripted } = await open(stories.stuck)
    await page.getByText('It stops on the way to the server.').waitFor()
    const outbox = step('outbox', 'outbox', 'bad', '1 message waits')
    const asking = { probe: 'way-out', question: fromData('Is there a way out?'), layer: 'network' as const }
    const steps = [outbox, { ...asking, state: 'asking' as const }]
    const { ended: _, ...underWay } = examined(Date.now())
    scripted.examines({ ...underWay, steps })
    scripted.become({ examining: { account: 'a1', why: 'asked', asked: 26, found: 1 } })
    await page.getByText('1 of 26 questions answered').waitFor()
    await page.getByText('It stops on the way to the server.').waitFor()
    const way = page.getByRole('list', { name: 'The way of a message' })
    const broken = way.locator('[data-link="bad"]')
    expect(await broken.evaluateAll((all) => all.map((one) => one.getAttribute('data-layer')))).toEqual(['path'])
    expect(await way.textContent()).toContain('Network: Fine (asked again now)')
    expect(await way.getAttribute('class')).toContain('is-old')
  })

  test('a verdict that blames nobody shows no break, though an answer was bad', async () => {
    const { diagnosis } = stories.stuck.state ?? {}
    const [cause] = diagnosis?.causes ?? []
    if (!diagnosis || !cause) throw new Error('The story has no cause.')
    const { way: found, ...rest } = diagnosis
    if (!found) throw new Error('The story shows no way.')
    const delays = { ...rest, status: 'waiting' as const, causes: [{ ...cause, harm: 'delays' as const }] }
    const meant = { ...delays, way: { ...found, path: 'unknown' as const } }
    const state = { ...stories.held.state, diagnosis: meant }
    const { page } = await open({ ...stories.held, state })
    await page.getByRole('heading', { name: 'Your mail is waiting.' }).waitFor()
    const way = page.getByRole('list', { name: 'The way of a message' })
    await way.waitFor()
    expect(await way.textContent()).not.toContain('Stops here')
    expect(await page.getByText(/^It stops /).count()).toBe(0)
  })

  test('whoever is typing a password is not interrupted by a check that is made again', async () => {
    const { page, scripted } = await open(stories.unexplained)
    await page.getByRole('heading', { name: 'Nobody can say yet what holds it.' }).waitFor()
    const field = page.getByLabel('Password of this account')
    await field.pressSequentially('correct h')
    scripted.examines({
      account: 'a1',
      why: 'asked',
      at: Date.now(),
      steps: [{ probe: 'server-ports', question: fromData('Which doors are open?'), layer: 'path', state: 'asking' }],
    })
    scripted.become({ examining: { account: 'a1', why: 'asked', asked: 21, found: 4 } })
    await page.getByText('4 of 21 questions answered').waitFor()
    const way = page.getByRole('list', { name: 'The way of a message' })
    expect(await way.textContent()).toContain('Way there: Not certain (asked again now)')
    await page.keyboard.type('orse')
    expect(await field.inputValue()).toBe('correct horse')
    await page.getByRole('button', { name: 'Ask the server what it has against this message' }).waitFor()
  })

  test('offline is the network’s affair, and says that nothing is to be done', async () => {
    const { page } = await open(stories.offline)
    await page.getByRole('heading', { name: 'This Mac is offline.' }).waitFor()
    await page.getByText('Mail leaves by itself when the connection is back.', { exact: true }).waitFor()
    await page.getByText('It stops in the network that this Mac is in.').waitFor()
  })

  test('what will hold a message is told before it is called stuck', async () => {
    const { page } = await open(stories.held)
    await page.getByRole('heading', { name: '1 message is waiting.' }).waitFor()
    await page.getByText('Something is in the way.').waitFor()
    await page.getByRole('heading', { name: 'This network blocks the port your mail uses.' }).waitFor()
  })

  test('what has waited for long is not simply on its way while it is looked into', async () => {
    const { page } = await open(stories.lookedInto)
    await page.getByRole('heading', { name: '1 message is waiting.' }).waitFor()
    await page.getByText('Finding out whether something is in the way').waitFor()
    expect(await page.getByText('Nothing is wrong').count()).toBe(0)
  })

  test('what has waited for hours is not on its way, though nothing was found', async () => {
    const { waiting = [], diagnosis } = stories.lookedInto.state ?? {}
    if (!diagnosis) throw new Error('The story has no diagnosis.')
    const { page } = await open({
      ...stories.lookedInto,
      state: {
        status: 'waiting',
        waiting: waiting.map((one) => ({ ...one, since: Date.now() - 7_200_000 })),
        diagnosis: { ...diagnosis, status: 'clear' },
      },
    })
    await page.getByRole('heading', { name: '1 message is waiting.' }).waitFor()
    await page.getByRole('status').getByText('For 2 hours').waitFor()
  })

  test.each([
    ['at work in the terminal', false],
    ['cut off', true],
  ])('a treatment that is %s is told as such', async (_, interrupted) => {
    const treatment = {
      id: '1',
      remedy: 'pause-vpn',
      label: fromData('Pause the VPN'),
      account: 'a1',
      causes: [],
      startedAt: 1,
    }
    const shown = { ...treatment, outcome: 'under way' as const, undo: { can: true as const } }
    const treatments = () => okAnswer([{ ...shown, ...(interrupted && { interrupted }) }])
    const { page, scripted } = await open(stories.clear, { answers: { treatments } })
    await expect.poll(() => scripted.was('treatments')).toBe(true)
    await page.getByRole('heading', { name: 'All mail has left.' }).waitFor()
    // Calm, and not empty: what is looked at, what left last, and how the day was.
    const well = page.getByRole('region', { name: 'All is well' })
    await well.getByText('Last mail left').waitFor()
    await well.getByText('a…@example.net').waitFor()
    await expect.poll(() => well.getByRole('button').count()).toBe(24)
    await expect.poll(() => page.getByText('This was cut off').count()).toBe(interrupted ? 1 : 0)
  })

  test('a timeline that stays open takes in what happens', async () => {
    const about = { name: 'Outbox Doctor', version: '0', license: 'MIT', real: true, plays: false }
    const began = Date.now()
    // An hour passes in six seconds.
    const clock = () => ({ now: began + (Date.now() - began) * 600, speed: 600 })
    const answers = { about: () => okAnswer({ ...about, clock: clock() }) }
    const { page, scripted } = await open(stories.stuck, { at: 'timeline', answers })
    await page.getByRole('slider').waitFor()
    const asked = () => scripted.asked.filter(({ ask }) => ask === 'timeline').length
    const before = asked()
    await expect.poll(asked).toBeGreaterThan(before + 1)
  })

  test('whoever clicks far down is shown the treatment on top', async () => {
    const { page, scripted } = await open(stories.stuck)
    await page.getByText('Why we think so').click()
    const scrolled = () => page.locator('.now').evaluate((now) => now.scrollTop)
    await page.getByText('Invoice for October').scrollIntoViewIfNeeded()
    expect(await scrolled()).toBeGreaterThan(100)
    const [first] = stories.stuck.offers ?? []
    if (!first) throw new Error('Nothing is offered.')
    scripted.treats(treatmentUnderWay(first, Date.now()))
    await page.getByText('Checking whether it helped').waitFor()
    await expect.poll(scrolled).toBe(0)
  })

  test('below “Fixed” no cause stands, though the watch has not looked again yet', async () => {
    const { page, scripted } = await open(stories.stuck)
    const cause = page.getByRole('heading', { name: 'This network blocks the port your mail uses.' })
    await cause.waitFor()
    const [first] = stories.stuck.offers ?? []
    if (!first) throw new Error('Nothing is offered.')
    const ended = { endedAt: Date.now(), outcome: 'cured' as const, undo: { can: true as const } }
    const { remedy, label } = first
    const whose = { id: 't1', remedy, label, account: 'a1', causes: [], startedAt: Date.now() }
    const treated = { is: 'treated' as const, treatment: { ...whose, ...ended } }
    scripted.treats({ ...treatmentUnderWay(first, Date.now()), phase: 'ended', treated })
    await page.getByRole('heading', { name: 'Fixed. Waiting for Apple Mail to send.' }).waitFor()
    expect(await cause.count()).toBe(0)
  })

  test('when the cause has gone and the mail not yet, nobody is worried anew', async () => {
    const { page } = await open(stories.freed)
    await page.getByRole('heading', { name: 'The way is free again.' }).waitFor()
    expect(await page.getByText('Nobody can say').count()).toBe(0)
  })

  test('steps that were followed are checked', async () => {
    const { page, scripted } = await open(stories.stuck)
    await page.getByText('Other ways').click()
    await page.getByText('Send over your phone').click()
    await page.getByRole('button', { name: 'Done – check again' }).click()
    await page.getByRole('heading', { name: 'That helped.' }).waitFor()
    expect(scripted.asked.find(({ ask }) => ask === 'treat')?.request).toEqual({
      account: 'a1',
      remedy: 'personal-hotspot',
    })
  })

  test('quiet about what a person knows, as red as before, and told of again', async () => {
    const { page, scripted } = await open(stories.stuck)
    const head = page.locator('.status')
    await page.getByRole('button', { name: 'Be quiet until this changes' }).click()
    await page.getByText('You know about this.').waitFor()
    expect(await head.getAttribute('class')).toContain('is-stuck')
    expect(scripted.was('muteEpisode')).toBe(true)
    await page.getByRole('button', { name: 'Tell me again' }).click()
    await page.getByRole('button', { name: 'Be quiet until this changes' }).waitFor()
    expect(await page.getByText('You know about this.').count()).toBe(0)
  })

  test('one message opened in its app, left alone, for an hour, and watched again, all by keyboard', async () => {
    const { page, scripted } = await open(stories.stuck)
    const acts = page.getByText('For this message')
    await acts.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Open it in Apple Mail' }).press('Enter')
    await page.getByRole('button', { name: 'Ignore this message' }).press('Enter')
    await page.getByRole('heading', { name: '1 message waits; you asked to leave it alone.' }).waitFor()
    await page.locator('.outbox small').getByText('left alone').waitFor()
    const again = page.getByRole('button', { name: 'Watch it again Invoice for October' })
    await again.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '1 message is stuck.' }).waitFor()
    await acts.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remind me in an hour' }).press('Enter')
    await page.getByText(/^You will be reminded at/).waitFor()
    const asked = scripted.asked.filter(({ ask }) => ask === 'putAside' || ask === 'showMessage')
    expect(asked.map(({ request }) => request)).toEqual([
      { message: 'm1' },
      { message: 'm1', how: 'ignore' },
      { message: 'm1', how: 'watch' },
      { message: 'm1', how: 'remind' },
    ])
  })

  test('in a network that is known, what it did stands at once, and what helped is done once it was found again', async () => {
    const { page, scripted } = await open(stories.rejoined)
    const { diagnosis } = stories.stuck.state ?? {}
    if (!diagnosis) throw new Error('Nothing was found.')
    await page
      .getByRole('heading', { name: /^Last time, on .*, this network let no mail out by port 587\.$/ })
      .waitFor()
    await page.getByText('Set port 465 with TLS for smtp.example.net in Mail.').waitFor()
    const known = page.locator('.network-memory')
    await known.getByRole('button', { name: 'Use another port' }).press('Enter')
    await known.getByText('It is done as soon as the check has found the same again.').waitFor()
    expect(scripted.was('treat')).toBe(false)
    scripted.forget('recalled', 'examining')
    scripted.become({ status: 'stuck', diagnosis })
    await page.getByRole('heading', { name: 'That helped.' }).waitFor()
    expect(scripted.asked.filter(({ ask }) => ask === 'treat').map(({ request }) => request)).toEqual([
      { account: 'a1', remedy: 'switch-port' },
    ])
    expect(await known.count()).toBe(0)
  })

  test('what helped in a network before is not done where the check finds something else there', async () => {
    const { page, scripted } = await open(stories.rejoined)
    const { diagnosis } = stories.stuck.state ?? {}
    const [cause] = diagnosis?.causes ?? []
    if (!diagnosis || !cause) throw new Error('Nothing was found.')
    await page.locator('.network-memory').getByRole('button', { name: 'Use another port' }).press('Enter')
    scripted.forget('recalled', 'examining')
    scripted.become({ status: 'stuck', diagnosis: { ...diagnosis, causes: [{ ...cause, id: 'another' }] } })
    await page.locator('[data-cause="another"] .button.main').waitFor()
    // Nor later, when it is what it was.
    scripted.become({ status: 'stuck', diagnosis })
    await page.locator(`[data-cause="${cause.id}"] .button.main`).waitFor()
    expect(scripted.was('treat')).toBe(false)
  })

  test('paused, and watched again', async () => {
    const { page } = await open(stories.paused)
    await page.getByRole('heading', { name: /^Paused until/ }).waitFor()
    await page.getByRole('button', { name: 'Watch again' }).click()
    await page.getByRole('heading', { name: 'All mail has left.' }).waitFor()
  })

  test('hostile names are text and nothing else', async () => {
    const { page } = await open(stories.hostile)
    await page.getByText('<img src=x onerror=').waitFor()
    await page.getByText('Why we think so').click()
    await page.getByText('<script>document.title="owned"</script>').waitFor()
    await page.getByRole('link', { name: 'Accounts' }).click()
    await page.getByText('<u>smtp.example.net</u>').first().waitFor()
    expect(await page.title()).not.toContain('owned')
    expect(await page.locator('#page :is(img, script, u, b)').count()).toBe(0)
    expect(await page.locator('bdi').count()).toBeGreaterThan(0)
  })

  test('a subject keeps to its line, however long it is and whichever way it is written', async () => {
    const { page } = await open(stories.hostile)
    const rows = page.locator('.outbox li')
    await rows.nth(4).getByText('Dinner').waitFor()
    const seen = await page.evaluate(() => ({
      isTooWide: document.documentElement.scrollWidth > innerWidth,
      edges: [...document.querySelectorAll('.outbox li')].map((row) => {
        const [text, span] = ['bdi', 'time'].map((name) => row.querySelector(name)?.getBoundingClientRect())
        return { isApart: (text?.right ?? 1e9) < (span?.left ?? 0), isOneLine: (text?.height ?? 99) < 30 }
      }),
    }))
    const fits = { isApart: true, isOneLine: true }
    expect(seen).toEqual({ isTooWide: false, edges: [fits, fits, fits, fits, fits] })
    expect(await rows.nth(3).locator('p').getAttribute('title')).toContain('Wwwwwwwwww'.repeat(19))
  })

  test('the timeline: strips, a permalink, zoom, and the same as a table', async () => {
    const { page } = await open(stories.stuck, { at: 'timeline' })
    const range = page.locator('.range')
    const whole = await range.textContent()
    await expect.poll(() => page.locator('.strip').first().getByRole('button').count()).toBe(24)
    await expect.poll(() => page.locator('.strip').last().getByRole('button').count()).toBe(30)
    await page.getByRole('link', { name: 'The VPN does not carry your mail.' }).click()
    await page.getByRole('heading', { name: 'The VPN does not carry your mail.' }).waitFor()
    expect(page.url()).toMatch(/#\/timeline\/e8$/)
    await expect.poll(() => range.textContent()).not.toBe(whole)
    await page.reload()
    await page.getByText('Use another port: That helped.').waitFor()
    await page.getByText('Show it as a table').click()
    await page.getByRole('cell', { name: 'Way there' }).first().waitFor()
    await page.getByRole('button', { name: '30 days', exact: true }).click()
    await page.getByRole('link', { name: 'The server refuses the password.' }).waitFor()
  })

  test('a permalink leads to a trouble long past, and shows it', async () => {
    const { page } = await open(stories.stuck, { at: 'timeline/e7' })
    await page.getByRole('heading', { name: 'The server refuses the password.' }).waitFor()
    await page.getByRole('link', { name: 'The server refuses the password.' }).waitFor()
    expect(await page.locator('.chart .trouble').count()).toBe(1)
  })

  test('a trouble that is forgotten is not invented', async () => {
    const { page } = await open(stories.stuck, { at: 'timeline/gone' })
    await page.getByText('This trouble is not remembered any more.').waitFor()
  })

  test('a password is given for sign-in checks, and taken away again', async () => {
    const { page, scripted } = await open(stories.stuck, { at: 'accounts' })
    const account = page.locator('.account').first()
    await account.getByRole('button', { name: 'Check the password, too…' }).click()
    const field = account.getByLabel('Password of this account')
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await field.getAttribute('type')).toBe('password')
    await field.press('Enter')
    expect(scripted.was('keepPassword')).toBe(false)
    await field.fill('open sesame')
    await field.press('Enter')
    await account.getByRole('button', { name: 'Forget the password' }).waitFor()
    expect(scripted.asked.find(({ ask }) => ask === 'keepPassword')?.request).toEqual({
      account: 'a1',
      password: 'open sesame',
    })
    expect(await page.content()).not.toContain('open sesame')
    await account.getByRole('button', { name: 'Forget the password' }).click()
    await account.getByRole('button', { name: 'Check the password, too…' }).waitFor()
  })

  test('an account tells in a few words how its password fared and when, and what the server said on demand', async () => {
    const morning = new Date(Date.now())
    morning.setDate(morning.getDate() - 1)
    const signIn = {
      at: morning.setHours(9, 12, 0, 0),
      tone: 'bad',
      short: fromData('Password refused (535)'),
      line: fromData('smtp.example.net refuses the password: “535 5.7.8 Authentication failed”'),
    } as const
    const accounts = stories.accounts.map((account) => ({ ...account, signIn }))
    const { page } = await open({ ...stories.stuck, accounts }, { at: 'accounts' })
    const account = page.locator('.account').first()
    const summary = account.getByText(/^Password refused \(535\), yesterday 0?9:12$/)
    await summary.waitFor()
    const words = account.getByText('5.7.8')
    expect(await words.isVisible()).toBe(false)
    await summary.click()
    await words.waitFor()
  })

  test('nothing there yet: every page says so', async () => {
    const { page } = await open(stories.empty, { at: 'accounts' })
    await page.getByRole('heading', { name: 'No account was found.' }).waitFor()
    await page.getByRole('link', { name: 'Timeline' }).click()
    await page.getByText('No trouble in this span.').waitFor()
  })

  test('settings are saved at once; what an administrator set is locked', async () => {
    const { page, scripted } = await open(stories.clear, { at: 'settings' })
    await page.getByLabel('Call a message stuck after').selectOption('5 minutes')
    await page.getByText('Saved').waitFor()
    const saved = scripted.asked.find(({ ask }) => ask === 'setSettings')?.request as { patience: number }
    expect(saved.patience).toBe(300_000)
    expect(await page.getByLabel('Keep the history for').isDisabled()).toBe(true)
  })

  test('what an organisation sets is told in its name, and whom to ask', async () => {
    const { page, scripted } = await open(stories.clear, { at: 'settings' })
    expect(await page.getByRole('heading', { name: 'Your organisation' }).count()).toBe(0)
    scripted.manages('Example GmbH', { forbiddenFixes: ['network'], supportContact: 'help@example.org' })
    const card = page.getByRole('region', { name: 'Your organisation' })
    await card.getByText('help@example.org').waitFor()
    expect(await card.getByText('Set by Example GmbH').count()).toBe(2)
    expect(await card.getByText('Open at login').count()).toBe(0)
  })

  test('what is not allowed stands there with the reason, is pressed in vain, and somebody is to be asked', async () => {
    const blocked = fromData('Example GmbH does not allow this.')
    const offers = stories.stuck.offers?.map((offer) => ({ ...offer, blocked, forbidden: true as const })) ?? []
    const { page, scripted } = await open({ ...stories.stuck, offers })
    scripted.manages('Example GmbH', { supportContact: 'help@example.org' })
    await page.getByText('Where to ask for help: help@example.org').waitFor()
    await page.getByText('Example GmbH does not allow this.').first().waitFor()
    await page.getByRole('button', { name: 'Use another port' }).click({ force: true })
    await page.getByText('Other ways').click()
    await page.getByText('Send over your phone').click()
    await expect.poll(() => page.getByText('Example GmbH does not allow this.').count()).toBeGreaterThan(1)
    for (const ask of ['treat', 'guide', 'notes']) expect(scripted.was(ask)).toBe(false)
  })

  test('the language is the agent’s: for every window at once, and for the first paint of the next', async () => {
    const { page, scripted, invitation } = await open(stories.clear, { at: 'settings' })
    const other = await page.context().newPage()
    await other.goto(invitation())
    await other.getByRole('heading', { name: 'Settings' }).waitFor()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
    for (const one of [page, other]) await one.getByRole('heading', { name: 'Einstellungen' }).waitFor()
    expect(scripted.asked.find(({ ask }) => ask === 'setSettings')?.request).toMatchObject({ language: 'de' })
    await page.reload()
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    scripted.settles({ language: 'en' })
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
  })

  test('what another window has set is shown, and not put back', async () => {
    const { page, scripted } = await open(stories.clear, { at: 'settings' })
    const patience = page.getByLabel('Call a message stuck after')
    await patience.waitFor()
    scripted.settles({ patience: 600_000 })
    await page.locator('option:checked', { hasText: '10 minutes' }).waitFor({ state: 'attached' })
    await page.getByRole('switch', { name: 'Tell when mail is stuck' }).press('Space')
    await page.getByText('Saved').waitFor()
    const saved = scripted.asked.find(({ ask }) => ask === 'setSettings')?.request
    expect(saved).toMatchObject({ patience: 600_000, notifications: false })
  })

  test('a switch shows what holds, by keyboard too', async () => {
    const { page, scripted } = await open(stories.clear, { at: 'settings' })
    const tell = page.getByRole('switch', { name: 'Tell when mail is stuck' })
    expect(await tell.isChecked()).toBe(true)
    await tell.press('Space')
    await expect.poll(() => tell.isChecked()).toBe(false)
    expect(scripted.asked.find(({ ask }) => ask === 'setSettings')?.request).toMatchObject({ notifications: false })
    // Each once: those that are off unless wanted, too.
    expect(await page.getByRole('switch').count()).toBe(5)
  })

  test('opening at login is told as macOS takes it', async () => {
    const { page, scripted } = await open({ ...stories.clear, app: 'awaits' }, { at: 'settings' })
    const login = page.getByRole('switch', { name: 'Open at login' })
    await login.click()
    await page.getByText('macOS waits for you to allow it').waitFor()
    expect(await login.isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Open System Settings' }).click()
    await expect.poll(() => scripted.asked.at(-1)).toEqual({ ask: 'openPane', request: { pane: 'login-items' } })
  })

  test('a refusal of macOS is told, and the switch stays off', async () => {
    const { page } = await open({ ...stories.clear, app: 'off' }, { at: 'settings' })
    await page.getByRole('switch', { name: 'Open at login' }).click()
    await page.getByText('macOS did not take it.').waitFor()
    expect(await page.getByRole('switch', { name: 'Open at login' }).isChecked()).toBe(false)
  })

  test('a history that cannot be written is told on every page', async () => {
    const { page } = await open({ ...stories.clear, forgets: true })
    await page.getByText('The history cannot be written at the moment.').waitFor()
    await page.getByRole('link', { name: 'Timeline' }).click()
    await page.getByText('The history cannot be written at the moment.').waitFor()
  })

  test('a cause for which the words of the status are not true has its own above it', async () => {
    const { diagnosis } = stories.stuck.state ?? {}
    const [cause] = diagnosis?.causes ?? []
    if (!diagnosis || !cause) throw new Error('The story has no cause.')
    const headed = { ...diagnosis, causes: [{ ...cause, heading: fromData('Before you send it again:') }] }
    const { page } = await open({ ...stories.stuck, state: { ...stories.stuck.state, diagnosis: headed } })
    await page.getByText('Before you send it again:').waitFor()
  })

  test('all that is sent to the collector of an organisation is shown, with the number that it is known by', async () => {
    const sent = ['service.name=outbox-doctor', 'outbox_doctor.agent.up 1 1']
    const last = { at: Date.now(), taken: true, told: fromData('The collector took it.'), sent }
    const telemetry = { on: true, endpoint: 'https://collector.example.org/', id: 'a-number', last }
    const { page, scripted } = await open({ ...stories.clear, telemetry }, { at: 'about' })
    const card = page.getByRole('region', { name: 'What is sent' })
    expect(await card.getByRole('textbox').inputValue()).toBe(sent.join('\n'))
    expect(await card.textContent()).toContain('https://collector.example.org/')
    await page.getByText('Nothing is sent to us. Counts without').waitFor()
    expect(await page.getByText('Nothing is sent to us or to anybody').count()).toBe(0)
    await card.getByRole('button', { name: 'Take another number' }).click()
    await card.getByText('another-number').waitFor()
    expect(scripted.asked).toContainEqual({ ask: 'renewTelemetryId', request: { sure: true } })
  })

  test('the report is read before it is copied; removing everything takes two clicks', async () => {
    const { page, scripted } = await open(stories.clear, { at: 'about' })
    await page.getByRole('button', { name: 'Show the report' }).click()
    expect(await page.getByRole('textbox', { name: 'Diagnostics' }).inputValue()).toContain('macOS 26.1')
    await page.getByRole('button', { name: 'Remove everything…' }).click()
    expect(scripted.was('removeEverything')).toBe(false)
    await page.getByRole('button', { name: 'Yes, remove everything' }).click()
    await page.getByText('Everything was removed.').waitFor()
  })

  test('what others made is read in the app, as the build has listed it', async () => {
    const { page } = await open(stories.clear, { at: 'about' })
    await page.getByText('What others made').click()
    const list = page.getByRole('textbox', { name: 'What others made' })
    await expect.poll(() => list.inputValue()).toMatch(/preact \d+\.\d+\.\d+ \(MIT\)[\s\S]*Jason Miller/)
  })

  test('a newer version is told with what is new, and its page opens by a click', async () => {
    const newer = { version: '1.3.0', released: 0, notes: ['It finds more.'] }
    const update = { isAsked: true, askedAt: Date.now(), told: fromData('Version {version} is there.'), newer }
    const told = { ...update.told, args: { version: { text: '1.3.0' } } }
    const { page, scripted } = await open({ ...stories.clear, update: { ...update, told } }, { at: 'about' })
    await page.getByText('Version 1.3.0 is there.').waitFor()
    await page.getByText('It finds more.').waitFor()
    await page.getByRole('button', { name: 'Look now' }).click()
    await expect.poll(() => scripted.was('lookForUpdate')).toBe(true)
    await page.getByRole('button', { name: 'Open the download page' }).click()
    await expect.poll(() => scripted.was('takeUpdate')).toBe(true)
  })

  test('a scene is picked, and the page begins anew', async () => {
    const { page, scripted } = await open({ ...stories.stuck, plays: true })
    await page.getByLabel('A story', { exact: true }).selectOption('A quiet morning')
    await expect
      .poll(() => scripted.asked.find(({ ask }) => ask === 'playScene')?.request)
      .toEqual({ name: 'quiet-morning' })
  })
})
