import { gradePicks } from '../../grading/picks'
import { components, listed, listedAmong } from '../interaction'
import type { Kind } from '../kind'

export const map: Kind<'map'> = {
  gradedBy: 'machine',
  inOwnWords: false,

  layOut: ({ candidates }, mix) => ({ kind: 'map', candidates: mix(candidates) }),
  ask: ({ prompt }, { candidates }, stateOf) => ({
    kind: 'map',
    prompt,
    states: candidates.map(stateOf),
  }),
  offered: ({ candidates }, nameOf) => candidates.map(nameOf),
  offersOneList: false,

  untouched: () => ({ kind: 'map', states: [] }),
  isGiven: (_, { states }) => states.length > 0,
  grade: ({ answers, candidates }, { states }) =>
    gradePicks(states, { answers, offered: candidates, what: 'states' }),
  chanceOfGuessing: ({ candidates }) => 1 / (2 ** candidates.length - 1),
  possibleAnswers: () => null,

  answerText: ({ answers }, nameOf) => answers.map(nameOf).join(', '),
  givenText: ({ states }, nameOf) => states.map(nameOf).join(', '),

  interaction: ({ answers, candidates }, nameOf) => ({
    interactionType: 'choice',
    correctResponsesPattern: [listed(answers)],
    choices: components(candidates, nameOf),
  }),
  response: ({ candidates }, { states }) => listedAmong(candidates, [...new Set(states)]),

  rightAnswer: ({ answers }) => ({ kind: 'map', states: answers }),
  forgottenAnswer: ({ candidates }, random) => ({
    kind: 'map',
    states: candidates.filter((state) => random() < 0.5 || state === candidates[0]),
  }),
}
