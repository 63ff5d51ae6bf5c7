import { mailClients } from '../../clients/index.ts'
import { absent, type Cause, present } from '../../core/cause.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { byUpdate } from '../lib/brought-by.ts'
import { appName, clientHealthIn, clientIn, ownConnection } from '../lib/mail-app.ts'

/** A remark that codesign makes about a mail app on healthy Macs, too. */
const isHarmless = (line: string) => mailClients.some(({ health: { harmlessParts } }) => harmlessParts?.test(line))

export const clientDamaged: Cause = {
  id: 'client-damaged',
  title: say('The mail app’s installation is damaged.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: byUpdate,
  showAfterMs: 0,
  judge(chart) {
    const signature = clientHealthIn(chart)?.signature
    if (signature?.is !== 'broken' || isHarmless(signature.line)) return absent
    const clear = ownConnection(chart) === 'works'
    return present(
      clear ? 0.6 : 0.3,
      [
        say('macOS no longer recognises {app} as its maker made it', { app: appName(chart) }),
        say('It says: {line}', { line: verbatim(signature.line) }),
      ],
      clear ? [] : [say('The way to the mail server is not clear either')],
    )
  },
  explain: (chart) => ({
    plain: say(
      'Some files of {app} have been changed or are missing, so it may not work as it should. Installing it again repairs that; your mail stays.',
      { app: appName(chart) },
    ),
    details: [
      clientIn(chart)?.can.reinstall?.advice ??
        say('Mail belongs to macOS: installing the latest macOS update repairs it.'),
    ],
  }),
}
