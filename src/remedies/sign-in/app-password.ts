import { appPasswordNeeded } from '../../causes/sign-in/app-password-needed.ts'
import { say } from '../../core/sentence.ts'
import { passwordAct } from './give-password.ts'
import { makingAppPassword } from './password-guides.ts'

/** In groups of four, as providers show them; the gaps are no part of it. */
const inGroups = /^\s*[a-z0-9]{4}(\s+[a-z0-9]{4})+\s*$/i

export const appPassword = passwordAct({
  id: 'app-password',
  label: say('Give the mail app an app password'),
  treats: () => [appPasswordNeeded],
  meant: (typed) => (inGroups.test(typed) ? typed.replaceAll(/\s/g, '') : typed),
  opens: ({ chart }) => makingAppPassword(chart).opens,
})
