import { passwordRefused } from '../../causes/sign-in/password-refused.ts'
import { say } from '../../core/sentence.ts'
import { passwordAct } from './give-password.ts'

export const updatePassword = passwordAct({
  id: 'update-password',
  label: say('Give the mail app the right password'),
  treats: () => [passwordRefused],
})
