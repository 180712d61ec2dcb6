import { refusalHeaders, refusalOf } from './refusal'

const NO_STORE = 'no-store'

/** Answers with the result of `work` as JSON, or with a refusal as `{error}` and its status. */
export async function answerJson(
  work: () => Promise<unknown>,
  cacheControl = NO_STORE,
): Promise<Response> {
  try {
    return json(await work(), 200, cacheControl)
  } catch (thrown) {
    const { status, message } = refusalOf(thrown)
    return Response.json({ error: message }, { status, headers: refusalHeaders(status) })
  }
}

/** Not cached, unless `cacheControl` allows it. */
export const json = (body: unknown, status = 200, cacheControl = NO_STORE): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': cacheControl } })
