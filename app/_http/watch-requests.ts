/**
 * Why a request did not get the answer that it should. `unreachable` and `broken-off` come from the
 * network, `silent` is a time-out, and `outdated` means that the server runs another build.
 */
export type RequestFailure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'too-large' }
  /** The edge of our server refused the page's address, and says why. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** A server or a proxy answered with this status, but not as Steppe answers. */
  | { readonly kind: 'answered-badly'; readonly status: number }

export class RequestError extends Error {
  override readonly name = 'RequestError'
  constructor(readonly failure: RequestFailure) {
    super(`A request failed: ${failure.kind}`)
  }
}

/** How long a server may take for a form, in ms. */
export const FORM_PATIENCE_MS = 30_000
/** How long a server may take for the page behind a link, in ms. */
export const PAGE_PATIENCE_MS = 20_000

/**
 * Next sends server actions with the global fetch and one after another, and it never gives up: one
 * request without an answer would hold back all later ones. This fetch ends such a request in time
 * and says what went wrong. It also ends a request for the page behind a link: Next then opens the
 * page as a plain link does, and the browser shows that it waits. Other requests pass unchanged.
 */
export function watchRequests(
  request: typeof fetch,
  signalAfter: (ms: number) => AbortSignal = (ms) => AbortSignal.timeout(ms),
): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    if (isForPage(headers) && !init?.signal) {
      return request(input, { ...init, signal: signalAfter(PAGE_PATIENCE_MS) })
    }
    if (!headers.has('next-action')) return request(input, init)
    const response = await answerTo(
      request(input, { ...init, signal: signalAfter(FORM_PATIENCE_MS) }),
    )
    const failure = await failureIn(response)
    if (failure !== null) throw new RequestError(failure)
    return response
  }
}

/** What is fetched before anybody presses a link may take as long as it likes. */
const isForPage = (headers: Headers): boolean =>
  headers.has('rsc') &&
  !headers.has('next-action') &&
  !headers.has('next-router-prefetch') &&
  !headers.has('next-router-segment-prefetch')

async function answerTo(request: Promise<Response>): Promise<Response> {
  try {
    return await request
  } catch (error) {
    throw new RequestError({ kind: isTimeout(error) ? 'silent' : 'unreachable' })
  }
}

export const isTimeout = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TimeoutError'

async function failureIn(response: Response): Promise<RequestFailure | null> {
  const { status, headers } = response
  if (headers.has('x-steppe-refused')) return { kind: 'refused', reason: await response.text() }
  if (headers.has('x-nextjs-action-not-found')) return { kind: 'outdated' }
  if (headers.has('x-action-redirect')) return null
  if (headers.get('content-type')?.startsWith('text/x-component')) return null
  return status === 413 ? { kind: 'too-large' } : { kind: 'answered-badly', status }
}
