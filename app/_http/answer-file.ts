import { refusalOf } from './refusal'

/**
 * The file that `work` gives; a refusal as a line of text with its status. `hidden`: what is said
 * instead of 403 and 404 alike, where nobody may learn what exists.
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
  new Response(`${line}\n`, { status, headers: { 'Cache-Control': 'no-store' } })
