import 'server-only'
import { decode, type JWT, type JWTDecodeParams } from 'next-auth/jwt'

/** About one KB each. */
const MOST = 2000

const known = new Map<string, JWT>()

/**
 * next-auth's own `decode`, remembered for the cookies that were used last. It derives its key anew for
 * each cookie, which took a quarter of what recording an answer costs. What a cookie says never
 * changes, except that it ends; whether its sign-in session still holds is asked each time elsewhere.
 */
export async function rememberedDecode(params: JWTDecodeParams): Promise<JWT | null> {
  const { token: text = '', salt } = params
  const key = `${salt} ${text}`
  const before = known.get(key)
  known.delete(key)
  const token = before !== undefined && holds(before) ? before : await decode(params)
  if (token === null) return null
  known.set(key, token)
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break
    known.delete(oldest)
  }
  return token
}

const holds = ({ exp }: JWT): boolean => exp !== undefined && exp * 1000 > Date.now()
