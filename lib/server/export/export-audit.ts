import 'server-only'
import { AUDIT_WORDS } from '../../audit/audit-words'
import {
  type AuditFilter,
  type AuditPlace,
  type AuditRow,
  searchAudit,
} from '../../db/people/audit-search'
import { type Column, csvHead, csvRows } from '../../interop/csv'
import type { UserId } from '../../kernel/ids'
import type { AdminScope } from '../scope'
import type { WholeScope } from '../whole-scope'
import { recordExport } from './record-export'

const PAGE_ROWS = 1000

const COLUMNS: readonly Column<AuditRow>[] = [
  { head: 'Time', value: ({ at }) => new Date(at).toISOString() },
  { head: 'Kind', value: ({ kind }) => kind },
  { head: 'What', value: ({ kind }) => AUDIT_WORDS[kind] },
  { head: 'By', value: ({ actorName }) => actorName },
  { head: 'By (id)', value: ({ actorId }) => actorId },
  { head: 'About', value: ({ subjectName }) => subjectName },
  { head: 'About (id)', value: ({ subjectId }) => subjectId },
  { head: 'Detail', value: ({ detail }) => JSON.stringify(detail) },
  { head: 'Via', value: ({ via }) => via },
  { head: 'Client', value: ({ address }) => address },
  { head: 'Request', value: ({ requestId }) => requestId },
  { head: 'Event', value: ({ id }) => id },
]

type Input = { readonly filter: AuditFilter; readonly now: number }

/** The audit as CSV, newest first. That it was exported stands in the first line. */
export async function exportAudit(
  scope: AdminScope | WholeScope,
  { filter, now }: Input,
): Promise<AsyncIterable<string>> {
  const by: UserId | null = 'user' in scope ? scope.user.id : null
  await recordExport({ what: 'audit', cohort: null, of: null, by, now })
  return linesOf(filter)
}

async function* linesOf(filter: AuditFilter): AsyncGenerator<string> {
  yield csvHead(COLUMNS)
  let after: AuditPlace | null = null
  for (;;) {
    const rows: readonly AuditRow[] = await searchAudit(filter, { after, take: PAGE_ROWS })
    const last = rows.at(-1)
    if (!last) return
    yield csvRows(COLUMNS, rows)
    after = last
  }
}
