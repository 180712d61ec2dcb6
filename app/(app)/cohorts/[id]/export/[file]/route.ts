import { answerFile } from '@/app/_http/answer-file'
import { download, fileWord } from '@/app/_http/download'
import { signedInLearner } from '@/app/_http/own-request'
import { Refusal } from '@/app/_http/refusal'
import { asCohortId } from '@/lib/kernel/ids'
import { isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { passedOrigin } from '@/lib/origin/passed-origin'
import { exportRevlog, exportTable, exportXapi } from '@/lib/server/export/export-cohort'
import { isTableName } from '@/lib/server/export/tables/all'
import { type CohortScope, cohortScope, instructorScope } from '@/lib/server/scope'

type Props = { params: Promise<{ id: string; file: string }> }
type Asked = {
  readonly now: number
  readonly on: string | null
  readonly of: string | null
  readonly origin: string
}

/**
 * Sends `TABLE.csv`, `xapi.json` or `revlog.csv` of a cohort to its instructors. `?on=` names a day
 * and `?of=` an analyst or question, for the tables that need one. Anything else is a 404.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  // Learners and other instructors get the same answer as for a cohort that does not exist.
  return answerFile(async () => {
    const learner = await signedInLearner()
    const { id, file } = await params
    const scope = await cohortScope(instructorScope(learner), asCohortId(id))
    const now = Date.now()
    const { searchParams } = new URL(request.url)
    const origin = passedOrigin(request.headers)
    const asked = { now, on: searchParams.get('on'), of: searchParams.get('of'), origin }
    const { texts, type } = await madeOf(file, scope, asked)
    const day = isoDate(studyDayOf(now, scope.viewer.clock))
    return download(texts, { name: `${fileWord(scope.cohort.name)}-${day}-${file}`, type })
  }, NO_EXPORT)
}

const NO_EXPORT = 'There is no such export.'
const CSV = 'text/csv; charset=utf-8'

async function madeOf(file: string, scope: CohortScope, { now, on, of, origin }: Asked) {
  if (file === 'xapi.json') {
    return { texts: await exportXapi(scope, { now, origin }), type: 'application/json' }
  }
  if (file === 'revlog.csv') return { texts: await exportRevlog(scope), type: CSV }
  const table = file.match(/^([\w-]+)\.csv$/)?.[1] ?? ''
  if (!isTableName(table)) throw new Refusal(404, NO_EXPORT)
  return { texts: once(await exportTable(scope, { table, now, on, of })), type: CSV }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
