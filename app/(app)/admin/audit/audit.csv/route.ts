import { answerFile } from '@/app/_http/answer-file'
import { download } from '@/app/_http/download'
import { signedInLearner } from '@/app/_http/own-request'
import { isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { exportAudit } from '@/lib/server/export/export-audit'
import { auditFilter } from '@/lib/server/people/load-audit'
import { adminScope, instructorScope } from '@/lib/server/scope'
import { askedOf } from '../_components/asked-of'

/** Everything that the page would find, on all of its pages. */
export async function GET(request: Request): Promise<Response> {
  return answerFile(async () => {
    const scope = adminScope(
      instructorScope(await signedInLearner('GET /admin/audit/audit.csv', request)),
    )
    const asked = askedOf(Object.fromEntries(new URL(request.url).searchParams))
    const now = Date.now()
    const texts = await exportAudit(scope, { filter: auditFilter(scope, asked), now })
    const day = isoDate(studyDayOf(now, scope.user.clock))
    return download(texts, { name: `audit-${day}.csv`, type: 'text/csv; charset=utf-8' })
  }, 'There is no such export.')
}
