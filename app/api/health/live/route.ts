import { json } from '@/app/_http/answer-json'

export const dynamic = 'force-dynamic'

/** The process answers; says nothing about its database. */
export const GET = (): Response => json({ status: 'ok' })
