import 'server-only'
import { handlers } from './next-auth'

/** The pages of next-auth itself, under /api/auth. */
export const { GET, POST } = handlers
