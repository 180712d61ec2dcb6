import { gradePicks } from '../../grading/picks'
import { components, listed, listedAmong } from '../interaction'
import type { Kind } from '../kind'

export const multi: Kind<'multi'> = {
  gradedBy: 'machine',
  inOwnWords: false,

  layOut: ({ answers, distractors }, mix) => ({
    kind: 'multi',
    options: mix([...answers, ...distractors]),
  }),
  ask: ({ prompt }, { options }) => ({ kind: 'multi', prompt, options }),
  offered: ({ answers, distractors }) => [...answers, ...distractors],
  offersOneList: true,

  untouched: () => ({ kind: 'multi', options: [] }),
  isGiven: (_, { options }) => options.length > 0,
  grade: ({ answers, distractors }, { options }) =>
    gradePicks(options, { answers, offered: [...answers, ...distractors], what: 'options' }),
  chanceOfGuessing: ({ answers, distractors }) =>
    1 / (2 ** (answers.length + distractors.length) - 1),
  possibleAnswers: () => null,

  answerText: ({ answers }) => answers.join('; '),
  givenText: ({ options }) => options.join('; '),

  interaction: ({ answers, distractors }) => ({
    interactionType: 'choice',
    correctResponsesPattern: [listed(answers)],
    choices: components([...answers, ...distractors]),
  }),
  response: ({ answers, distractors }, { options }) =>
    listedAmong([...answers, ...distractors], [...new Set(options)]),

  rightAnswer: ({ answers }) => ({ kind: 'multi', options: answers }),
  forgottenAnswer: ({ answers, distractors }) => ({
    kind: 'multi',
    options: [...answers.slice(1), ...distractors.slice(0, 1)],
  }),
}
