import { answerFile } from '@/app/_http/answer-file'
import { download } from '@/app/_http/download'
import { signedInLearner } from '@/app/_http/own-request'
import { tableQuery } from '@/app/_table/table-address'
import { isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { exportAccounts } from '@/lib/server/export/export-accounts'
import { accountOrder } from '@/lib/server/people/account-order'
import { adminScope, instructorScope } from '@/lib/server/scope'
import { ACCOUNT_COLUMNS } from '../_components/account-columns'

/** The accounts that the page would find, on all of its pages. */
export async function GET(request: Request): Promise<Response> {
  return answerFile(async () => {
    const scope = adminScope(
      instructorScope(await signedInLearner('GET /admin/people.csv', request)),
    )
    const params = Object.fromEntries(new URL(request.url).searchParams)
    const { order, words } = tableQuery(params, ACCOUNT_COLUMNS, { usual: 'name' })
    const now = Date.now()
    const texts = await exportAccounts(scope, { search: words, order: accountOrder(order), now })
    const day = isoDate(studyDayOf(now, scope.user.clock))
    return download(texts, { name: `accounts-${day}.csv`, type: 'text/csv; charset=utf-8' })
  }, 'There is no such export.')
}
