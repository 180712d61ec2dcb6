import { gradeTyped } from '../../grading/typed'
import type { Kind } from '../kind'

export const cloze: Kind<'cloze'> = {
  gradedBy: 'machine',
  inOwnWords: true,

  layOut: () => ({ kind: 'cloze' }),
  ask: ({ before, after }) => ({ kind: 'cloze', before, after }),
  offered: () => null,
  offersOneList: false,

  untouched: () => ({ kind: 'cloze', text: '' }),
  isGiven: (_, { text }) => text.trim() !== '',
  grade: (content, { text }) => gradeTyped(content, text),
  chanceOfGuessing: () => 0,
  possibleAnswers: () => null,

  answerText: ({ answer }) => answer,
  givenText: ({ text }) => text,

  interaction: ({ answer, accept }) => ({
    interactionType: 'fill-in',
    correctResponsesPattern: [answer, ...accept],
  }),
  response: (_, { text }) => text,

  rightAnswer: ({ answer }) => ({ kind: 'cloze', text: answer }),
  forgottenAnswer: () => ({ kind: 'cloze', text: 'not sure' }),
}
