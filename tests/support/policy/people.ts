import { signIn } from '../http-client'

/** Sends requests as somebody, or as nobody. */
export type Client = { readonly request: (path: string, init?: RequestInit) => Promise<Response> }

export const nobodyAt = (url: string): Client => ({
  request: (path, init = {}) => fetch(new URL(path, url), { ...init, redirect: 'manual' }),
})

export const PASSWORD = 'a long enough one'

export const signedIn = (url: string, email: string): Promise<Client> =>
  signIn(url, email, PASSWORD)
