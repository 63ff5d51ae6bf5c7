import type { Status } from '../../../src/core/diagnosis.ts'
import { englishPanelWords } from '../../../src/words/panel/en.ts'
import type { Stage } from '../open-panel.ts'
import { draw, icon } from './desk.ts'

/** What one sees at a glance: each icon as it stands in the menu bar, with what it says. */
export async function picturesOfIcons({ browser }: Stage): Promise<void> {
  const shown: readonly Status[] = ['clear', 'checking', 'waiting', 'stuck', 'offline', 'unsure', 'paused']
  await draw(browser, 'glance', {
    width: 400,
    inside: (look) =>
      `<div class="on-desk" style="background:${look === 'light' ? '#ffffff' : '#28282c'}">${shown
        .map(
          (status) =>
            `<p style="display:flex;gap:14px;align-items:center;margin:0;padding:9px 16px">${icon(look, status, 22)}${englishPanelWords.statuses[status]}</p>`,
        )
        .join('')}</div>`,
  })
}
