import { refusalOf } from './refusal'

const NO_STORE = 'no-store'

/** What `work` gives, as JSON; a refusal as `{error}` with its status. */
export async function answerJson(
  work: () => Promise<unknown>,
  cacheControl = NO_STORE,
): Promise<Response> {
  try {
    return json(await work(), 200, cacheControl)
  } catch (thrown) {
    const { status, message } = refusalOf(thrown)
    return json({ error: message }, status)
  }
}

/** Kept by nobody on the way unless `cacheControl` says so. */
export const json = (body: unknown, status = 200, cacheControl = NO_STORE): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': cacheControl } })
