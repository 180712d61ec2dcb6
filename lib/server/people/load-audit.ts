import 'server-only'
import { AUDIT_GROUPS, type AuditKind, isAuditGroup, isAuditKind } from '../../audit/audit-entry'
import {
  type AuditFilter,
  type AuditPlace,
  type AuditRow,
  searchAudit,
} from '../../db/people/audit-search'
import { isUuid } from '../../kernel/ids'
import { addDays, isIsoDate, startOfStudyDay, studyDayNamed } from '../../kernel/study-day'
import { oneLine } from '../../kernel/visible-text'
import type { AdminScope } from '../scope'

/** As it stands in the address of the page; what makes no sense there counts as not asked. */
export type AuditAsked = {
  readonly person: string | null
  /** A kind, or the name of a group of kinds. */
  readonly kind: string | null
  /** Days of the viewer's zone, `YYYY-MM-DD`, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly text: string | null
  /** Where the page before ended: `AT_ID`. */
  readonly after: string | null
  /** `at` for the oldest first. */
  readonly sort?: string | null
}

export type AuditView = {
  readonly rows: readonly AuditRow[]
  /** For the address of the next page; null on the last. */
  readonly next: string | null
}

const PAGE_ROWS = 50

export const isOldestFirst = ({ sort = null }: AuditAsked): boolean => sort === 'at'

/** The newest events that fit, or the oldest. Costs as much on the thousandth page as on the first. */
export async function loadAudit(scope: AdminScope, asked: AuditAsked): Promise<AuditView> {
  const after = placeIn(asked.after)
  const oldest = isOldestFirst(asked)
  const rows = await searchAudit(auditFilter(scope, asked), { after, oldest, take: PAGE_ROWS + 1 })
  const shown = rows.slice(0, PAGE_ROWS)
  const last = shown.at(-1)
  return { rows: shown, next: last && rows.length > PAGE_ROWS ? `${last.at}_${last.id}` : null }
}

/** What the page and its export look for. */
export function auditFilter({ user }: AdminScope, asked: Omit<AuditAsked, 'after'>): AuditFilter {
  const midnight = { zone: user.clock.zone, rolloverHour: 0 }
  const startOf = (date: string | null, days: number) =>
    date !== null && isIsoDate(date)
      ? startOfStudyDay(addDays(studyDayNamed(date), days), midnight)
      : null
  const words = oneLine(asked.person ?? '')
  return {
    person: words === '' ? null : isUuid(words) ? { id: words } : { words },
    kinds: kindsIn(asked.kind),
    from: startOf(asked.from, 0),
    until: startOf(asked.to, 1),
    text: oneLine(asked.text ?? '') || null,
  }
}

function kindsIn(kind: string | null): readonly AuditKind[] | null {
  if (kind === null) return null
  if (isAuditGroup(kind)) return AUDIT_GROUPS[kind]
  return isAuditKind(kind) ? [kind] : null
}

function placeIn(text: string | null): AuditPlace | null {
  const [, at, id] = text?.match(/^(\d{1,15})_(.+)$/) ?? []
  return at !== undefined && id !== undefined && isUuid(id) ? { at: Number(at), id } : null
}
