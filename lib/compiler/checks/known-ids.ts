import type { Draft, ItemKind } from '../draft'

/** The ids of one kind that a draft contains, including those of broken entries. */
export function idsOf(draft: Draft, kind: ItemKind): readonly string[] {
  const broken = draft.broken.flatMap((item) =>
    item.kind === kind && item.id !== null ? [item.id] : [],
  )
  return [...wholeIds(draft, kind), ...broken]
}

function wholeIds(draft: Draft, kind: ItemKind): readonly string[] {
  switch (kind) {
    case 'source':
      return draft.sources.map(({ value }) => value.id)
    case 'entity':
      return draft.entities.map(({ value }) => value.id)
    case 'fact':
      return draft.facts.map(({ value }) => value.id)
    case 'lesson':
      return draft.lessons.map(({ value }) => value.id)
    case 'question':
      return draft.questions.map(({ value }) => value.id)
    case 'module':
      return draft.course?.value.modules.map(({ id }) => id) ?? []
    case 'topic':
      return draft.course?.value.topics.map(({ id }) => id) ?? []
  }
}
