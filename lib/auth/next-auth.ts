import 'server-only'
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { AppError } from '../kernel/app-error'
import { asSessionId, asUserId } from '../kernel/ids'
import {
  checkSession,
  closeSession,
  openSession,
  verifyCredentials,
} from '../server/people/sessions'
import { SESSION_LONGEST_MS } from '../server/session-scope'
import { currentCookies } from './current-cookies'

/** `code` is put into the address of the sign-in page. The message is for our own form. */
class Refused extends CredentialsSignin {
  constructor(cause: AppError) {
    super(cause.message, { cause })
    this.code = cause.code
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

// A signed token alone would remain valid after sign-out. So it only names a session row, which is
// looked up for every request. Returning null signs the person out.
const config: NextAuthConfig = {
  // The edge of the web server has checked the headers that name the host.
  trustHost: true,
  session: { strategy: 'jwt', maxAge: SESSION_LONGEST_MS / 1000 },
  pages: { signIn: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize({ email, password }) {
        try {
          const userId = await verifyCredentials({
            email: asText(email),
            password: asText(password),
          })
          return { id: userId }
        } catch (error) {
          if (error instanceof AppError) throw new Refused(error)
          throw error
        }
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      const now = Date.now()
      if (user?.id) {
        const userId = asUserId(user.id)
        return { sub: userId, sid: await openSession({ userId, now }) }
      }
      if (typeof token.sid !== 'string') return null
      const scope = await checkSession({ sessionId: asSessionId(token.sid), now })
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
      if (typeof sid === 'string') await closeSession({ sessionId: asSessionId(sid) })
    },
  },
  // Wrong passwords are common and need no stack trace in the log.
  logger: {
    error(error) {
      if (!(error instanceof CredentialsSignin)) console.error(error)
    },
  },
}

// The names of the cookies depend on the request, in the same way for each use of them.
export const { handlers, signIn, signOut } = NextAuth(async () => ({
  ...config,
  ...(await currentCookies()),
}))
