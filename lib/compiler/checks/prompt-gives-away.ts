import type { QuestionEntry } from '../../course/schema/question-entry'
import type { Entity } from '../../course/types'
import { splitCloze } from '../cloze'
import type { Check } from '../draft'
import { fault } from '../fault'
import { namedIn, offeredIn } from './named-in'
import { numberNamedIn } from './number-named-in'
import { orderGivenAway } from './order-given-away'

/** The answer must not be readable from what is shown before it. */
export const promptGivesAway: Check = (draft) => {
  const entities = draft.entities.map(({ value }) => value)
  return draft.questions.flatMap(({ value, at }) => {
    const clue = clueIn(value, entities)
    const place = at([value.kind === 'cloze' ? 'text' : 'prompt'])
    return clue === null ? [] : [fault(place, 'gives-away', clue)]
  })
}

function clueIn(question: QuestionEntry, entities: readonly Entity[]): string | null {
  switch (question.kind) {
    case 'flash':
    case 'text': {
      const { prompt, answer } = question
      const forms = question.kind === 'text' ? [answer, ...question.accept] : [answer]
      const named = forms.find((form) => namedIn(prompt, form) && !offeredIn(prompt, form))
      return named === undefined ? null : `the prompt holds its answer, "${named}"`
    }
    case 'cloze': {
      const gap = splitCloze(question.text)
      if (gap === null) return null
      const shown = `${gap.before} ____ ${gap.after}`
      const named = [gap.answer, ...question.accept].find((form) => namedIn(shown, form))
      return named === undefined ? null : `the sentence around the gap holds its answer, "${named}"`
    }
    case 'choice':
      return optionsNamed(question.prompt, [question.answer], question.distractors)
    case 'multi':
      return optionsNamed(question.prompt, question.answers, question.distractors)
    case 'number':
      return numberNamedIn(question.prompt, question.answer, question.unit)
        ? `the prompt holds its answer, ${question.answer}`
        : null
    case 'order':
      return orderGivenAway(question.items, question.scale)
    case 'match': {
      const pair = question.pairs.find(
        ({ left, right }) => namedIn(left, right) || namedIn(right, left),
      )
      return pair === undefined
        ? null
        : `one side of a pair holds the other: "${pair.left}" and "${pair.right}"`
    }
    case 'map': {
      const states = entities.filter(({ id }) => question.answers.includes(id))
      const named = states
        .flatMap(({ name, aliases }) => [name, ...aliases])
        .find((name) => namedIn(question.prompt, name))
      return named === undefined ? null : `the prompt names a right state, "${named}"`
    }
  }
}

/** A prompt may name all its options ("which of the two"); naming a right one alone tells. */
function optionsNamed(
  prompt: string,
  right: readonly string[],
  wrong: readonly string[],
): string | null {
  const named = right.find((option) => namedIn(prompt, option))
  if (named === undefined) return null
  if ([...right, ...wrong].every((option) => namedIn(prompt, option))) return null
  return `the prompt holds the answer "${named}", but not all of the options`
}
