import { outlookAddIn } from '../../causes/client/outlook-add-in.ts'
import { profileDamaged } from '../../causes/client/outlook-settings-damaged.ts'
import type { Chart } from '../../core/chart.ts'
import type { Guidance, Guide } from '../../core/remedy.ts'
import { foreignName, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { addInHosts } from '../../probes/client/add-in-hosts.ts'
import { capabilitiesOf, checkAgain, openingApp, quotable } from '../lib/app-places.ts'

export const newOutlookProfile: Guide = {
  id: 'new-outlook-profile',
  kind: 'guide',
  byHand: () => say('Only Outlook’s own tool makes profiles, and no other program can work it.'),
  label: say('Make a new Outlook profile'),
  risk: 3,
  treats: () => [profileDamaged],
  fits: (context) => capabilitiesOf(context).profileManager !== undefined && context.observation?.mode !== 'new',
  guide: (context) => ({
    steps: [
      say('Save the waiting messages first; this list offers to export them. They stay behind in the old profile.'),
      say('Quit Outlook.'),
      say(
        'Open Outlook Profile Manager. If it cannot be opened from here, Control-click Outlook in Applications > Show Package Contents.',
      ),
      say('Click the plus button, give the new profile a name, and choose to set it as the default.'),
      say('Open Outlook and add the account. Mail on the server comes back by itself.'),
      say('The old profile stays as it is. To go back, set it as the default again.'),
      checkAgain,
    ],
    values: [
      {
        name: say('Where it is in the package'),
        value: foreignName('Contents/SharedSupport/Outlook Profile Manager.app'),
      },
    ],
    ...openingTool(capabilitiesOf(context).profileManager),
  }),
}

export const addInGuide: Guide = {
  id: 'add-in-guide',
  kind: 'guide',
  byHand: () => say('Add-ins are switched off in Outlook alone. It lets no other program do that.'),
  label: say('Look after the add-in'),
  risk: 1,
  treats: () => [outlookAddIn],
  fits: (context) => capabilitiesOf(context).addIns === true,
  guide: (context) => {
    const lost = unreachable(context.chart)
    return {
      steps: [
        lost[0]
          ? say('The add-in is “{name}”.', { name: verbatim(quotable(lost[0].name)) })
          : say('Find out which add-ins you have.'),
        say('Open Outlook, write a new message, and click “Get Add-ins” or the Apps button, then “My add-ins”.'),
        say('Switch it off or remove it there, if you may, and send the message again.'),
        say('If your organisation installed it, its IT must put it right: send them the note from this list.'),
        checkAgain,
      ],
      values: lost.map(({ host }) => ({
        name: say('Where the add-in comes from'),
        value: foreignName(harmless(host, 255)),
      })),
      ...openingApp(context),
    }
  },
}

function openingTool(tool: string | undefined): Pick<Guidance, 'opens'> {
  return tool === undefined ? {} : { opens: { what: 'tool', target: tool, words: say('Open Outlook Profile Manager') } }
}

function unreachable(chart: Chart) {
  return chart.fact(addInHosts)?.addIns.filter(({ reach }) => reach !== 'open') ?? []
}
