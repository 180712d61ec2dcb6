import type { Change } from './revisions'
import type { Question } from './types'

/** The version that first published a revision of a question, when (ms), and the name of who did. */
export type FirstPublished = {
  readonly revision: number
  readonly version: number
  readonly publishedAt: number
  /** Null for a start, the command line and deleted accounts. */
  readonly publishedBy: string | null
}

/** One revision of a question. The first one changed nothing. */
export type RevisionRow = {
  readonly revision: number
  readonly change: Change | null
  /** The version that first had it; null if it was never published. */
  readonly published: {
    readonly version: number
    readonly at: number
    readonly by: string | null
  } | null
}

/** Every revision of a question, newest first. */
export function questionHistory(
  { revision: newest, changes }: Pick<Question, 'revision' | 'changes'>,
  published: readonly FirstPublished[],
): readonly RevisionRow[] {
  const first = new Map(published.map((row) => [row.revision, row]))
  return Array.from({ length: newest }, (_, i) => newest - i).map((revision) => {
    const found = first.get(revision)
    return {
      revision,
      change: changes.find((change) => change.revision === revision) ?? null,
      published: found
        ? { version: found.version, at: found.publishedAt, by: found.publishedBy }
        : null,
    }
  })
}
