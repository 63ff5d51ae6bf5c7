import { outlookAddIn } from '../causes/outlook-add-in.ts'
import { profileDamaged } from '../causes/outlook-settings-damaged.ts'
import type { Chart } from '../core/chart.ts'
import type { Guidance, Guide } from '../core/remedy.ts'
import { harmless } from '../core/text.ts'
import { addInHosts } from '../probes/add-in-hosts.ts'
import { called, can, checkAgain, openingApp } from './app-places.ts'

export const newOutlookProfile: Guide = {
  id: 'new-outlook-profile',
  kind: 'guide',
  label: 'Make a new Outlook profile',
  risk: 3,
  treats: () => [profileDamaged],
  fits: (consultation) => can(consultation).profileManager !== undefined && consultation.observation?.mode !== 'new',
  guide: (consultation) => ({
    steps: [
      'Save the waiting messages first; this list offers to export them. They stay behind in the old profile.',
      'Quit Outlook.',
      'Open Outlook Profile Manager. If it cannot be opened from here, Control-click Outlook in Applications > Show Package Contents.',
      'Click the plus button, give the new profile a name, and choose to set it as the default.',
      'Open Outlook and add the account. Mail on the server comes back by itself.',
      'The old profile stays as it is. To go back, set it as the default again.',
      checkAgain,
    ],
    values: [{ name: 'Where it is in the package', value: 'Contents/SharedSupport/Outlook Profile Manager.app' }],
    ...openingTool(can(consultation).profileManager),
  }),
}

export const addInGuide: Guide = {
  id: 'add-in-guide',
  kind: 'guide',
  label: 'Look after the add-in',
  risk: 1,
  treats: () => [outlookAddIn],
  fits: (consultation) => can(consultation).addIns === true,
  guide: (consultation) => {
    const lost = unreachable(consultation.chart)
    return {
      steps: [
        lost[0] ? `The add-in is “${called(lost[0].name)}”.` : 'Find out which add-ins you have.',
        'Open Outlook, write a new message, and click “Get Add-ins” or the Apps button, then “My add-ins”.',
        'Switch it off or remove it there, if you may, and send the message again.',
        'If your organisation installed it, its IT must put it right: send them the note from this list.',
        checkAgain,
      ],
      values: lost.map(({ host }) => ({ name: 'Where the add-in comes from', value: harmless(host, 255) })),
      ...openingApp(consultation),
    }
  },
}

function openingTool(tool: string | undefined): Pick<Guidance, 'opens'> {
  return tool === undefined ? {} : { opens: { what: 'tool', target: tool, words: 'Open Outlook Profile Manager' } }
}

function unreachable(chart: Chart) {
  return chart.fact(addInHosts)?.addIns.filter(({ reach }) => reach !== 'open') ?? []
}
