import type { Question } from '../course/types'
import type { Answer } from '../grading/answer'
import type { Random } from '../kernel/seeded-random'
import { pick, shuffled } from './random'

/** What somebody who remembers (or does not) would give. Wrong answers are ones the page lets people give. */
export function simulatedAnswer(question: Question, remembers: boolean, random: Random): Answer {
  switch (question.kind) {
    case 'flash':
      return { kind: 'flash' }
    case 'cloze':
    case 'text':
      return { kind: question.kind, text: remembers ? question.answer : 'not sure' }
    case 'choice': {
      const [first = question.answer, ...rest] = question.distractors
      return {
        kind: 'choice',
        option: remembers ? question.answer : pick(random, [first, ...rest]),
      }
    }
    case 'multi': {
      const options = remembers
        ? question.answers
        : [...question.answers.slice(1), ...question.distractors.slice(0, 1)]
      return { kind: 'multi', options }
    }
    case 'order':
      return {
        kind: 'order',
        items: remembers ? question.items : shuffled(random, question.items),
      }
    case 'match': {
      const rights = question.pairs.map((pair) => pair.right)
      const given = remembers ? rights : [...rights.slice(1), ...rights.slice(0, 1)]
      return {
        kind: 'match',
        pairs: question.pairs.map(({ left, right }, i) => ({ left, right: given[i] ?? right })),
      }
    }
    case 'number':
      return { kind: 'number', text: String(remembers ? question.answer : question.answer * 2 + 1) }
    case 'map':
      return {
        kind: 'map',
        states: remembers
          ? question.answers
          : question.candidates.filter(
              (state) => random() < 0.5 || state === question.candidates[0],
            ),
      }
  }
}
