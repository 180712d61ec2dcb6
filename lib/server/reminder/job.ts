import 'server-only'
import type { WholeScope } from '../whole-scope'
import type { Mailer } from './mailer'

export type JobInput = { readonly now: number; readonly mailer: Mailer | null }

/**
 * Something that the server does on its own. One of its processes runs it every few minutes. It finds
 * out what to do at `now` and is harmless when repeated, also by several processes at once.
 * `run` returns what it did in words, or null if there was nothing to do.
 */
export type Job = {
  readonly name: string
  readonly run: (whole: WholeScope, input: JobInput) => Promise<string | null>
}
