import type { Kind } from '../kind'

export const flash: Kind<'flash'> = {
  gradedBy: 'learner',
  inOwnWords: false,

  layOut: () => ({ kind: 'flash' }),
  ask: ({ prompt }) => ({ kind: 'flash', prompt }),
  offered: () => null,
  offersOneList: false,

  untouched: () => ({ kind: 'flash' }),
  isGiven: () => false,
  grade: () => ({ outcome: 'self' }),
  chanceOfGuessing: () => 1,
  possibleAnswers: () => null,

  answerText: ({ answer }) => answer,
  givenText: () => '',

  interaction: ({ answer }) => ({
    interactionType: 'other',
    correctResponsesPattern: [answer],
  }),
  response: () => null,

  rightAnswer: () => ({ kind: 'flash' }),
  forgottenAnswer: () => ({ kind: 'flash' }),
}
