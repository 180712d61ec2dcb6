import { gradeTyped } from '../../grading/typed'
import type { Kind } from '../kind'

export const text: Kind<'text'> = {
  gradedBy: 'machine',
  inOwnWords: true,

  layOut: () => ({ kind: 'text' }),
  ask: ({ prompt }) => ({ kind: 'text', prompt }),
  offered: () => null,
  offersOneList: false,

  untouched: () => ({ kind: 'text', text: '' }),
  isGiven: (_, answer) => answer.text.trim() !== '',
  grade: (content, answer) => gradeTyped(content, answer.text),
  chanceOfGuessing: () => 0,
  possibleAnswers: () => null,

  answerText: ({ answer }) => answer,
  givenText: (answer) => answer.text,

  interaction: ({ answer, accept }) => ({
    interactionType: 'fill-in',
    correctResponsesPattern: [answer, ...accept],
  }),
  response: (_, { text }) => text,

  rightAnswer: ({ answer }) => ({ kind: 'text', text: answer }),
  forgottenAnswer: () => ({ kind: 'text', text: 'not sure' }),
}
