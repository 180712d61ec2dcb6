import 'server-only'
import NextAuth, { CredentialsSignin } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { AppError } from '../kernel/app-error'
import { asSessionId, asUserId } from '../kernel/ids'
import {
  checkSession,
  closeSession,
  openSession,
  SESSION_MS,
  verifyCredentials,
} from '../server/people/sessions'

/** `code` goes to the sign-in page's address; the message stays for our own form. */
class Refused extends CredentialsSignin {
  constructor(cause: AppError) {
    super(cause.message, { cause })
    this.code = cause.code
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

// A signed token alone would stay good after sign-out: it only names a session row, which is looked
// up on every request. Returning null signs out.
export const { handlers, auth, signIn, signOut } = NextAuth({
  session: { strategy: 'jwt', maxAge: SESSION_MS / 1000 },
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
      const known = await checkSession({ sessionId: asSessionId(token.sid), now })
      return known ? { ...token, sub: known.id } : null
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
  // Wrong passwords are everyday; they need no stack trace in the log.
  logger: {
    error(error) {
      if (!(error instanceof CredentialsSignin)) console.error(error)
    },
  },
})
