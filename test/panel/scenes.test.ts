import type { BrowserContextOptions } from 'playwright-core'
import { expect as plainExpect, test as plainTest } from 'vitest'
import { filterBlocksClient } from '../../src/causes/path/filter-blocks-client.ts'
import { render } from '../../src/core/render.ts'
import { de as german } from '../../src/words/de.ts'
import { germanPanelWords } from '../../src/words/panel/de.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import { inChromium } from './in-chromium.ts'
import { openScenePanel, type ScenePanel, titleOf } from './scene-panel.ts'

const done = 'Done – check again'
/** The end of every story: the minute at which it left. */
const hasLeft = /^Your message left at \d{1,2}:\d\d( [ap]m)?\.$/i

inChromium(
  'whole stories, on real scenes',
  (stage) => {
    // Their pages wait for what is drawn; five at once wait no longer than one.
    const test = plainTest.extend<{ open: (scene?: string, look?: BrowserContextOptions) => Promise<ScenePanel> }>({
      open: async ({ task: _ }, use) => {
        const given: ScenePanel[] = []
        await use(async (scene, look) => {
          const one = await openScenePanel(stage(), scene, look)
          given.push(one)
          return one
        })
        for (const one of given) await one.close()
        plainExpect(given.flatMap(({ complaints }) => complaints)).toEqual([])
        plainExpect(given.flatMap(({ contradictions }) => contradictions)).toEqual([])
      },
    }).concurrent

    test('whose a waiting message is, where there is more than one account', async ({ open, expect }) => {
      const { page, shows } = await open('two-accounts-one-reason')
      await shows('In the outbox')
      const owners = page.locator('.outbox small bdi')
      await expect
        .poll(async () => (await owners.allTextContents()).toSorted())
        .toEqual(['a…@example.net', 'a…@example.org'])
      // Only the page of accounts tells them in full.
      await page.getByRole('link', { name: 'Accounts' }).click()
      await shows(/^anna@example\.net$/)
      const alone = await open('hotel-wifi-blocks-587')
      await alone.shows('In the outbox')
      await alone.page.locator('.outbox li small').first().waitFor()
      expect(await alone.page.locator('.outbox small bdi').count()).toBe(0)
    })

    test('a newcomer picks the hotel Wi-Fi, understands it, clicks, and sees the message leave', async ({
      open,
      expect,
    }) => {
      const { page, says, shows, clicks, opens, reads, comes, remembers } = await open()
      await shows('Pick a story')
      const stories = page.locator('.tales button')
      await comes(page.getByRole('heading', { name: 'The way to the server' }))
      const all = await stories.count()
      await page.getByRole('searchbox', { name: 'Search the stories' }).fill('hotel wi-fi 587')
      await expect.poll(() => stories.count()).toBeLessThan(all / 10)
      await page.keyboard.press('ArrowDown')
      await page.locator('.tales button:focus').getByText(titleOf('hotel-wifi-blocks-587')).waitFor()
      await page.keyboard.press('Enter')
      await says('1 message is stuck.')
      await shows('This network blocks the port your mail uses.')
      await reads(
        /^This Mac joined another network, 5 minutes before your mail began to wait \(\d{1,2}:\d\d( [ap]m)?\)$/i,
      )
      await reads('It stops on the way to the server.')
      await opens(page.getByText('Why we think so'))
      await reads(/^Port 587 of mail\.example\.net/)
      await reads('Port for sending: 587 → 465, for mail.example.net')
      await opens(page.getByText('All of it, step by step'))
      await reads('In Mail, for anna@example.net.')
      await reads('Undo sets the old values again.')
      await opens(page.getByText('In exact commands'))
      await reads(/^osascript: tell application id "com.apple.mail" to set port to 465/)
      await clicks('Use another port')
      await shows('That helped.')
      await opens(page.getByText('What was done'))
      await reads('Setting the port for sending in Mail: 587 → 465')
      await says(hasLeft)
      await clicks('Close')
      // Nothing is left but the quiet offer for mail that looks sent.
      await expect.poll(() => page.locator('.card').allInnerTexts()).toEqual(['Sent, but it never arrives?'])
      const story = await remembers('This network blocks the port your mail uses.')
      expect(story).toContain('mail.example.net')
      expect(story).toContain('Use another port: That helped.')
      expect(story).toContain('The mail left the outbox.')
      // Anchored at both ends: nobody's name, address or server is in it.
      expect(await page.locator('.in-one-line').textContent()).toMatch(
        /^This network blocks the port your mail uses\. What helped: Use another port\. The mail was stuck for \d+ \w+\.$/,
      )
      const permalink = page.url()
      expect(permalink).toMatch(/#\/timeline\/.+/)
      await page.goto('about:blank')
      await page.goto(permalink)
      await shows('This network blocks the port your mail uses.')
      await comes(page.locator('.story').getByText('The mail left the outbox.'))
    })

    test('the hotel Wi-Fi the other way: steps are followed by hand, and checked', async ({ open, expect }) => {
      const { page, says, shows, clicks, opens, remembers } = await open('hotel-wifi-blocks-587')
      await says('1 message is stuck.')
      await opens(page.getByText('Other ways'))
      await opens(page.getByText('Change the port by hand'))
      expect(await page.locator('.values').textContent()).toContain('465')
      await clicks('Open Mail')
      await clicks(done)
      await shows('That helped.')
      await says(hasLeft)
      expect(await remembers('This network blocks the port your mail uses.')).toContain(
        'Change the port by hand: That helped.',
      )
    })

    test('the hotel Wi-Fi the third way: nothing is changed, and another network is waited for', async ({
      open,
      expect,
    }) => {
      const { page, says, clicks, opens, reads, shows, remembers } = await open('hotel-wifi-blocks-587')
      await says('1 message is stuck.')
      await opens(page.getByText('Other ways'))
      await opens(page.locator('summary').getByText('Tell me when another network works'))
      await reads('Join another Wi-Fi, or the hotspot of a phone')
      await clicks('Tell me when another network works')
      await reads('Waiting for another network.')
      await shows('That helped.')
      await says(hasLeft)
      expect(await remembers('This network blocks the port your mail uses.')).toContain(
        'Tell me when another network works: That helped.',
      )
    })

    test('a permission is missing: it is asked for, given, and what was hidden is seen', async ({ open, expect }) => {
      const { page, says, shows, clicks, opens, reads } = await open('nobody-may-look')
      await says('The outbox cannot be seen.')
      expect(await page.getByText('All mail has left.').count()).toBe(0)
      // One line and one button, however many permissions are missing, and no word of Outlook, which is not there.
      await reads('Outbox Doctor is not allowed to look into Apple Mail yet.')
      await opens(page.locator('.unseen').getByText('Details'))
      expect(await page.locator('.card').allInnerTexts()).not.toContain('Outlook')
      expect(await page.locator('.button.main').allTextContents()).toEqual(['Allow Full Disk Access'])
      await clicks('Test the way anyway')
      await page.getByLabel('Your e-mail address').fill('anna@example.net')
      await opens(page.locator('.test-way form .button'))
      await shows('All is well on the way to mail.example.net')
      await opens(page.getByRole('link', { name: 'Look at the permissions' }))
      await shows('Full Disk Access Not allowed')
      await clicks('Open System Settings: Automation')
      await shows('Automation Allowed')
      await opens(page.getByRole('link', { name: 'Done' }))
      await reads('In the outbox')
      await says(/^1 message/)
    })

    test('a permission is missing: the button leads to it, and once it is given all is seen', async ({ open }) => {
      const { says, clicks, reads } = await open('nobody-may-look')
      await says('The outbox cannot be seen.')
      await clicks('Allow Full Disk Access')
      await reads('In the outbox')
      await says(/^1 message/)
    })

    test('the new Outlook is never called clear, says why, and can be opened and tested', async ({ open }) => {
      const { page, says, clicks, opens, reads, shows } = await open('new-outlook-shows-nothing')
      await says('The outbox cannot be seen.')
      await reads(/^New Outlook shows its outbox/)
      await clicks('Open Outlook')
      await clicks('Test the way anyway')
      await page.getByLabel('Your e-mail address').fill('carla@contoso.example')
      await opens(page.locator('.test-way form .button'))
      await shows('Nothing is published by contoso.example')
      await clicks('Check now')
      await says('The outbox cannot be seen.')
    })

    test('on a plane: offline is the network’s affair, and is over when it is there again', async ({ open }) => {
      const { page, says, shows, clicks, comes } = await open('aeroplane-mode')
      await says('This Mac is offline.')
      await comes(page.getByText('Mail leaves by itself when the connection is back.', { exact: true }))
      await clicks('Switch Wi-Fi on')
      await shows('That helped.')
      await says(/^Your 3 messages left at \d{1,2}:\d\d( [ap]m)?\.$/i)
    })

    test('on a plane, by hand: the settings are opened, and what was done is checked', async ({ open }) => {
      const { page, says, shows, clicks, opens } = await open('aeroplane-mode')
      await says('This Mac is offline.')
      await opens(page.getByText('Other ways'))
      await opens(page.getByText('Open the network settings', { exact: true }))
      await clicks(done)
      await shows('That helped.')
    })

    test('a server that wants to do harm: subjects, banners and certificates are text', async ({ open, expect }) => {
      const { page, says, shows, opens, reads } = await open('server-that-wants-to-do-harm')
      await says('2 messages are stuck.')
      await shows('The certificate belongs to another name.')
      await reads('<img src=x onerror=alert(1)>')
      await opens(page.getByText('Why we think so'))
      await reads('example<script>.net')
      await opens(page.getByText('Other ways'))
      await opens(page.getByText('Show the certificate'))
      await reads(/<b.?>Trust me/)
      for (const name of ['Accounts', 'Timeline']) {
        await opens(page.getByRole('link', { name }))
        await reads('mail.example.net')
        expect(await page.locator('#page :is(img, script, u, b, h1 h1)').count()).toBe(0)
      }
      await expect.poll(() => page.title()).toBe('Timeline – Outbox Doctor')
    })

    test('a password was changed: the right one is typed and clicked, and the mail leaves', async ({ open }) => {
      const { page, says, shows, comes, clicks } = await open('wrong-password-after-change')
      await says('1 message is stuck.')
      await shows('The server refuses the password.')
      await comes(page.getByLabel('Password of this account'))
      await page.getByLabel('Password of this account').fill('another secret')
      await clicks('Give the mail app the right password')
      await shows('That helped.')
      await says(hasLeft)
    })

    test('a password was changed: the steps are followed by hand, and the mail leaves', async ({ open }) => {
      const { page, says, shows, opens, clicks } = await open('wrong-password-after-change')
      await says('1 message is stuck.')
      await shows('The server refuses the password.')
      await opens(page.getByText('Other ways'))
      await opens(page.getByText('Enter the password by hand'))
      await clicks(done)
      await shows('That helped.')
      await says(hasLeft)
    })

    test('a VPN carries no mail: it is paused, the mail leaves, and the VPN comes back', async ({ open, expect }) => {
      const { says, shows, clicks, reads, remembers } = await open('vpn-drops-mail')
      await says('1 message is stuck.')
      await shows('The VPN does not carry your mail.')
      await reads('Disconnects the VPN “Quiet Tunnel”')
      await clicks('Pause the VPN')
      await shows('That helped.')
      await says(hasLeft)
      await clicks('Undo')
      await shows('Everything is as it was before.')
      // With the VPN back, the next message would be held again.
      await says('Mail cannot leave.')
      await shows('The VPN does not carry your mail.')
      expect(await remembers('The VPN does not carry your mail.')).toContain(
        'Pause the VPN: Everything is as it was before.',
      )
    })

    test('a filter stops only Mail: it is told to let Mail through, and the mail leaves', async ({ open, expect }) => {
      const { says, shows, clicks, reads, remembers } = await open('filter-stops-only-mail')
      await says('1 message is stuck.')
      await reads('It stops in the mail app.')
      await shows('Allow mail in LuLu')
      await clicks('Open LuLu')
      await reads('Leave the program itself on: it protects this Mac.')
      await clicks(done)
      await shows('That helped.')
      await says(hasLeft)
      const story = await remembers(render(filterBlocksClient.title))
      expect(story).toContain('LuLu was updated')
      expect(story).toContain('Allow mail in the filter: That helped.')
    })

    test('the clock is a year ahead: it is set right under the eyes of the watch, and the story stays whole', async ({
      open,
      expect,
    }) => {
      const { says, shows, clicks, reads, remembers } = await open('clock-a-year-ahead')
      await says('1 message is stuck.')
      await shows('This Mac’s clock is wrong.')
      await clicks('Set the clock')
      await shows('That helped.')
      await says(hasLeft)
      await reads('Checked just now')
      const story = await remembers('This Mac’s clock is wrong.')
      expect(story).toContain('Set the clock: That helped.')
      expect(story).toContain('The mail left the outbox.')
    })

    test('behind the hotel’s sign-in page: it is opened, and the mail leaves', async ({ open }) => {
      const { says, shows, clicks } = await open('hotel-portal-answers-for-everyone')
      await shows('The network wants you to sign in first.')
      await clicks('Sign in to this Wi-Fi')
      await clicks(done)
      await shows('That helped.')
      await says(hasLeft)
    })

    test('the wedding photographs are too large: made smaller, they leave', async ({ open }) => {
      const { page, says, shows, opens, clicks, reads } = await open('wedding-photos-too-large')
      // So large a message is given more time before it is called stuck; what holds it is known at once.
      await says('1 message is waiting.')
      await shows('The message is larger than the server takes.')
      await reads('All forty wedding photographs')
      await reads('It stops at the message itself.')
      await opens(page.getByText('Other ways'))
      await opens(page.getByText('Make the message smaller'))
      await clicks(done)
      await says(hasLeft)
    })

    test('the router finds no names: its memory is emptied, and the mail leaves', async ({ open }) => {
      const { says, shows, clicks, reads } = await open('router-forgot-the-phone-book')
      await says('1 message is stuck.')
      await shows('Names cannot be looked up.')
      await reads('macOS asks for an administrator’s password.')
      await clicks('Forget old answers about names')
      await shows('That helped.')
      await says(hasLeft)
    })

    test('the server is down: nothing is to be done but to wait, and that helps', async ({ open }) => {
      const { says, shows, clicks } = await open('server-down')
      await says('1 message is stuck.')
      await shows('The mail server does not answer.')
      await clicks('Wait, and check again')
      await shows('That helped.')
      await says(hasLeft)
    })

    test('Outlook works offline: it goes online, the mail leaves, and it is put back', async ({ open, expect }) => {
      const { says, shows, clicks, remembers } = await open('outlook-works-offline')
      await says('1 message is stuck.')
      await shows('The mail app is switched offline.')
      await clicks('Take the mail app online')
      await shows('That helped.')
      await says(hasLeft)
      await clicks('Undo')
      await shows('Everything is as it was before.')
      const story = await remembers('The mail app is switched offline.')
      expect(story).toContain('Take the mail app online: Everything is as it was before.')
      expect(story).toContain('The mail left the outbox.')
    })

    test('nothing explains it until the password is given: then the server’s answer does', async ({ open, expect }) => {
      const { page, says, shows, clicks, opens, reads, comes } = await open('a-password-nobody-gave')
      await says('1 message is stuck.')
      await shows('Nobody can say yet what holds it.')
      await opens(page.getByRole('link', { name: 'Perhaps it is the password' }))
      await clicks('Check the password, too…')
      await page.getByLabel('Password of this account').fill('canary-sesame')
      await clicks('Keep and check')
      await reads('The server refuses the password.')
      expect(await page.content()).not.toContain('canary')
      await clicks('Forget the password')
      await comes(page.getByRole('button', { name: 'Check the password, too…' }))
    })

    test('in German: Mail is closed, is opened, and the message leaves', async ({ open, expect }) => {
      const { page, says, shows, clicks, opens, reads, remembers } = await open('mail-is-closed', { locale: 'de-DE' })
      const [closed, openIt] = [german['The mail app is closed.'], german['Open the mail app']]
      await says(germanPanelWords.now.stuck(1, '1'))
      expect(await page.locator('html').getAttribute('lang')).toBe('de')
      const picked = page.getByLabel(germanPanelWords.scenes.label).locator('option:checked')
      expect(await picked.textContent()).toBe(loadScene('mail-is-closed').de?.title)
      await shows(closed)
      await reads(germanPanelWords.breaks['mail-app'])
      await opens(page.getByText(germanPanelWords.now.why))
      await reads('1 Nachricht wartet')
      await clicks(openIt)
      await shows(germanPanelWords.treatment.cured)
      await says(/^Deine Nachricht ging um \d{1,2}:\d\d hinaus\.$/)
      await clicks(germanPanelWords.treatment.undo)
      await shows(germanPanelWords.treatment.undone)
      const story = await remembers(closed)
      expect(story).toContain(`${openIt}: ${germanPanelWords.treatment.undone}`)
      expect(story).toContain(germanPanelWords.timeline.hasLeft)
    })
  },
  { timeout: 120_000 },
)
