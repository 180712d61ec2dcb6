import { answerFile } from '@/app/_http/answer-file'
import { download } from '@/app/_http/download'
import { signedInLearner } from '@/app/_http/own-request'
import { exportOwnRevlog } from '@/lib/server/export/export-cohort'

/** One's own review log in the format that FSRS optimisers train on. */
export async function GET(request: Request): Promise<Response> {
  return answerFile(async () =>
    download(
      await exportOwnRevlog(await signedInLearner('GET /api/export/revlog.csv', request), {
        now: Date.now(),
      }),
      {
        name: 'steppe-revlog.csv',
        type: 'text/csv; charset=utf-8',
      },
    ),
  )
}
