import type { RemedyOffer } from '../../../../src/agent.ts'
import type { RemedyContext } from '../../../../src/core/remedy.ts'
import { render } from '../../../../src/core/render.ts'
import { englishPanelWords } from '../../../../src/words/panel/en.ts'
import { type FirstButton, firstButtons } from '../../../remedies/first-buttons.ts'
import { clicksThatMend } from '../../../remedies/one-click.ts'
import type { SceneCheck } from './scene-check.ts'

export const showsFirstButton: SceneCheck = {
  says: 'shows the right first button',
  holds({ name, context, offers }, expect) {
    const row = firstButtons.find(({ scenes }) => scenes.includes(name))
    expect(row).toBeDefined()
    const first = offers.find(({ blocked }) => blocked === undefined) ?? offers[0]
    const expected: Pick<FirstButton, 'remedy' | 'says'> = {
      ...(row?.remedy !== undefined && { remedy: row.remedy }),
      ...(row?.says !== undefined && { says: row.says }),
    }
    expect(first ? { remedy: first.remedy.id, says: saidOn(first, context) } : {}).toEqual(expected)
  },
}

/** What a person reads on it: a guide's button is the one that opens its place. */
function saidOn({ remedy, label }: RemedyOffer, context: RemedyContext): string {
  if (remedy.kind !== 'guide') return render(label)
  const { opens } = remedy.guide(context)
  return opens ? render(opens.button ?? opens.words) : englishPanelWords.remedy.followed
}

export const offersClickFirst: SceneCheck = {
  says: 'offers first a click, since one mends it',
  isAbout: (scene) => clicksThatMend(scene).length > 0,
  holds({ name, offers: [first] }, expect) {
    expect(clicksThatMend(name)).toContain(first?.remedy.id)
    expect(first?.blocked).toBeUndefined()
  },
}
