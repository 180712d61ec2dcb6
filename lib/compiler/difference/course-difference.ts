import { coursesOf } from '../../course/courses'
import { type LookUp, lookUp } from '../../course/look-up'
import { type Owners, ownersIn } from '../../course/owners'
import { type Change, changesAfter } from '../../course/revisions'
import type { Catalogue, CoursePart, Question } from '../../course/types'
import { compare } from '../fault'
import {
  type Field,
  fieldsOfFact,
  fieldsOfLesson,
  fieldsOfQuestion,
  fieldsOfSource,
} from './fields'

/** A part of an entry that differs. A lesson's text has only the paragraphs that do. */
export type FieldChange = {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** An entry, with what it is called where only a line is shown. */
export type Entry = {
  readonly id: string
  readonly title: string
  /** Where there are several. */
  readonly course?: string
}
export type ChangedEntry = Entry & { readonly fields: readonly FieldChange[] }

export type ChangedQuestion = ChangedEntry & {
  /** The gravest severity of its new revisions; null if its revision stayed. */
  readonly severity: Change['severity'] | null
  /** What its new revisions say of themselves, oldest first. */
  readonly notes: readonly string[]
}

type Lists<Changed extends ChangedEntry> = {
  readonly added: readonly Entry[]
  readonly changed: readonly Changed[]
  readonly removed: readonly Entry[]
}

export type CourseDifference = {
  readonly questions: {
    readonly added: readonly (Entry & { readonly fields: readonly Field[] })[]
    readonly changed: readonly ChangedQuestion[]
    readonly retired: readonly (Entry & { readonly reason: string })[]
  }
  readonly facts: Lists<ChangedEntry>
  readonly lessons: Lists<ChangedEntry>
  readonly sources: Lists<ChangedEntry>
  /** What else differs, by name, such as `entities`. */
  readonly others: readonly string[]
}

/** What is new in a catalogue. Before the first one there was nothing. Lists are in course order. */
export function courseDifference(before: Catalogue | null, after: Catalogue): CourseDifference {
  const old = before ?? { ...after, ...NOTHING }
  const [then, now] = [lookUp(old), lookUp(after)]
  // A second course that comes or goes leaves what stays without a name of its own.
  const named = after.courses === undefined && before !== null ? before : after
  // One course alone is named nowhere.
  const owners = named.courses === undefined ? null : ownersIn(named)
  const questions = compareEntries(
    old.questions.map((question) => entry(question, then, owners)),
    after.questions.map((question) => entry(question, now, owners)),
  )
  const reasons = new Map<string, string>(
    after.course.retired.map(({ id, reason }) => [id, reason]),
  )
  return {
    questions: {
      added: questions.added,
      changed: questions.changed.map((changed) => {
        const changes = changesAfter(changed.now.of, changed.old.of.revision)
        return {
          ...shown(changed.now),
          fields: changed.fields,
          severity: gravest(changes),
          notes: changes.map(({ note }) => note),
        }
      }),
      retired: questions.removed.map((one) => ({
        ...shown(one),
        reason: reasons.get(one.id) ?? '',
      })),
    },
    facts: lists(
      old.facts.map((fact) =>
        made(fact.id, fact.statement, fieldsOfFact(fact, then), owners?.fact(fact.id)),
      ),
      after.facts.map((fact) =>
        made(fact.id, fact.statement, fieldsOfFact(fact, now), owners?.fact(fact.id)),
      ),
    ),
    lessons: lists(
      old.lessons.map((lesson) =>
        made(lesson.id, lesson.title, fieldsOfLesson(lesson), owners?.part(lesson.module)),
      ),
      after.lessons.map((lesson) =>
        made(lesson.id, lesson.title, fieldsOfLesson(lesson), owners?.part(lesson.module)),
      ),
    ),
    sources: lists(
      old.sources.map((source) =>
        made(source.id, source.title, fieldsOfSource(source), owners?.source(source.id)),
      ),
      after.sources.map((source) =>
        made(source.id, source.title, fieldsOfSource(source), owners?.source(source.id)),
      ),
    ),
    others: othersThatDiffer(old, after),
  }
}

/** Whether nothing that is taught or asked differs. */
export const isSame = ({ questions, facts, lessons, sources, others }: CourseDifference): boolean =>
  [
    ...Object.values(questions),
    ...Object.values(facts),
    ...Object.values(lessons),
    ...Object.values(sources),
    others,
  ].every((list) => list.length === 0)

const NOTHING = { questions: [], facts: [], lessons: [], sources: [] }

type Compared = Entry & { readonly fields: readonly Field[] }

/** `owner`: the course that it belongs to, where there are several. */
function made(
  id: string,
  title: string,
  fields: readonly Field[],
  owner: CoursePart | null | undefined,
): Compared {
  const course = owner?.title
  return { id, title, fields, ...(course === undefined ? {} : { course }) }
}
const entry = (of: Question, look: LookUp, owners: Owners | null) => ({
  ...made(of.id, of.prompt, fieldsOfQuestion(of, look), owners?.part(of.module)),
  of,
})
const shown = ({ id, title, course }: Entry): Entry => ({
  id,
  title,
  ...(course === undefined ? {} : { course }),
})

function lists(before: readonly Compared[], after: readonly Compared[]): Lists<ChangedEntry> {
  const { added, changed, removed } = compareEntries(before, after)
  return {
    added: added.map(shown),
    changed: changed.map(({ now, fields }) => ({ ...shown(now), fields })),
    removed: removed.map(shown),
  }
}

function compareEntries<T extends Compared>(before: readonly T[], after: readonly T[]) {
  const then = new Map(before.map((one) => [one.id, one]))
  const stays = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !then.has(id)),
    changed: after.flatMap((now) => {
      const old = then.get(now.id)
      const fields = old === undefined ? [] : fieldChanges(old.fields, now.fields)
      return old === undefined || fields.length === 0 ? [] : [{ old, now, fields }]
    }),
    removed: before.filter(({ id }) => !stays.has(id)),
  }
}

