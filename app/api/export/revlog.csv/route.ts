import { answerFile } from '@/app/_http/answer-file'
import { download } from '@/app/_http/download'
import { signedInLearner } from '@/app/_http/own-request'
import { exportOwnRevlog } from '@/lib/server/export/export-cohort'

/** One's own review log in the format that FSRS optimisers train on. */
export async function GET(): Promise<Response> {
  return answerFile(async () =>
    download(exportOwnRevlog(await signedInLearner()), {
      name: 'steppe-revlog.csv',
      type: 'text/csv; charset=utf-8',
    }),
  )
}
