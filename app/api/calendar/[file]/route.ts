import { createHash } from 'node:crypto'
import { answerFile } from '@/app/_http/answer-file'
import { Refusal } from '@/app/_http/refusal'
import { calendarFeed } from '@/lib/server/reminder/calendar-feed'

type Props = { params: Promise<{ file: string }> }

const ENDING = '.ics'

/** `SECRET.ics`: somebody's due reviews, for whoever has the secret. Anything else is 404. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return answerFile(async () => {
    const { file } = await params
    const secret = file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : ''
    const text = secret === '' ? null : await calendarFeed({ secret, now: Date.now() })
    if (text === null) throw new Refusal(404, 'There is no such calendar.')
    return unlessKnown(request, text)
  })
}

/** The calendar, or 304 for a reader who has the same one. */
function unlessKnown(request: Request, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = {
    ETag: etag,
    'Cache-Control': 'private, max-age=900',
    'X-Robots-Tag': 'noindex',
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="steppe.ics"',
  }
  return names(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers })
}

/** If-None-Match compares weakly (RFC 9110 section 13.1.2). */
const names = (header: string | null, etag: string): boolean =>
  (header ?? '').split(',').some((each) => [etag, '*'].includes(each.trim().replace(/^W\//, '')))
