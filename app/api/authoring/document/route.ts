import { answerJson } from '@/app/_http/answer-json'
import { ownRequest } from '@/app/_http/own-request'
import { readBytes } from '@/app/_http/read-bytes'
import { Refusal } from '@/app/_http/refusal'
import { MOST_BYTES, readUpload, TOO_LARGE } from '@/lib/server/authoring/read-upload'
import { instructorScope } from '@/lib/server/scope'

/** The text of a file that an instructor chose. Stores nothing. */
export async function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const scope = await ownRequest('POST /api/authoring/document', request, 'Nothing was added.')
    const instructor = instructorScope(scope)
    const bytes = await readBytes(request, MOST_BYTES)
    if (bytes === null) throw new Refusal(413, `${TOO_LARGE} Nothing was added.`)
    return { text: await readUpload(instructor, { bytes }) }
  })
}
