import { SURROUNDINGS } from '../compiler/checks/surroundings'
import { sameValue } from '../compiler/edit/same-value'
import type { Fields } from '../compiler/edit/target'
import type { Question } from '../course/types'

export const SEVERITIES = ['typo', 'wording', 'meaning'] as const
type Severity = (typeof SEVERITIES)[number]

/** What an author says of a change to a question that people have learned already. */
export type Told = { readonly severity: Severity | null; readonly note: string }

/** Lists whose order is how an answer reads; that of the others says nothing. */
const ORDERED: ReadonlySet<string> = new Set(['items'])

/** Whether learners are asked or told something else than before. */
export function asksOther(before: Fields, after: Fields): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].some(
    (name) =>
      !SURROUNDINGS.has(name) &&
      !sameValue(unordered(name, before[name]), unordered(name, after[name])),
  )
}

const unordered = (name: string, value: unknown): unknown =>
  Array.isArray(value) && !ORDERED.has(name)
    ? value.map((one) => JSON.stringify(one) ?? '').sort()
    : value

/**
 * A changed question with its new revision and the change beside those before, as the compiler wants
 * it of a published question. `published`: the entry as it was published, and the answer that it had.
 */
export function withRevision(
  published: { readonly fields: Fields; readonly answer: string; readonly question: Question },
  mine: Fields,
  told: Told,
): Fields {
  const { revision, changes, ...asked } = published.fields
  const { revision: _, changes: __, ...rest } = mine
  const kept = {
    ...(revision === undefined ? {} : { revision }),
    ...(changes === undefined ? {} : { changes }),
  }
  if (!asksOther(asked, rest)) return { ...rest, ...kept }
  const next = published.question.revision + 1
  const change = {
    revision: next,
    severity: told.severity ?? 'meaning',
    note: told.note,
    ...(told.severity === 'meaning' ? { previousAnswer: published.answer } : {}),
  }
  const earlier: readonly unknown[] = Array.isArray(changes) ? changes : []
  return { ...rest, revision: next, changes: [...earlier, change] }
}

/** What the author of a draft said of its change, to be shown in the form again. */
export function toldOf(published: Question | null, mine: Fields): Told {
  const changes: readonly unknown[] = Array.isArray(mine.changes) ? mine.changes : []
  const own = changes.find(
    (change) =>
      isFields(change) && published !== null && change.revision === published.revision + 1,
  )
  if (!isFields(own)) return { severity: null, note: '' }
  return {
    severity: SEVERITIES.find((severity) => severity === own.severity) ?? null,
    note: typeof own.note === 'string' ? own.note : '',
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
