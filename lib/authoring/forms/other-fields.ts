import { BODY } from '../../compiler/edit/target'
import type { FieldSpec } from './field-spec'

const options = (...values: readonly (readonly [string, string])[]) =>
  values.map(([value, label]) => ({ value, label }))

const CITES: FieldSpec = {
  name: 'cites',
  label: 'Paragraphs',
  hint: 'Where it stands: source#paragraph, one on each line.',
  shape: 'lines',
  picks: 'citations',
}

const choice = (
  name: string,
  label: string,
  ...values: readonly (readonly [string, string])[]
) => ({
  name,
  label,
  shape: 'choice' as const,
  options: options(...values),
})

/** What the atlas, the maps and the timelines draw. A fact says it, so that it stands with its fact. */
const CHANGES: FieldSpec = {
  name: 'changes',
  label: 'Who joined or left',
  hint: 'Only for what happened. Maps, timelines and the atlas are drawn from it. An observer who becomes a member leaves as observer and joins as member: two changes.',
  shape: 'rows',
  each: 'membership change',
  columns: [
    { name: 'organisation', label: 'Organisation', shape: 'choice', picks: 'organisations' },
    choice('role', 'As', ['member', 'Member'], ['observer', 'Observer']),
    choice('action', 'What they did', ['joins', 'Joined'], ['leaves', 'Left']),
    { name: 'date', label: 'When', hint: '2007, 2007-06 or 2007-06-17.', shape: 'line' },
    {
      name: 'states',
      label: 'States',
      hint: 'Their ids, one on each line.',
      shape: 'lines',
      picks: 'states',
    },
  ],
}

export const FACT_FIELDS: readonly FieldSpec[] = [
  {
    name: 'statement',
    label: 'Statement',
    hint: 'One sentence in your own words.',
    shape: 'text',
  },
  {
    name: 'kind',
    label: 'Kind',
    shape: 'choice',
    options: options(
      ['event', 'Event'],
      ['state', 'State of affairs'],
      ['number', 'Number'],
      ['relation', 'Relation'],
      ['reason', 'Reason'],
      ['judgement', 'Judgement'],
      ['forecast', 'Forecast'],
      ['plan', 'Plan'],
    ),
  },
  {
    name: 'asOf',
    label: 'Stated for',
    hint: 'The date for which it is said: 2007, 2007-06 or 2007-06-17. Leave it empty when it holds from one date to another.',
    shape: 'line',
  },
  { name: 'holds.from', label: 'Holds from', shape: 'line' },
  { name: 'holds.to', label: 'Holds until', hint: 'Empty: it still holds.', shape: 'line' },
  CHANGES,
  CITES,
  {
    name: 'keyTerms',
    label: 'Key terms',
    hint: 'Words that stand in these paragraphs just so, one on each line.',
    shape: 'lines',
  },
  {
    name: 'confidence',
    label: 'How sure',
    hint: 'Without a choice: stated.',
    shape: 'choice',
    options: options(
      ['stated', 'The document says so'],
      ['derived', 'It follows from what it says'],
      ['uncertain', 'Uncertain'],
    ),
  },
  {
    name: 'contradicts',
    label: 'Says otherwise than',
    hint: 'Facts that contradict it, one on each line. The other one says it too by itself.',
    shape: 'lines',
    picks: 'facts',
  },
]

export const LESSON_FIELDS: readonly FieldSpec[] = [
  { name: 'title', label: 'Title', shape: 'line' },
  { name: 'module', label: 'Module', shape: 'choice', picks: 'modules' },
  { name: 'question', label: 'The one question that it answers', shape: 'text' },
  { name: 'minutes', label: 'Minutes', shape: 'number' },
  {
    name: BODY,
    label: 'Text',
    hint: 'Markdown. What teaches a fact stands in :fact[words]{id=…}, and ::recall{q=…} on a line of its own asks a question.',
    shape: 'markdown',
  },
]

export const SOURCE_FIELDS: readonly FieldSpec[] = [
  { name: 'title', label: 'Title', shape: 'line' },
  {
    name: 'short',
    label: 'Short name',
    hint: 'Two to six small letters.',
    shape: 'line',
  },
  { name: 'author', label: 'Author', hint: 'Empty when it names none.', shape: 'line' },
  { name: 'publisher', label: 'Publisher', shape: 'line' },
  { name: 'date', label: 'Date', hint: '2007, 2007-06 or 2007-06-17.', shape: 'line' },
  {
    name: 'dateKnown',
    label: 'The date is',
    shape: 'choice',
    options: options(['stated', 'Stated in the document'], ['inferred', 'Inferred']),
  },
  { name: 'dateNote', label: 'How the date is known', shape: 'text' },
  {
    name: 'reliability',
    label: 'How far it can be trusted',
    shape: 'text',
  },
  {
    name: 'sections',
    label: 'Sections',
    hint: 'One on each line: first-last paragraph | title. Together they hold every paragraph.',
    shape: 'sections',
  },
  {
    name: 'leftOut',
    label: 'Left out',
    hint: 'Paragraphs that the course makes nothing of. No fact may cite them.',
    shape: 'rows',
    each: 'stretch',
    columns: [
      { name: 'from', label: 'From paragraph', shape: 'number' },
      { name: 'to', label: 'To paragraph', shape: 'number' },
      { name: 'reason', label: 'Why', shape: 'text' },
    ],
  },
]

/** Its modules and topics are things of their own. */
export const COURSE_FIELDS: readonly FieldSpec[] = [
  { name: 'title', label: 'Title', shape: 'line' },
  { name: 'summary', label: 'What it is about', shape: 'text' },
  {
    name: 'subjects',
    label: 'Subjects',
    hint: 'What the course is for, each by its topics. A course may do without them.',
    shape: 'rows',
    each: 'subject',
    columns: [
      { name: 'id', label: 'Id', hint: 'Small letters, figures and hyphens.', shape: 'line' },
      { name: 'title', label: 'Title', shape: 'line' },
      { name: 'topics', label: 'Topics', hint: 'Their ids, one on each line.', shape: 'lines' },
    ],
  },
]

export const MODULE_FIELDS: readonly FieldSpec[] = [
  { name: 'title', label: 'Title', shape: 'line' },
  { name: 'summary', label: 'Summary', shape: 'text' },
  {
    name: 'lessons',
    label: 'Lessons',
    hint: 'Their ids in the order in which they are learned, one on each line.',
    shape: 'lines',
  },
]

export const TOPIC_FIELDS: readonly FieldSpec[] = [
  { name: 'title', label: 'Title', shape: 'line' },
  {
    name: 'about',
    label: 'What it gathers',
    hint: 'Only for a topic that is no module of its own.',
    shape: 'text',
  },
]

const NAME: FieldSpec = { name: 'name', label: 'Name', shape: 'line' }
const OTHER_NAMES: readonly FieldSpec[] = [
  {
    name: 'aliases',
    label: 'Other names',
    hint: 'Names of the same thing, one on each line. A typed answer may use each of them.',
    shape: 'lines',
  },
  {
    name: 'mentions',
    label: 'Words that speak of it',
    hint: 'Such as its adjective or its capital, one on each line. By them its facts are found.',
    shape: 'lines',
  },
]

export const ENTITY_FIELDS: readonly FieldSpec[] = [NAME, ...OTHER_NAMES]

export const STATE_FIELDS: readonly FieldSpec[] = [
  NAME,
  {
    name: 'iso',
    label: 'Number in ISO 3166-1',
    hint: 'Three figures, such as 398 for Kazakhstan. Maps find the state by it.',
    shape: 'line',
  },
  ...OTHER_NAMES,
]
