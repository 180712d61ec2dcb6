import type { Tally } from './tally'

/** One signed-in browser: where the server is, and its cookies; `cookie` is '' for nobody. */
export type Visitor = { readonly url: string; readonly cookie: string }

/** What one visitor does again and again. */
export type Doing =
  | { readonly kind: 'page'; readonly path: string }
  /** Grades in turn over `questions`, `batch` events a request, beginning at `from`. */
  | {
      readonly kind: 'grades'
      readonly questions: readonly string[]
      readonly batch: number
      readonly from: number
    }

/** What the client's process is asked to do. */
export type Job =
  /** Each visitor sends its requests one after the other, all visitors at once. */
  | {
      readonly kind: 'rounds'
      readonly visitors: readonly (Visitor & { readonly doing: Doing })[]
      /** Of each visitor. */
      readonly requests: number
    }
  /** Everybody grades a card every `pauseMs` on average, and now and then looks at Today. */
  | {
      readonly kind: 'day'
      readonly visitors: readonly Visitor[]
      readonly questions: readonly string[]
      readonly pauseMs: number
      readonly seconds: number
    }
  /** The rows that a grade writes, by `pg` alone: one statement, one commit, no reading. */
  | {
      readonly kind: 'commits'
      readonly databaseUrl: string
      readonly userIds: readonly string[]
      readonly questions: readonly string[]
      readonly requests: number
    }

export type Report = {
  /** Of each request, in ms. */
  readonly times: readonly number[]
  /** From the first request to the end of the last. */
  readonly seconds: number
  readonly tally: Tally
}

export type Reply =
  | { readonly kind: 'done'; readonly report: Report }
  | { readonly kind: 'failed'; readonly message: string }
