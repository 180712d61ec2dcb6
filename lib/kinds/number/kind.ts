import type { Kind } from '../kind'
import { gradeNumber } from './grade'
import { acceptedRange, readResponse } from './number-interaction'
import { numberText } from './number-text'

export const number: Kind<'number'> = {
  gradedBy: 'machine',
  inOwnWords: false,

  layOut: () => ({ kind: 'number' }),
  ask: ({ prompt, unit }) => ({ kind: 'number', prompt, unit }),
  offered: () => null,
  offersOneList: false,

  untouched: () => ({ kind: 'number', text: '' }),
  isGiven: (_, { text }) => text.trim() !== '',
  grade: (content, { text }) => gradeNumber(content, text),
  chanceOfGuessing: () => 0,
  possibleAnswers: () => null,

  answerText: (content) => numberText(content),
  givenText: ({ text }) => text,

  interaction: (content) => ({
    interactionType: 'numeric',
    correctResponsesPattern: [acceptedRange(content)],
  }),
  response: (content, { text }) => readResponse(content, text),

  rightAnswer: ({ answer }) => ({ kind: 'number', text: String(answer) }),
  forgottenAnswer: ({ answer }) => ({ kind: 'number', text: String(answer * 2 + 1) }),
}
