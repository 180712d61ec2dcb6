import { answerFile } from '@/app/_http/answer-file'
import { download, fileWord } from '@/app/_http/download'
import { signedInLearner } from '@/app/_http/own-request'
import { Refusal } from '@/app/_http/refusal'
import { asCohortId } from '@/lib/kernel/ids'
import { isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { passedOrigin } from '@/lib/origin/passed-origin'
import { exportRevlog, exportTable, exportXapi } from '@/lib/server/export/export-cohort'
import { isTableName } from '@/lib/server/export/tables/all'
import type { TableAsked } from '@/lib/server/export/tables/table'
import { type CohortScope, cohortScope, instructorScope } from '@/lib/server/scope'

type Props = { params: Promise<{ id: string; file: string }> }
type Asked = {
  readonly now: number
  readonly on: string | null
  readonly of: string | null
  readonly origin: string
  readonly asked: TableAsked
}

/**
 * Sends `TABLE.csv`, `xapi.json` or `revlog.csv` of a cohort to its instructors. `?on=` names a day
 * and `?of=` an analyst or question, for the tables that need one; `?sort=` and `?q=` are those of the page. Anything else is a 404.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  // Learners and other instructors get the same answer as for a cohort that does not exist.
  return answerFile(async () => {
    const learner = await signedInLearner('GET /cohorts/[id]/export/[file]', request)
    const { id, file } = await params
    const scope = await cohortScope(instructorScope(learner), asCohortId(id))
    const now = Date.now()
    const { searchParams } = new URL(request.url)
    const origin = passedOrigin(request.headers)
    const { texts, type } = await madeOf(file, scope, {
      now,
      on: searchParams.get('on'),
      of: searchParams.get('of'),
      origin,
      asked: askedIn(searchParams),
    })
    const day = isoDate(studyDayOf(now, scope.viewer.clock))
    return download(texts, { name: `${fileWord(scope.cohort.name)}-${day}-${file}`, type })
  }, NO_EXPORT)
}

/** As on the pages: the order, the search, and in the matrix whom to show. */
const askedIn = (params: URLSearchParams): TableAsked => ({
  sort: params.get('sort'),
  words: params.get('q')?.trim().slice(0, 200) ?? '',
  group: params.get('show'),
  depth: params.get('depth'),
  people: params.get('everybody') === null ? params.getAll('person') : [],
})

const NO_EXPORT = 'There is no such export.'
const CSV = 'text/csv; charset=utf-8'

async function madeOf(file: string, scope: CohortScope, { now, on, of, origin, asked }: Asked) {
  if (file === 'xapi.json') {
    return { texts: await exportXapi(scope, { now, origin }), type: 'application/json' }
  }
  if (file === 'revlog.csv') return { texts: await exportRevlog(scope, { now }), type: CSV }
  const table = file.match(/^([\w-]+)\.csv$/)?.[1] ?? ''
  if (!isTableName(table)) throw new Refusal(404, NO_EXPORT)
  return { texts: once(await exportTable(scope, { table, now, on, of, asked })), type: CSV }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
