import { plural } from '../report/report'
import {
  type ChangedEntry,
  type ChangedQuestion,
  type CourseDifference,
  type Entry,
  type FieldChange,
  isSame,
} from './course-difference'

/** What is new, for a terminal: one block for each list that is not empty, and the totals at the end. */
export function differenceText(difference: CourseDifference): string {
  if (isSame(difference)) return 'Nothing that is taught or asked differs.'
  const { questions, facts, lessons, sources, others } = difference
  const blocks = [
    block('New questions', questions.added, line),
    block('Changed questions', questions.changed, changedQuestion),
    block(
      'Retired questions',
      questions.retired,
      (entry) => `${named(entry)}${entry.reason === '' ? '' : `: ${entry.reason}`}`,
    ),
    block('New facts', facts.added, line),
    block('Changed facts', facts.changed, changed),
    block('Facts that are gone', facts.removed, line),
    block('New lessons', lessons.added, line),
    block('Changed lessons', lessons.changed, changed),
    block('Lessons that are gone', lessons.removed, line),
    block('New sources', sources.added, line),
    block('Changed sources', sources.changed, changed),
    block('Sources that are gone', sources.removed, line),
    others.length === 0 ? [] : [`Also changed: ${others.join(', ')}.`],
  ].filter((lines) => lines.length > 0)
  return [...blocks.map((lines) => lines.join('\n')), differenceSummary(difference)].join('\n\n')
}

/** `1 question added, 2 changed (1 of meaning), 1 retired; 1 fact changed.` */
export function differenceSummary(difference: CourseDifference): string {
  const { questions, facts, lessons, sources, others } = difference
  const of = (word: string, counts: readonly (readonly [number, string])[]) =>
    counts
      .filter(([n]) => n > 0)
      .map(([n, what], i) => (i === 0 ? `${plural(n, word)} ${what}` : `${n} ${what}`))
      .join(', ')
  const meaning = questions.changed.filter(({ severity }) => severity === 'meaning').length
  const parts = [
    of('question', [
      [questions.added.length, 'added'],
      [questions.changed.length, meaning === 0 ? 'changed' : `changed (${meaning} of meaning)`],
      [questions.retired.length, 'retired'],
    ]),
    ...(
      [
        ['fact', facts],
        ['lesson', lessons],
        ['source', sources],
      ] as const
    ).map(([word, { added, changed, removed }]) =>
      of(word, [
        [added.length, 'added'],
        [changed.length, 'changed'],
        [removed.length, 'removed'],
      ]),
    ),
    others.length === 0 ? '' : `${others.join(', ')} changed`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'No difference.' : `${parts.join('; ')}.`
}

const block = <T>(title: string, items: readonly T[], show: (item: T) => string) =>
  items.length === 0 ? [] : [`${title}: ${items.length}`, ...items.map((item) => `  ${show(item)}`)]

const line = (entry: Entry): string => `${named(entry)}: ${short(entry.title)}`

const named = ({ id, course }: Entry): string => (course === undefined ? id : `${course}: ${id}`)

const changed = (entry: ChangedEntry): string =>
  [named(entry), ...entry.fields.flatMap(sides)].join('\n')

const changedQuestion = (question: ChangedQuestion): string =>
  [
    question.severity === null
      ? `${named(question)} (no new revision)`
      : `${named(question)} (${question.severity}): ${question.notes.join(' ')}`,
    ...question.fields.flatMap(sides),
  ].join('\n')

const sides = ({ name, before, after }: FieldChange): readonly string[] => [
  `      ${name}`,
  ...(before === '' ? [] : [`        - ${short(before)}`]),
  ...(after === '' ? [] : [`        + ${short(after)}`]),
]

/** A terminal shows enough to recognise it; the page of the version shows it whole. */
const LONGEST = 300
function short(text: string): string {
  const oneLine = text.replaceAll('\n', ' ')
  return oneLine.length <= LONGEST ? oneLine : `${oneLine.slice(0, LONGEST)}…`
}
