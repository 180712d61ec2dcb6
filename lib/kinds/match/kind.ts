import { factorial } from '../factorial'
import { components, paired } from '../interaction'
import type { Kind } from '../kind'
import { gradeMatch } from './grade'
import type { Pair } from './types'

const lefts = (pairs: readonly Pair[]) => pairs.map(({ left }) => left)
const rights = (pairs: readonly Pair[]) => pairs.map(({ right }) => right)
const inWords = (pairs: readonly Pair[]) =>
  pairs.map(({ left, right }) => `${left}: ${right}`).join('; ')

export const match: Kind<'match'> = {
  gradedBy: 'machine',
  inOwnWords: false,

  layOut: ({ pairs }, mix) => ({
    kind: 'match',
    lefts: mix(lefts(pairs), 'left'),
    rights: mix(rights(pairs), 'right'),
  }),
  ask: ({ prompt }, shown) => ({
    kind: 'match',
    prompt,
    lefts: shown.lefts,
    rights: shown.rights,
  }),
  offered: ({ pairs }) => pairs.flatMap(({ left, right }) => [left, right]),
  offersOneList: false,

  untouched: () => ({ kind: 'match', pairs: [] }),
  isGiven: (asked, { pairs }) => pairs.length === asked.lefts.length,
  grade: (content, { pairs }) => gradeMatch(content, pairs),
  chanceOfGuessing: ({ pairs }) => 1 / factorial(pairs.length),
  possibleAnswers: () => null,

  answerText: ({ pairs }) => inWords(pairs),
  givenText: ({ pairs }) => inWords(pairs),

  interaction: ({ pairs }) => ({
    interactionType: 'matching',
    correctResponsesPattern: [paired(pairs)],
    source: components(lefts(pairs)),
    target: components(rights(pairs)),
  }),
  response: (content, { pairs }) => {
    const known = (all: readonly string[], some: readonly string[]) =>
      some.length > 0 && some.every((one) => all.includes(one))
    return known(lefts(content.pairs), lefts(pairs)) && known(rights(content.pairs), rights(pairs))
      ? paired(pairs)
      : null
  },

  rightAnswer: ({ pairs }) => ({ kind: 'match', pairs }),
  forgottenAnswer({ pairs }) {
    const [first, ...rest] = rights(pairs)
    const turned = first === undefined ? rest : [...rest, first]
    return {
      kind: 'match',
      pairs: pairs.map(({ left, right }, i) => ({ left, right: turned[i] ?? right })),
    }
  },
}
