import type { Question } from '../../course/types'
import { fileOf } from '../../kinds/files'
import { buildQuestions } from '../build/build-questions'
import type { Check } from '../draft'
import { fault } from '../fault'
import { SURROUNDINGS } from './surroundings'

/**
 * Compares with the last published catalogue: what learners were asked may change only with a new
 * revision.
 */
export const changedQuestions: Check = (draft) => {
  if (draft.previous === null) return []
  const before = new Map(draft.previous.questions.map((question) => [question.id, question]))
  const places = new Map(draft.questions.map(({ value, at }) => [value.id, at]))
  return buildQuestions(draft).flatMap((now) => {
    const old = before.get(now.id)
    const at = places.get(now.id)
    if (old === undefined || at === undefined) return []
    if (now.revision < old.revision) {
      const message = `question \`${now.id}\` has revision ${now.revision}, but was published with revision ${old.revision}`
      return [fault(at(['revision']), 'changed-question', message)]
    }
    const changed = changedParts(old, now)
    if (changed.length === 0 || now.revision > old.revision) return []
    const message = `question \`${now.id}\` was published with another ${changed.join(', ')}: raise \`revision\` to ${old.revision + 1} and add it to \`changes\``
    return [fault(at(['id']), 'changed-question', message)]
  })
}

function changedParts(old: Question, now: Question): readonly string[] {
  const before = new Map(Object.entries(old))
  const after = new Map(Object.entries(now))
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  // The order of these lists has no meaning.
  const unordered = new Set<string>(['facts', ...fileOf(now.kind).unordered])
  const comparable = (key: string, value: unknown): string => {
    if (!Array.isArray(value)) return plain(value)
    const parts = value.map(plain)
    return JSON.stringify(unordered.has(key) ? parts.sort() : parts)
  }
  return keys.filter(
    (key) =>
      !SURROUNDINGS.has(key) &&
      comparable(key, before.get(key)) !== comparable(key, after.get(key)),
  )
}

/**
 * The value as text that does not depend on the order of keys, because the database may return a
 * stored catalogue in another order.
 */
const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : (JSON.stringify(value) ?? '')
