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
]
