import { answerFile } from '@/app/_http/answer-file'
import { answerJson } from '@/app/_http/answer-json'
import { imageResponse } from '@/app/_http/image-response'
import { ownRequest, signedInLearner } from '@/app/_http/own-request'
import { readBytes } from '@/app/_http/read-bytes'
import { Refusal } from '@/app/_http/refusal'
import { storable } from '@/lib/kernel/visible-text'
import { addImage, loadDraftImage, MOST_IMAGE_BYTES } from '@/lib/server/authoring/add-image'
import { instructorScope } from '@/lib/server/scope'

/** Keeps the file of an image with a draft, or says what is wrong with it. */
export async function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const scope = await ownRequest('POST /api/authoring/image', request, 'Nothing was stored.')
    const instructor = instructorScope(scope)
    const { draft, name } = asked(request)
    const bytes = await readBytes(request, MOST_IMAGE_BYTES)
    if (bytes === null) {
      throw new Refusal(
        413,
        `This file has more than ${MOST_IMAGE_BYTES} bytes. What you typed is still here. Make the image smaller, or choose another file.`,
      )
    }
    return addImage(instructor, { draftId: draft, name, bytes, now: Date.now() })
  })
}

/** An image of a draft, for those who write the course. */
export async function GET(request: Request): Promise<Response> {
  return answerFile(async () => {
    const scope = await signedInLearner('GET /api/authoring/image', request)
    const { draft, file } = asked(request)
    return imageResponse(await loadDraftImage(instructorScope(scope), { draftId: draft, file }))
  })
}

function asked(request: Request) {
  const query = new URL(request.url).searchParams
  const one = (name: string) => storable(query.get(name) ?? '')
  return { draft: one('draft'), name: one('name'), file: one('file') }
}
