import { incomplete, right, wrong } from '../../grading/decide'
import { pick } from '../../kernel/pick'
import { components, listed } from '../interaction'
import type { Kind } from '../kind'

export const choice: Kind<'choice'> = {
  gradedBy: 'machine',
  inOwnWords: false,

  layOut: ({ answer, distractors }, mix) => ({
    kind: 'choice',
    options: mix([answer, ...distractors]),
  }),
  ask: ({ prompt }, { options }) => ({ kind: 'choice', prompt, options }),
  offered: ({ answer, distractors }) => [answer, ...distractors],
  offersOneList: true,

  untouched: () => ({ kind: 'choice', option: '' }),
  isGiven: (_, { option }) => option !== '',
  grade({ answer, distractors }, { option }) {
    if (option === answer) return right('Right.')
    if (!distractors.includes(option)) return incomplete('Choose one of the options first.')
    return wrong(`The answer is “${answer}”.`)
  },
  chanceOfGuessing: ({ distractors }) => 1 / (1 + distractors.length),
  possibleAnswers: ({ answer, distractors }) =>
    [answer, ...distractors].map((option) => ({ kind: 'choice', option })),

  answerText: ({ answer }) => answer,
  givenText: ({ option }) => option,

  interaction: ({ answer, distractors }) => ({
    interactionType: 'choice',
    correctResponsesPattern: [listed([answer])],
    choices: components([answer, ...distractors]),
  }),
  response: ({ answer, distractors }, { option }) =>
    [answer, ...distractors].includes(option) ? listed([option]) : null,

  rightAnswer: ({ answer }) => ({ kind: 'choice', option: answer }),
  forgottenAnswer({ answer, distractors }, random) {
    const [first = answer, ...rest] = distractors
    return { kind: 'choice', option: pick(random, [first, ...rest]) }
  },
}
