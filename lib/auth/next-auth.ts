import 'server-only'
import { headers } from 'next/headers'
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { AppError } from '../kernel/app-error'
import { asSessionId, asUserId } from '../kernel/ids'
import { providerSettings } from '../server/people/provider-settings'
import { recordRefusedSignIn } from '../server/people/refused-sign-in'
import { stepAfterPassword, verifySecondStep } from '../server/people/second-step'
import {
  checkSession,
  closeSession,
  openSession,
  verifyCredentials,
} from '../server/people/sessions'
import { SESSION_LONGEST_MS } from '../server/session-scope'
import { afterProvider } from './at-provider'
import { currentCookies } from './current-cookies'
import { wearLookOf } from './look'
import { PROVIDER, providerFrom } from './provider'
import { sessionClaim } from './session-claim'
import { noting } from './trouble-met'
import { currentVisitor, ownCookie, rememberDevice } from './visitor'

/** `code` is put into the address of the sign-in page. The message is for our own form. */
class Refused extends CredentialsSignin {
  constructor(cause: AppError) {
    super(cause.message, { cause })
    this.code = cause.code
  }
}

/** The password is right, and a code is wanted. Whoever has asked in another way than by our form begins there. */
export class CodeWanted extends CredentialsSignin {
  override code = 'code_wanted'
  constructor(readonly ticket: string) {
    super('The password is right. Enter a code of your second factor on the page for signing in.')
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const CAUSED_BY_SENDER: ReadonlySet<string> = new Set([
  'CredentialsSignin',
  'InvalidCallbackUrl',
  'MissingCSRF',
  'InvalidCheck',
  'UnknownAction',
])

// A signed token alone would remain valid after sign-out. So it only names a session row, which is
// looked up for every request. Returning null signs the person out.
const config: NextAuthConfig = {
  // The edge of the web server has checked the headers that name the host.
  trustHost: true,
  session: { strategy: 'jwt', maxAge: SESSION_LONGEST_MS / 1000 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      credentials: {
        email: { type: 'email' },
        password: { type: 'password' },
        code: { type: 'text' },
      },
      async authorize({ email, password, code }) {
        try {
          const now = Date.now()
          if (typeof code === 'string') {
            const ticket = (await ownCookie('secondStep')) ?? ''
            const { address: from } = await currentVisitor()
            const id = await noting(() => verifySecondStep({ ticket, code, from, now }))
            return { id, withCode: true }
          }
          const typed = { email: asText(email), password: asText(password) }
          const visitor = await currentVisitor()
          const id = await noting(() => verifyCredentials(typed, visitor))
          const step = await noting(() => stepAfterPassword(id, now))
          if (step.kind === 'code') throw new CodeWanted(step.ticket)
          return { id, restricted: step.kind === 'set-up' }
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          const refused = { email: asText(email), why: error.code, now: Date.now() }
          await recordRefusedSignIn(refused)
          throw new Refused(error)
        }
      },
    }),
  ],
  callbacks: {
    /** A path instead of true: the person is not signed in and goes there. */
    async signIn({ user, account, profile }) {
      if (account?.provider !== PROVIDER) return true
      const after = await noting(() => afterProvider(account, profile ?? {}))
      if ('path' in after) return after.path
      user.id = after.userId
      return true
    },
    async jwt({ token, user, account }) {
      const now = Date.now()
      if (user?.id) {
        const userId = asUserId(user.id)
        await rememberDevice(userId)
        await noting(() => wearLookOf(userId))
        const { browser, address } = await currentVisitor()
        const restricted = 'restricted' in user && user.restricted === true
        const withCode = 'withCode' in user && user.withCode === true
        // The provider decides whether it asks for a second factor.
        const withProvider = account?.provider === PROVIDER
        const replaces = (await sessionClaim(await headers()))?.sessionId ?? null
        const how = { restricted, withCode, withProvider, replaces }
        const sid = await noting(() => openSession({ userId, now, browser, address, ...how }))
        return { sub: userId, sid }
      }
      if (typeof token.sid !== 'string') return null
      const sessionId = asSessionId(token.sid)
      const scope = await noting(() => checkSession({ sessionId, now }))
      return scope && { ...token, sub: scope.user.id }
    },
    session({ session, token }) {
      return { ...session, userId: asText(token.sub), sessionId: asText(token.sid) }
    },
  },
  events: {
    async signOut(message) {
      if (!('token' in message)) return
      const sid = message.token?.sid
      if (typeof sid !== 'string') return
      await noting(() => closeSession({ sessionId: asSessionId(sid), now: Date.now() }))
    },
  },
  // What whoever sends requests can cause at will needs no stack trace in the log.
  logger: {
    error(error) {
      if (!(error instanceof AuthError && CAUSED_BY_SENDER.has(error.type))) console.error(error)
    },
  },
}

// The names of the cookies depend on the request, in the same way for each use of them. Whether there is
// a provider is known when the server runs, not when it is built.
export const { handlers, signIn, signOut } = NextAuth(async () => {
  const { cookies, useSecureCookies } = await currentCookies()
  const provider = providerSettings()
  const providers = [...config.providers, ...(provider ? [providerFrom(provider)] : [])]
  return { ...config, providers, cookies, useSecureCookies }
})
