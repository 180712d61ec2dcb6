import { download, fileWord } from '@/app/_http/download'
import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
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
  const viewer = await currentViewer()
  if (!viewer) return refusal(401, 'Sign in first.')
  const { id, file } = await params
  const now = Date.now()
  const { origin, searchParams } = new URL(request.url)
  const [on, of] = [searchParams.get('on'), searchParams.get('of')]
  const asked = { actorId: viewer.userId, cohortId: asCohortId(id), now, on, of }
  try {
    const { name } = await cohortHead(asked)
    const made = await madeOf(file, asked, origin)
    if (made === null) return refusal(404, 'There is no such export.')
    const day = isoDate(studyDayOf(now, viewer.clock))
    return download(made.texts, { name: `${fileWord(name)}-${day}-${file}`, type: made.type })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Another's cohort looks as if there were none, to learners too.
    const isHidden = error.code === 'not_found' || error.code === 'not_allowed'
    return isHidden ? refusal(404, 'There is no such export.') : refusal(409, error.message)
  }
}

const CSV = 'text/csv; charset=utf-8'

async function madeOf(file: string, asked: Asked, origin: string) {
  if (file === 'xapi.json') {
    return { texts: await exportXapi({ ...asked, origin }), type: 'application/json' }
  }
  if (file === 'revlog.csv') return { texts: await exportRevlog(asked), type: CSV }
  const table = file.match(/^([\w-]+)\.csv$/)?.[1] ?? ''
  if (!isTableName(table)) return null
  return { texts: once(await exportTable({ ...asked, table })), type: CSV }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const refusal = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { 'Cache-Control': 'no-store' } })
