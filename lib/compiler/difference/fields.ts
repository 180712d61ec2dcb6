import { factTimeLabel } from '../../course/fact-time-label'
import type { LookUp } from '../../course/look-up'
import { formatDate } from '../../course/partial-date'
import type { Citation, Fact, Lesson, Question, Source } from '../../course/types'
import { answerText } from '../../kinds/answer-text'
import { kindOf } from '../../kinds/kinds'
import { compare } from '../fault'

/** One part of an entry in words: its name for people, and its text; empty where it has none. */
export type Field = { readonly name: string; readonly text: string }

/** The parts of a question that an answer, the options and the prompt do not show already. */
const IN_OTHER_WORDS: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'topic', 'depth', 'asks', 'module', 'lesson', 'prompt', 'explanation', 'facts'],
  ...['cites', 'asOf', 'siblings', 'tells', 'revision', 'changes'],
  // These make the prompt, the answer or the options.
  ...['before', 'after', 'answer', 'answers', 'distractors', 'items', 'pairs', 'scale', 'unit'],
  'candidates',
])

/** A question as an instructor compares it: what is asked, what is right, and what it rests on. */
export function fieldsOfQuestion(question: Question, { nameOf, topic }: LookUp): readonly Field[] {
  const offered = kindOf(question.kind).offered(question, nameOf) ?? []
  const more = Object.entries(question)
    .filter(([key]) => !IN_OTHER_WORDS.has(key))
    .map(([key, value]): Field => ({ name: NAMES[key] ?? key, text: inWords(value) }))
  return [
    { name: 'kind', text: question.kind },
    { name: 'prompt', text: question.prompt },
    { name: 'answer', text: answerText(question, nameOf) },
    { name: 'options', text: [...offered].sort().join('; ') },
    ...more,
    { name: 'explanation', text: question.explanation },
    { name: 'facts', text: question.facts.join(', ') },
    { name: 'further citations', text: question.cites.map(citation).join(', ') },
    { name: 'topic', text: topic(question.topic)?.title ?? question.topic },
    { name: 'lesson', text: question.lesson },
    { name: 'depth', text: question.depth },
    { name: 'asks for', text: question.asks },
    { name: 'as of', text: formatDate(question.asOf) },
    { name: 'revision', text: String(question.revision) },
  ]
}

const NAMES: Readonly<Record<string, string>> = {
  accept: 'also accepted',
  near: 'near misses',
}

export const fieldsOfFact = (fact: Fact, { nameOf }: LookUp): readonly Field[] => [
  { name: 'statement', text: fact.statement },
  { name: 'kind', text: fact.kind },
  { name: 'time', text: factTimeLabel(fact) },
  { name: 'citations', text: fact.cites.map(citation).join(', ') },
  { name: 'key terms', text: fact.keyTerms.join(', ') },
  { name: 'confidence', text: fact.confidence },
  { name: 'contradicts', text: fact.contradicts.join(', ') },
  {
    name: 'memberships',
    text: fact.changes
      .map(({ organisation, role, action, states, date }) =>
        [states.map(nameOf).join(', '), action, nameOf(organisation), `as ${role}, ${date}`].join(
          ' ',
        ),
      )
      .join('; '),
  },
]

export const fieldsOfLesson = (lesson: Lesson): readonly Field[] => [
  { name: 'title', text: lesson.title },
  { name: 'question', text: lesson.question },
  { name: 'module', text: lesson.module },
  { name: 'minutes', text: String(lesson.minutes) },
  { name: 'text', text: lesson.text },
  { name: 'facts', text: lesson.facts.join(', ') },
  { name: 'recall prompts', text: lesson.recalls.join(', ') },
]

export const fieldsOfSource = (source: Source): readonly Field[] =>
  Object.entries(source)
    .filter(([key]) => key !== 'id')
    .map(([key, value]) => ({ name: key, text: inWords(value) }))

const citation = ({ source, paragraph }: Citation): string => `${source}#${paragraph}`

const READ_FIRST = ['text', 'title', 'from', 'to']
const place = (key: string): number =>
  READ_FIRST.includes(key) ? READ_FIRST.indexOf(key) : READ_FIRST.length

function inWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(inWords).join('; ')
  if (typeof value === 'object') {
    // The database keeps no order of keys, and the order must not look like a change.
    return Object.entries(value)
      .sort(([a], [b]) => place(a) - place(b) || compare(a, b))
      .map(([, part]) => inWords(part))
      .join(': ')
  }
  return String(value)
}
