/** A browser's cookies and nothing else. */
export type HttpClient = {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, body: unknown) => Promise<Response>
  /** What it sends in the header `cookie`. */
  readonly cookie: () => string
  /** The first match of a page's HTML. */
  readonly firstLink: (path: string, pattern: RegExp) => Promise<string>
}

/** Signs in by next-auth's own endpoints, as any client may. Throws when it is refused. */
export async function signIn(url: string, email: string, password: string): Promise<HttpClient> {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie())
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = set.match(/^([^=]+)=([^;]*)/) ?? []
      cookies.set(name, value)
    }
    return response
  }
  const { csrfToken }: { csrfToken: string } = await (await request('/api/auth/csrf')).json()
  await request('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, password }),
  })
  if (![...cookies.keys()].some((name) => name.endsWith('session-token'))) {
    throw new Error(`${email} could not sign in`)
  }
  const get = (path: string) => request(path)
  return {
    request,
    cookie,
    get,
    post: (path, body) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    firstLink: async (path, pattern) => {
      const html = await (await get(path)).text()
      const found = html.match(pattern)?.[1]
      if (!found) throw new Error(`${path} has no link like ${pattern}`)
      return found
    },
  }
}
