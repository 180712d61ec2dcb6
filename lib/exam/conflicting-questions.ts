import type { QuestionId, TopicId } from '../kernel/ids'
import type { ExamQuestion } from './blueprint'

/** For each question, the questions in the list that must not be in the same exam. */
export type ConflictingQuestions = ReadonlyMap<QuestionId, ReadonlySet<QuestionId>>

/** Siblings and questions on the same fact conflict, in both directions. */
export function conflictsAmong(questions: readonly ExamQuestion[]): ConflictingQuestions {
  const conflicts = new Map(questions.map(({ id }) => [id, new Set<QuestionId>()]))
  const pair = (a: QuestionId, b: QuestionId) => {
    if (a === b) return
    conflicts.get(a)?.add(b)
    conflicts.get(b)?.add(a)
  }
  const byFact = new Map<string, QuestionId[]>()
  for (const { id, siblings, facts } of questions) {
    for (const sibling of siblings) if (conflicts.has(sibling)) pair(id, sibling)
    for (const fact of facts) {
      const others = byFact.get(fact) ?? []
      for (const other of others) pair(id, other)
      byFact.set(fact, [...others, id])
    }
  }
  return conflicts
}

/** The same, and each question also with those whose answer it tells (`Question.tells`). */
export function conflictsWithTold(
  questions: readonly ExamQuestion[],
  conflicts: ConflictingQuestions,
): ConflictingQuestions {
  const all = new Map([...conflicts].map(([id, others]) => [id, new Set(others)]))
  for (const { id, tells = [] } of questions) {
    for (const told of tells) {
      if (!all.has(told)) continue
      all.get(id)?.add(told)
      all.get(told)?.add(id)
    }
  }
  return all
}

/**
 * Finds many questions without conflicts: it takes the one with the fewest conflicts left, again
 * and again (the minimum-degree greedy algorithm for independent sets). The result is the same for
 * the same list.
 */
export function apartSet(
  questions: readonly ExamQuestion[],
  conflicts: ConflictingQuestions,
): readonly ExamQuestion[] {
  const open = new Map(questions.map((question) => [question.id, question]))
  const degree = new Map(questions.map(({ id }) => [id, conflicts.get(id)?.size ?? 0]))
  const drop = (id: QuestionId) => {
    open.delete(id)
    for (const other of conflicts.get(id) ?? []) degree.set(other, (degree.get(other) ?? 0) - 1)
  }
  const taken: ExamQuestion[] = []
  while (open.size > 0) {
    let best: ExamQuestion | null = null
    for (const question of open.values()) {
      if (best === null || (degree.get(question.id) ?? 0) < (degree.get(best.id) ?? 0)) {
        best = question
      }
    }
    if (best === null) break
    taken.push(best)
    drop(best.id)
    for (const conflict of conflicts.get(best.id) ?? []) if (open.has(conflict)) drop(conflict)
  }
  return taken
}

export type TopicRoom = {
  /** The questions of the topic that can be graded automatically. */
  readonly graded: number
  /** How many of these an exam can ask, independently of what it asks about other topics. */
  readonly most: number
}

/** How many questions each topic can supply. Topics without such questions are missing. */
export function roomOf(questions: readonly ExamQuestion[]): ReadonlyMap<TopicId, TopicRoom> {
  const room = new Map<TopicId, TopicRoom>()
  const add = (topic: TopicId, graded: number, most: number) => {
    const had = room.get(topic) ?? { graded: 0, most: 0 }
    room.set(topic, { graded: had.graded + graded, most: had.most + most })
  }
  for (const { topic } of questions) add(topic, 1, 0)
  for (const { topic } of apartSet(questions, conflictsAmong(questions))) add(topic, 0, 1)
  return room
}
