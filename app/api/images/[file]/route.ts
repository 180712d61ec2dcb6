import { answerFile } from '@/app/_http/answer-file'
import { signedInLearner } from '@/app/_http/own-request'
import { loadImage } from '@/lib/server/course/load-image'

type Props = { params: Promise<{ file: string }> }

/**
 * An image of the course. Its name is the hash of its bytes, so a browser may keep it for ever. Opened by
 * itself, an svg runs no script and loads nothing.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return answerFile(async () => {
    const scope = await signedInLearner('GET /api/images/[file]', request)
    const { type, bytes } = await loadImage(scope, (await params).file)
    return new Response(bytes, {
      headers: {
        'Content-Type': type,
        'Content-Length': String(bytes.length),
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': 'private, max-age=31536000, immutable',
      },
    })
  })
}
