import { lookUp } from '../../course/look-up'
import type { Catalogue } from '../../course/types'
import { KIND_NAMES } from '../../kinds/kinds'
import { tableOf } from './table-of'

/**
 * The number of lessons and of questions by kind in each module, as rows for a terminal or JSON.
 */
export type ModuleCounts = {
  readonly module: string
  readonly lessons: number
  readonly questions: number
  /** Kinds that do not occur are included. */
  readonly byKind: Readonly<Record<string, number>>
}

export function moduleCounts(catalogue: Catalogue): readonly ModuleCounts[] {
  const look = lookUp(catalogue)
  return catalogue.course.modules.map(({ id }) => {
    const questions = look.questionsOfModule(id)
    const of = (kind: string) => questions.filter((question) => question.kind === kind).length
    return {
      module: id,
      lessons: look.lessonsOfModule(id).length,
      questions: questions.length,
      byKind: Object.fromEntries(KIND_NAMES.map((kind) => [kind, of(kind)])),
    }
  })
}

/** The same for a terminal. */
export function moduleTable(catalogue: Catalogue): string {
  const rows = moduleCounts(catalogue).map(({ module, lessons, questions, byKind }) => [
    module,
    String(lessons),
    String(questions),
    ...KIND_NAMES.map((kind) => String(byKind[kind])),
  ])
  const table = [['module', 'lessons', 'questions', ...KIND_NAMES], ...rows]
  return tableOf(table)
}
