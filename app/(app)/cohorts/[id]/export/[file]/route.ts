import { answerFile } from '@/app/_http/answer-file'
import { download, fileWord } from '@/app/_http/download'
import { signedInLearner } from '@/app/_http/own-request'
import { Refusal } from '@/app/_http/refusal'
import { asCohortId, type CohortId, type UserId } from '@/lib/kernel/ids'
import { isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { cohortHead } from '@/lib/server/cohort/cohort-head'
import { exportRevlog, exportTable, exportXapi } from '@/lib/server/export/export-cohort'
import { isTableName } from '@/lib/server/export/tables/all'

type Props = { params: Promise<{ id: string; file: string }> }
type Asked = {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly now: number
  readonly on: string | null
  readonly of: string | null
}

/** `TABLE.csv` (`?on=` a day, `?of=` an analyst or question, where it is of one), `xapi.json` and `revlog.csv` of a cohort, for its instructors. Anything else is 404. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  // Another's cohort looks as if there were none, to learners too.
  return answerFile(async () => {
    const { id: userId, clock } = (await signedInLearner()).user
    const { id, file } = await params
    const now = Date.now()
    const { origin, searchParams } = new URL(request.url)
    const [on, of] = [searchParams.get('on'), searchParams.get('of')]
    const asked = { actorId: userId, cohortId: asCohortId(id), now, on, of }
    const { name } = await cohortHead(asked)
    const { texts, type } = await madeOf(file, asked, origin)
    const day = isoDate(studyDayOf(now, clock))
    return download(texts, { name: `${fileWord(name)}-${day}-${file}`, type })
  }, NO_EXPORT)
}

const NO_EXPORT = 'There is no such export.'
const CSV = 'text/csv; charset=utf-8'

async function madeOf(file: string, asked: Asked, origin: string) {
  if (file === 'xapi.json') {
    return { texts: await exportXapi({ ...asked, origin }), type: 'application/json' }
  }
  if (file === 'revlog.csv') return { texts: await exportRevlog(asked), type: CSV }
  const table = file.match(/^([\w-]+)\.csv$/)?.[1] ?? ''
  if (!isTableName(table)) throw new Refusal(404, NO_EXPORT)
  return { texts: once(await exportTable({ ...asked, table })), type: CSV }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
