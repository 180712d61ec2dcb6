import { download } from '@/app/_http/download'
import { currentViewer } from '@/lib/auth/viewer'
import { exportOwnRevlog } from '@/lib/server/export/export-cohort'

/** One's own review log in the format that FSRS optimisers train on. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response('Sign in first.\n', { status: 401 })
  const texts = await exportOwnRevlog({ userId: viewer.userId })
  return download(texts, { name: 'steppe-revlog.csv', type: 'text/csv; charset=utf-8' })
}
