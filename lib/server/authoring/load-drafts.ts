import 'server-only'
import type { DraftState } from '../../authoring/draft'
import { listDrafts } from '../../db/authoring/drafts'
import { namesOf } from '../../db/people/users'
import type { InstructorScope } from '../scope'

export type ListedDraft = {
  readonly id: string
  readonly title: string
  readonly state: DraftState
  /** Null when the account is deleted. */
  readonly author: string | null
  readonly own: boolean
  readonly changes: number
  readonly changedAt: number
  readonly publishedVersion: number | null
}

const MOST = 100

/** The drafts of everybody who writes the course, the last changed first. */
export async function loadDrafts({ user }: InstructorScope): Promise<readonly ListedDraft[]> {
  const drafts = await listDrafts(MOST)
  const names = await namesOf([...new Set(drafts.map(({ authorId }) => authorId))])
  return drafts.map((draft) => ({
    id: draft.id,
    title: draft.title,
    state: draft.state,
    author: names.get(draft.authorId) ?? null,
    own: draft.authorId === user.id,
    changes: draft.changes.length,
    changedAt: draft.changedAt,
    publishedVersion: draft.publishedVersion,
  }))
}
