import 'server-only'
import { z } from 'zod'
import { signed, signedText } from '../../credentials/signed'
import { MINUTE_MS } from '../../kernel/duration'

/**
 * Why somebody goes to the sign-in provider; a cookie keeps it until they come back. `link`: whoever is
 * signed in with this session has given the password a moment ago.
 */
const intents = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in') }),
  z.object({ kind: z.literal('join'), code: z.string() }),
  z.object({ kind: z.literal('link'), sessionId: z.string() }),
])
export type ProviderIntent = Readonly<z.infer<typeof intents>>

const kept = z.object({ until: z.number(), intent: intents })

/** As long as next-auth keeps its own cookies of such a way. */
export const INTENT_MS = 15 * MINUTE_MS

const secret = (): string => process.env.AUTH_SECRET ?? ''

export const intentText = (intent: ProviderIntent, now: number): string =>
  signed('provider-intent', JSON.stringify({ until: now + INTENT_MS, intent }), secret())

/** Whoever comes back without one that holds only signs in. */
export function intentIn(value: string | null, now: number): ProviderIntent {
  const text = value === null ? null : signedText('provider-intent', value, secret())
  if (text === null) return { kind: 'sign-in' }
  const { until, intent } = kept.parse(JSON.parse(text))
  return until > now ? intent : { kind: 'sign-in' }
}

/** Words for the page that comes next; signed, so that no other site can write them. */
export const noteText = (words: string): string => signed('provider-note', words, secret())

export const noteIn = (value: string | null): string | null =>
  value === null ? null : signedText('provider-note', value, secret())
