import 'server-only'
import type { WholeScope } from '../whole-scope'
import type { Mailer } from './mailer'

export type JobInput = { readonly now: number; readonly mailer: Mailer | null }

/**
 * Something a server does by itself, asked for every few minutes in each of its processes: it finds
 * out what is to be done at `now`, and is harmless when repeated, also by several at once. `run`
 * says in words what it did; null when there was nothing to do.
 */
export type Job = {
  readonly name: string
  readonly run: (whole: WholeScope, input: JobInput) => Promise<string | null>
}