function fieldChanges(before: readonly Field[], after: readonly Field[]): readonly FieldChange[] {
  const then = new Map(before.map(({ name, text }) => [name, text]))
  const now = new Map(after.map(({ name, text }) => [name, text]))
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((name): FieldChange[] => {
    const [old, text] = [then.get(name) ?? '', now.get(name) ?? '']
    if (old === text) return []
    return [
      name === 'text'
        ? { name, ...paragraphChanges(old, text) }
        : { name, before: old, after: text },
    ]
  })
}

/** The paragraphs that only one of two texts has. */
function paragraphChanges(before: string, after: string) {
  const [then, now] = [before.split('\n\n'), after.split('\n\n')]
  const only = (own: readonly string[], other: readonly string[]) =>
    own.filter((paragraph) => !other.includes(paragraph)).join('\n\n')
  return { before: only(then, now), after: only(now, then) }
}

const GRAVITY: readonly Change['severity'][] = ['meaning', 'wording', 'typo']
const gravest = (changes: readonly Change[]): Change['severity'] | null =>
  GRAVITY.find((severity) => changes.some((change) => change.severity === severity)) ?? null

function othersThatDiffer(before: Catalogue, after: Catalogue): readonly string[] {
  const { modules: oldModules, topics: oldTopics, subjects: oldSubjects } = before.course
  const { modules, topics, subjects } = after.course
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['courses', ids(before), ids(after)],
    ['title and summary', titles(before, after), titles(after, before)],
    ['modules', oldModules, modules],
    ['topics', oldTopics, topics],
    ['subjects', oldSubjects, subjects],
    ['entities', before.entities, after.entities],
    ['pictures', before.pictures ?? null, after.pictures ?? null],
  ]
  return pairs.flatMap(([name, old, now]) => (sorted(old) === sorted(now) ? [] : [name]))
}

const ids = (catalogue: Catalogue) => coursesOf(catalogue).map(({ id }) => id)

/** Of the courses that both have. */
const titles = (catalogue: Catalogue, other: Catalogue) => {
  const both = new Set(ids(other))
  return coursesOf(catalogue)
    .filter(({ id }) => both.has(id))
    .map(({ id, title, summary }) => ({ id, title, summary }))
}

/** As text that does not depend on the order of keys, which the database changes. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compare(a, b)))
      : part,
  )
