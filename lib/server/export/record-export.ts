import 'server-only'
import { recordAudit } from '../../db/people/audit'
import type { UserId } from '../../kernel/ids'

type Export = {
  /** The name of the file without its ending. */
  readonly what: string
  /** The cohort; null for everybody, or for oneself. */
  readonly cohort: string | null
  /** The analyst or question that it is about, if it is about one. */
  readonly of: string | null
  /** Null for the command line. */
  readonly by: UserId | null
  readonly now: number
}

/** Recorded before the first line is sent, since a file that is cut off has also left the house. */
export const recordExport = ({ what, cohort, of, by, now }: Export): Promise<void> =>
  recordAudit({ at: now, actorId: by, kind: 'exported', detail: { what, cohort, of } })
