import type { Page } from 'playwright-core'
import type { Answers } from '../../src/api/endpoint.ts'
import { okAnswer } from '../../src/api/schema/answer.ts'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import type { Stage } from './open-panel.ts'
import { PageTraffic } from './page-traffic.ts'
import type { SceneStory } from './scene-story.ts'
import { ScriptedApi } from './scripted-api.ts'

/** What a person sees of the first page without touching it. */
export interface FirstView {
  /** How it stands, by the name of the headline. */
  headline: string
  /** What the first button says, and how many pixels of it lie below what is in view; missing where there is none. */
  button?: { says: string; hidden: number }
  /** What a person may press besides, in the cards. */
  besides: readonly string[]
  /** In how many lines it is told what the first button will do. */
  promised: number
  /** Words that stand on more than one line though they have room on one. */
  broken: readonly string[]
  /** Elements out of whose edge something sticks. */
  over: readonly string[]
}

export function firstViewOf(page: Page): Promise<FirstView> {
  return page.evaluate(look)
}

/** Runs in the page. */
function look(): FirstView {
  const isShown = (one: Element) => one.checkVisibility({ visibilityProperty: true })
  const textOf = (one: Element) => one.textContent ?? ''
  const button = document.querySelector('.button.main')
  const below = document.querySelector('.check-row')?.getBoundingClientRect().top ?? innerHeight
  const hidden = Math.max(0, Math.round((button?.getBoundingClientRect().bottom ?? 0) - below))
  const gist = document.querySelector('.remedy > .promise > .gist')
  const lines = (one: Element) =>
    Math.round(one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight))
  const roomAround = (one: Element): number => {
    const { display, paddingLeft, paddingRight } = getComputedStyle(one)
    const { parentElement: parent } = one
    if (display === 'inline' && parent) return roomAround(parent)
    return one.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  }
  const broken: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, textContent } = node
    if (!parent || !isShown(parent) || parent.closest('.hidden, select, textarea, pre')) continue
    for (const { 0: word, index } of (textContent ?? '').matchAll(/[^\s-]+/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const parts = [...range.getClientRects()].filter(({ width }) => width > 0)
      const wide = parts.reduce((sum, { width }) => sum + width, 0)
      const isOnMore = new Set(parts.map(({ top }) => Math.round(top))).size > 1
      if (isOnMore && wide <= roomAround(parent)) broken.push(word)
    }
  }
  const framed = [document.body, ...document.querySelectorAll('.page, .now, .card, .segments a')]
  return {
    headline: document.querySelector<HTMLElement>('.status')?.dataset.headline ?? '',
    ...(button && { button: { says: textOf(button), hidden } }),
    besides: [...document.querySelectorAll('.card :is(.button:not(.main), .more)')].filter(isShown).map(textOf),
    promised: gist ? lines(gist) : 0,
    broken,
    over: framed.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || one.tagName),
  }
}

/** One panel as it opens below the menu bar, which shows one story after another. */
export interface FirstViews {
  /** As it stands, and with twice the text size. */
  of(one: SceneStory): Promise<{ usual: FirstView; twice: FirstView }>
  close(): Promise<void>
}

/** The height of the panel is what the smallest Mac leaves it. With the bar in which a story is picked. */
export async function openFirstViews({ browser, files }: Stage, locale: string): Promise<FirstViews> {
  let current: SceneStory | undefined
  const told = ({ remedy }: { remedy: string }) => current?.told.get(remedy)
  const scripted = new ScriptedApi({ plays: true }, {
    offers: () => okAnswer(current?.story.offers ?? []),
    guide: told,
    notes: told,
  } as Partial<Answers>)
  const traffic = new PageTraffic()
  const server = await openHttpServer({ endpoint: traffic.counting(scripted.endpoint), files })
  const context = await browser.newContext({
    locale,
    viewport: { width: 400, height: 640 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await traffic.watch(page)
  await page.goto(server.invitation())
  const size = (percent: string) =>
    page.evaluate((one) => document.documentElement.style.setProperty('font-size', one), percent)
  return {
    async of(one) {
      current = one
      const { story } = one
      // Nothing of the scene before stays: the same remedy for the same account may read otherwise in this one.
      scripted.forget('diagnosis', 'headline')
      scripted.become({ status: 'clear', waiting: [], episodes: [] })
      await page.waitForFunction(() => !document.querySelector('.card.cause'))
      scripted.become({ ...story.state, ...(story.state?.diagnosis && { diagnosis: story.state.diagnosis }) })
      if (story.examination) scripted.examines(story.examination as Parameters<ScriptedApi['examines']>[0])
      await traffic.settled(page)
      // A guide is asked for once its offer has come.
      await page.waitForFunction(() => !document.querySelector('.remedy.is-coming, .remedy .loading'))
      await size('')
      const usual = await firstViewOf(page)
      await size('162.5%')
      return { usual, twice: await firstViewOf(page) }
    },
    async close() {
      await context.close()
      await server.close()
    },
  }
}
