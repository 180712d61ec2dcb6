import 'server-only'
import { handlers } from './next-auth'

/** next-auth's own pages under /api/auth. */
export const { GET, POST } = handlers
