import type { ClientQuestion } from '../self-check.ts'
import { thunderbirdFolder } from './places.ts'

export const thunderbirdQuestions: readonly ClientQuestion[] = [
  {
    id: 'thunderbird-1',
    question: 'Is a message that Thunderbird has sent marked as gone in “Unsent Messages” before that is compacted?',
    ask: {
      told: 'Please look into that file with a text editor once a message has left, and tell its line X-Mozilla-Status.',
    },
  },
  { id: 'thunderbird-2', question: 'What does Thunderbird keep in its folder?', ask: { namesIn: thunderbirdFolder } },
  {
    id: 'thunderbird-3',
    question: 'Is the item “Send Unsent Messages” of Thunderbird’s menu found and pressed by System Events?',
    ask: { told: 'Please put a message off in Thunderbird, try “Let the mail app send what waits”, and tell.' },
  },
]
