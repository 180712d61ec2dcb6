import type { Fields, Target } from '../compiler/edit/target'
import type { UserId } from '../kernel/ids'

/** One thing that a draft changes. null: it is not there, before or after. */
export type Change = Target & {
  /** As it was in the published version that the change was made on. */
  readonly base: Fields | null
  readonly mine: Fields | null
}

export const DRAFT_STATES = ['draft', 'review', 'sent_back', 'published', 'withdrawn'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** Changes of the course that wait to be published together. */
export type CourseDraft = {
  readonly id: string
  readonly title: string
  readonly authorId: UserId
  /** Who has changed it since, each once; its author may be among them. */
  readonly writerIds: readonly UserId[]
  readonly state: DraftState
  /** The course into which everything goes that is new in it. */
  readonly courseId: string
  /** The published version that it was begun on. */
  readonly baseVersion: number
  /** Grows with every change, so that nobody decides about what they have not seen. */
  readonly revision: number
  readonly changes: readonly Change[]
  readonly reviewerId: UserId | null
  /** What the reviewer said. */
  readonly comment: string | null
  readonly publishedVersion: number | null
  readonly createdAt: number
  readonly changedAt: number
}

export const keyOf = ({ path, list, id }: Target): string => `${path} ${list ?? ''} ${id}`

export const isOpen = ({ state }: Pick<CourseDraft, 'state'>): boolean =>
  state === 'draft' || state === 'review' || state === 'sent_back'

/** The changes with this one in its place, or without it when it changes nothing. */
export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  const others = changes.filter((one) => keyOf(one) !== keyOf(change))
  const nothing = change.base === null && change.mine === null
  if (nothing) return others
  const at = changes.findIndex((one) => keyOf(one) === keyOf(change))
  return at === -1 ? [...others, change] : changes.with(at, change)
}

export const changeOf = (changes: readonly Change[], target: Target): Change | null =>
  changes.find((one) => keyOf(one) === keyOf(target)) ?? null

type Makers = Pick<CourseDraft, 'authorId' | 'writerIds'>

/** Who began a draft and who changed it, each once. */
export const makersOf = ({ authorId, writerIds }: Makers): readonly UserId[] => [
  ...new Set([authorId, ...writerIds]),
]

/**
 * A draft with other changes, which this person made. One that waits for review does so no more: what is
 * reviewed is what will be published.
 */
export const rewritten = (
  { state, writerIds }: Pick<CourseDraft, 'state' | 'writerIds'>,
  changes: readonly Change[],
  writer: UserId,
): Pick<CourseDraft, 'state' | 'changes' | 'writerIds'> => ({
  changes,
  state: state === 'review' ? 'draft' : state,
  writerIds: [...new Set([...writerIds, writer])],
})

/**
 * Why this person may not publish the draft; null when they may. Somebody who has neither begun nor changed
 * it looks at it first. An administrator may do without when there is nobody: `others` counts those who
 * could review, except this person and whoever had a part in the draft.
 */
export function reasonNotToPublish(
  draft: Makers & Pick<CourseDraft, 'state'>,
  who: { readonly id: UserId; readonly isAdmin: boolean },
  others: number,
): string | null {
  if (draft.state !== 'review') return 'Only a draft that waits for review can be published.'
  if (!makersOf(draft).includes(who.id)) return null
  if (who.isAdmin && others === 0) return null
  return draft.authorId === who.id
    ? 'Somebody else than its author has to publish a draft. Ask another instructor to review it.'
    : 'You have changed this draft, so somebody else has to publish it. Ask another instructor to review it.'
}
