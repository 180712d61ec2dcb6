import type {
  EntityId,
  FactId,
  LessonId,
  ModuleId,
  QuestionId,
  SourceId,
  TopicId,
} from '../kernel/ids'
import type {
  Catalogue,
  Citation,
  Entity,
  Fact,
  Lesson,
  Module,
  Question,
  Source,
  Topic,
} from './types'

/** Indexes over one catalogue. Lists are in course order; an unknown id gives undefined or an empty list. */
export type LookUp = {
  readonly catalogue: Catalogue
  readonly lessonIds: readonly LessonId[]
  readonly questionIds: readonly QuestionId[]
  readonly source: (id: SourceId) => Source | undefined
  readonly entity: (id: EntityId) => Entity | undefined
  readonly fact: (id: FactId) => Fact | undefined
  readonly module: (id: ModuleId) => Module | undefined
  readonly topic: (id: TopicId) => Topic | undefined
  readonly lesson: (id: LessonId) => Lesson | undefined
  readonly question: (id: QuestionId) => Question | undefined
  readonly isRetired: (id: QuestionId) => boolean
  readonly lessonsOfModule: (id: ModuleId) => readonly Lesson[]
  readonly questionsOfLesson: (id: LessonId) => readonly Question[]
  readonly questionsOfModule: (id: ModuleId) => readonly Question[]
  readonly questionsOfTopic: (id: TopicId) => readonly Question[]
  readonly questionsOfFact: (id: FactId) => readonly Question[]
  readonly factsOf: (question: Question) => readonly Fact[]
  /** Every paragraph a question rests on, each once: those of its facts in order, then its own. */
  readonly citationsOf: (question: Question) => readonly Citation[]
  /** Place in the course, from 0; Infinity when unknown. */
  readonly lessonOrder: (id: LessonId) => number
  readonly questionOrder: (id: QuestionId) => number
  /** The entity's name, or its id when unknown. */
  readonly nameOf: (id: EntityId) => string
}

const known = new WeakMap<Catalogue, LookUp>()

/** The indexes of a catalogue, built once for each catalogue object. */
export function lookUp(catalogue: Catalogue): LookUp {
  const made = known.get(catalogue) ?? build(catalogue)
  known.set(catalogue, made)
  return made
}

function build(catalogue: Catalogue): LookUp {
  const { course, sources, entities, facts, lessons, questions } = catalogue
  const retired = new Set(course.retired.map(({ id }) => id))
  const entity = byId(entities)
  const fact = byId(facts)
  const lessonsIn = grouped(lessons, (lesson) => [lesson.module])
  const ofLesson = grouped(questions, (question) => [question.lesson])
  const ofModule = grouped(questions, (question) => [question.module])
  const ofTopic = grouped(questions, (question) => [question.topic])
  const ofFact = grouped(questions, (question) => question.facts)
  const factsOf = (question: Question) =>
    question.facts.map(fact).filter((value) => value !== undefined)
  return {
    catalogue,
    lessonIds: lessons.map(({ id }) => id),
    questionIds: questions.map(({ id }) => id),
    source: byId(sources),
    entity,
    fact,
    module: byId(course.modules),
    topic: byId(course.topics),
    lesson: byId(lessons),
    question: byId(questions),
    isRetired: (id) => retired.has(id),
    lessonsOfModule: lessonsIn,
    questionsOfLesson: ofLesson,
    questionsOfModule: ofModule,
    questionsOfTopic: ofTopic,
    questionsOfFact: ofFact,
    factsOf,
    citationsOf: (question) =>
      distinct([...factsOf(question).flatMap((value) => value.cites), ...question.cites]),
    lessonOrder: orderOf(lessons),
    questionOrder: orderOf(questions),
    nameOf: (id) => entity(id)?.name ?? id,
  }
}

function byId<Id extends string, T extends { readonly id: Id }>(items: readonly T[]) {
  const index = new Map<Id, T>(items.map((item) => [item.id, item]))
  return (id: Id): T | undefined => index.get(id)
}

function orderOf<Id extends string>(items: readonly { readonly id: Id }[]) {
  const index = new Map<Id, number>(items.map((item, i) => [item.id, i]))
  return (id: Id): number => index.get(id) ?? Number.POSITIVE_INFINITY
}

function grouped<Key extends string, T>(items: readonly T[], keysOf: (item: T) => readonly Key[]) {
  const index = new Map<Key, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = index.get(key) ?? []
      list.push(item)
      index.set(key, list)
    }
  }
  return (key: Key): readonly T[] => index.get(key) ?? []
}

function distinct(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Map(citations.map((cite) => [`${cite.source}#${cite.paragraph}`, cite]))
  return [...seen.values()]
}
