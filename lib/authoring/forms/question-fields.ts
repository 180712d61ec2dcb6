import type { QuestionKind } from '../../kinds/types'
import type { FieldSpec } from './field-spec'

const CLOZE_TEXT: FieldSpec = {
  name: 'text',
  label: 'Sentence',
  hint: 'A whole sentence with the gap in double braces around the answer: The treaty was signed in {{Tashkent}}.',
  shape: 'text',
}
const PROMPT: FieldSpec = { name: 'prompt', label: 'Question', shape: 'text' }
const ANSWER: FieldSpec = { name: 'answer', label: 'Answer', shape: 'text' }
const ACCEPT: FieldSpec = {
  name: 'accept',
  label: 'Also right',
  hint: 'Other forms of the answer, one on each line.',
  shape: 'lines',
}
const NEAR: FieldSpec = {
  name: 'near',
  label: 'Near misses',
  hint: 'Wrong answers that people give, one on each line, with what to say of it after a |.',
  shape: 'notes',
}
const lines = (name: string, label: string, hint: string): FieldSpec => ({
  name,
  label,
  hint,
  shape: 'lines',
})

/** What each kind of question has of its own, in the order in which it is written. */
const OWN: { readonly [K in QuestionKind]: readonly FieldSpec[] } = {
  flash: [PROMPT, ANSWER],
  cloze: [CLOZE_TEXT, ACCEPT, NEAR],
  text: [PROMPT, ANSWER, ACCEPT, NEAR],
  choice: [
    PROMPT,
    ANSWER,
    lines('distractors', 'Wrong options', 'One to three, one on each line.'),
  ],
  multi: [
    PROMPT,
    lines('answers', 'Right options', 'Two to seven, one on each line.'),
    lines('distractors', 'Wrong options', 'Two to six, one on each line.'),
  ],
  order: [
    PROMPT,
    lines('items', 'In the right order', 'Three to six, one on each line.'),
    {
      name: 'scale',
      label: 'Sorted by',
      hint: 'What the order means, for example: from early to late.',
      shape: 'line',
    },
  ],
  match: [
    PROMPT,
    {
      name: 'pairs',
      label: 'Pairs',
      hint: 'Three to six, one on each line: left side | right side.',
      shape: 'pairs',
    },
  ],
  number: [
    PROMPT,
    {
      name: 'answer',
      label: 'Answer',
      hint: 'In figures, with a point for decimals.',
      shape: 'number',
    },
    {
      name: 'unit',
      label: 'Unit',
      hint: 'What is counted: troops, million dollars.',
      shape: 'line',
    },
    {
      name: 'tolerance',
      label: 'Tolerance',
      hint: 'How far off still counts as right. Empty: not at all.',
      shape: 'number',
    },
  ],
  map: [
    PROMPT,
    { ...lines('answers', 'States to pick', 'Their ids, one on each line.'), picks: 'states' },
    {
      ...lines('candidates', 'States that can be picked', 'The right ones among them.'),
      picks: 'states',
    },
  ],
}

const choice = (...values: readonly (readonly [string, string])[]) =>
  values.map(([value, label]) => ({ value, label }))

const AROUND: readonly FieldSpec[] = [
  {
    name: 'explanation',
    label: 'Explanation',
    hint: 'Shown with the answer: why it is so, or what it must not be confused with.',
    shape: 'text',
  },
  {
    name: 'facts',
    label: 'Facts',
    hint: 'What the answer rests on: the ids of facts, one on each line.',
    shape: 'lines',
    picks: 'facts',
  },
  {
    name: 'cites',
    label: 'Further paragraphs',
    hint: 'What question or explanation say beyond these facts: source#paragraph, one on each line.',
    shape: 'lines',
    picks: 'citations',
  },
  {
    name: 'lesson',
    label: 'Lesson',
    hint: 'The one that unlocks it.',
    shape: 'choice',
    picks: 'lessons',
  },
  {
    name: 'topic',
    label: 'Topic',
    hint: 'Without one it has the topic of its file.',
    shape: 'choice',
    picks: 'topics',
  },
  {
    name: 'depth',
    label: 'Depth',
    shape: 'choice',
    options: choice(
      ['core', 'Core: what everybody knows'],
      ['full', 'Full'],
      ['source-craft', 'Source craft: about the documents themselves'],
    ),
  },
  {
    name: 'asks',
    label: 'Asks for',
    shape: 'choice',
    options: choice(
      ['fact', 'A fact'],
      ['why', 'A reason or relation'],
      ['case', 'An unseen case'],
    ),
  },
  {
    name: 'image',
    label: 'Image',
    hint: 'An image of the course, shown below the question.',
    shape: 'choice',
    picks: 'images',
  },
  {
    name: 'siblings',
    label: 'Not on the same day as',
    hint: 'Questions of which one gives the other away: their ids, one on each line. Those on the same fact are kept apart anyway.',
    shape: 'lines',
  },
  {
    name: 'asOf',
    label: 'As of',
    hint: 'Only if it is another date than that of the first fact: 2007, 2007-06 or 2007-06-17.',
    shape: 'line',
  },
]

/** The inputs for a question of this kind. Its id, its revision and its changes are not typed. */
export const questionFields = (kind: QuestionKind): readonly FieldSpec[] => [
  ...OWN[kind],
  ...AROUND,
]
