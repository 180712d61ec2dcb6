import { answerFile } from '@/app/_http/answer-file'
import { imageResponse } from '@/app/_http/image-response'
import { signedInLearner } from '@/app/_http/own-request'
import { loadImage } from '@/lib/server/course/load-image'

type Props = { params: Promise<{ file: string }> }

/** An image of the course. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return answerFile(async () => {
    const scope = await signedInLearner('GET /api/images/[file]', request)
    return imageResponse(await loadImage(scope, (await params).file))
  })
}
