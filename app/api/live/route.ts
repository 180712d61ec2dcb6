import { json } from '@/app/_http/answer-json'

export const dynamic = 'force-dynamic'

/** The same as /api/health/live, which stays. */
export const GET = (): Response => json({ status: 'ok' })
