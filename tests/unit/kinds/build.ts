import type { PartialDate } from '@/lib/course/partial-date'
import type { Question, QuestionOf } from '@/lib/course/types'
import {
  asEntityId,
  asFactId,
  asLessonId,
  asModuleId,
  asQuestionId,
  asTopicId,
} from '@/lib/kernel/ids'
import type { QuestionKind } from '@/lib/kinds/types'

const base = {
  id: asQuestionId('q'),
  topic: asTopicId('membership'),
  module: asModuleId('membership'),
  lesson: asLessonId('treaty'),
  prompt: 'Which?',
  explanation: 'Because.',
  facts: [asFactId('jir-cst-signed')],
  depth: 'full' as const,
  asks: 'fact' as const,
  cites: [],
  asOf: '2007-06' as PartialDate,
  siblings: [],
  revision: 1,
  changes: [],
}

const entities = (ids: string) => ids.split(' ').map(asEntityId)

const samples: { readonly [K in QuestionKind]: QuestionOf<K> } = {
  flash: { ...base, kind: 'flash', answer: 'Because of Andijan.' },
  cloze: {
    ...base,
    kind: 'cloze',
    before: 'Rejoined in ',
    after: '.',
    answer: 'June 2006',
    accept: [],
    near: [{ text: 'June 2012', note: 'That is when it left again.' }],
  },
  choice: { ...base, kind: 'choice', answer: 'Moscow', distractors: ['Tashkent', 'Astana'] },
  multi: {
    ...base,
    kind: 'multi',
    answers: ['Russia', 'China', 'Kazakhstan', 'Tajikistan'],
    distractors: ['India', 'Iran', 'Mongolia'],
  },
  order: {
    ...base,
    kind: 'order',
    items: ['Treaty', 'Shanghai Five', 'SCO', 'CSTO', 'Andijan'],
    scale: 'earliest first',
  },
  match: {
    ...base,
    kind: 'match',
    pairs: [
      { left: 'RATS', right: 'Tashkent' },
      { left: 'SCO', right: 'Beijing' },
      { left: 'CSTO', right: 'Moscow' },
      { left: 'NATO', right: 'Brussels' },
    ],
  },
  number: { ...base, kind: 'number', answer: 4500, unit: 'troops', tolerance: 0 },
  text: {
    ...base,
    kind: 'text',
    answer: 'Shanghai Cooperation Organisation',
    accept: [],
    near: [],
  },
  map: {
    ...base,
    kind: 'map',
    answers: entities('ru am kz'),
    candidates: entities('ru am kz uz tm ge'),
  },
}

/** A question of a kind, with the parts that a test cares about. */
export function question<K extends QuestionKind>(
  kind: K,
  parts: Partial<QuestionOf<K>> = {},
): QuestionOf<K> {
  return { ...samples[kind], ...parts }
}

export const everyKind: readonly Question[] = Object.values(samples)
