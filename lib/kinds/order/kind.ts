import { shuffled } from '../../kernel/pick'
import { factorial } from '../factorial'
import { components, listed, listedAmong } from '../interaction'
import type { Kind } from '../kind'
import { gradeOrder } from './grade'

export const order: Kind<'order'> = {
  gradedBy: 'machine',
  inOwnWords: false,

  layOut: ({ items }, mix) => ({ kind: 'order', items: unsolved(mix(items), items) }),
  ask: ({ prompt, scale }, { items }) => ({ kind: 'order', prompt, scale, items }),
  offered: ({ items }) => items,
  offersOneList: true,

  untouched: ({ items }) => ({ kind: 'order', items }),
  isGiven: (asked, { items }) => items.length === asked.items.length,
  grade: (content, { items }) => gradeOrder(content, items),
  chanceOfGuessing: ({ items }) => 1 / factorial(items.length),
  possibleAnswers: () => null,

  answerText: ({ scale, items }) => `${scale}: ${items.join('; ')}`,
  givenText: ({ items }) => items.join('; '),

  interaction: ({ items }) => ({
    interactionType: 'sequencing',
    correctResponsesPattern: [listed(items)],
    choices: components(items),
  }),
  response: (content, { items }) => listedAmong(content.items, items),

  rightAnswer: ({ items }) => ({ kind: 'order', items }),
  forgottenAnswer: ({ items }, random) => ({ kind: 'order', items: shuffled(random, items) }),
}

/** Items to order never come solved. */
function unsolved(mixed: readonly string[], solved: readonly string[]): readonly string[] {
  const isSolved = mixed.every((item, index) => item === solved[index])
  return isSolved ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}
