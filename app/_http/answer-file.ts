import { refusalHeaders, refusalOf } from './refusal'

/**
 * Answers with the file that `work` returns, or with a refusal as a line of text and its status.
 * `hidden`: a message that replaces 403 and 404, where nobody may learn what exists.
 */
export async function answerFile(
  work: () => Promise<Response>,
  hidden: string | null = null,
): Promise<Response> {
  try {
    return await work()
  } catch (thrown) {
    const { status, message } = refusalOf(thrown)
    const hides = hidden !== null && (status === 403 || status === 404)
    return hides ? text(404, hidden) : text(status, message)
  }
}

const text = (status: number, line: string): Response =>
  new Response(`${line}\n`, { status, headers: refusalHeaders(status) })
