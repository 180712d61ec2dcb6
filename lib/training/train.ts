import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { MINUTE_MS } from '../kernel/duration'
import { type History, isTest } from '../memory/log/training-histories'

/** Training on the log of any one person takes less. */
const PATIENCE_MS = 10 * MINUTE_MS

/** Resolved from the checkout, where the server runs: a bundler would not find a thread's file. */
const WORKER = join('lib', 'training', 'worker.mjs')

export type Trained = { readonly weights: readonly number[] } | { readonly failure: string }

/**
 * FSRS-6 weights that fit these histories best, found by fsrs-rs in a thread of its own. Each test
 * is an item with all that went before it, as the optimiser wants them. Never rejects.
 */
export function train(histories: readonly History[]): Promise<Trained> {
  const items = histories.flatMap((history) =>
    history.flatMap((review, index) =>
      isTest(review)
        ? [history.slice(0, index + 1).map(({ rating, elapsedDays }) => [rating, elapsedDays])]
        : [],
    ),
  )
  return new Promise((resolve) => {
    const file = join(process.cwd(), WORKER)
    const worker = new Worker(/* turbopackIgnore: true */ file, { workerData: { items } })
    const timer = setTimeout(
      () => finish({ failure: 'The training took longer than ten minutes.' }),
      PATIENCE_MS,
    )
    const finish = (trained: Trained) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(trained)
    }
    worker.once('message', (message: Trained) => finish(message))
    worker.once('error', (error) => finish({ failure: error.message }))
    worker.once('exit', (code) => finish({ failure: `The training ended early (${code}).` }))
  })
}
