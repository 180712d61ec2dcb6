import { unstable_rethrow } from 'next/navigation'
import { isDatabaseDigest } from '@/lib/kernel/database-digest'
import { isTimeout, RequestError, type RequestFailure } from '../_http/watch-requests'
import { digestOf } from './digest-of'
import type { FormAction, FormState } from './form-state'

export type FormFailure =
  | RequestFailure
  | { readonly kind: 'offline' }
  /** The action itself failed. `digest` names the entry in the server's log. */
  | { readonly kind: 'failed'; readonly digest: string | null }

export type Sent<Done> =
  | { readonly kind: 'answered'; readonly state: FormState<Done> }
  | { readonly kind: 'failed'; readonly failure: FormFailure }

/** Next refuses a form above 1 MiB, and nginx does the same by default. */
const MOST_BYTES = 1_000_000

/** The size of what a form sends, without the few bytes between its parts. */
export function bytesIn(form: FormData): number {
  let bytes = 0
  const encoder = new TextEncoder()
  for (const [name, value] of form) {
    bytes += encoder.encode(name).length
    bytes += typeof value === 'string' ? encoder.encode(value).length : value.size
  }
  return bytes
}

/**
 * Sends a form to its action. A failure on the way is a value, so that the form stays as it is.
 * Redirects and other messages to Next's router are thrown, after `onLeave` has learned of them.
 */
export async function sendForm<Done>(
  action: FormAction<Done>,
  before: FormState<Done>,
  form: FormData,
  isOnline: () => boolean,
  onLeave: (target: string | null) => void,
): Promise<Sent<Done>> {
  if (bytesIn(form) > MOST_BYTES) return { kind: 'failed', failure: { kind: 'too-large' } }
  try {
    return { kind: 'answered', state: await action(before, form) }
  } catch (error) {
    try {
      unstable_rethrow(error)
    } catch (leaving) {
      onLeave(redirectTarget(leaving))
      throw leaving
    }
    return { kind: 'failed', failure: isOnline() ? failureOf(error) : { kind: 'offline' } }
  }
}

/** Where Next's redirect leads: `NEXT_REDIRECT;push;/sign-in;307;`. Null for anything else. */
function redirectTarget(error: unknown): string | null {
  const [kind, , target] = digestOf(error)?.split(';') ?? []
  return kind === 'NEXT_REDIRECT' ? (target ?? null) : null
}

export function failureOf(error: unknown): FormFailure {
  if (error instanceof RequestError) return error.failure
  if (isTimeout(error)) return { kind: 'silent' }
  // The connection was cut in the middle of the answer.
  const isCut =
    error instanceof TypeError || (error instanceof Error && /closed/.test(error.message))
  const digest = digestOf(error)
  if (isDatabaseDigest(digest)) return { kind: 'answered-badly', status: 503 }
  return isCut && digest === null ? { kind: 'unreachable' } : { kind: 'failed', digest }
}
