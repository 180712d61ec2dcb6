// A thread of its own: the optimiser keeps a core busy for seconds while the server continues.
import { parentPort, workerData } from 'node:worker_threads'

/** @typedef {[rating: number, days: number][][]} Items the reviews of each card */

/** Posts {weights} or {failure}. */
const answer = await train(workerData.items).catch((error) => ({ failure: String(error) }))
parentPort?.postMessage(answer)

/** @param {Items} items */
async function train(items) {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await import(
    '@open-spaced-repetition/binding'
  )
  const set = items.map(
    (reviews) =>
      new FSRSBindingItem(reviews.map(([rating, days]) => new FSRSBindingReview(rating, days))),
  )
  return { weights: await computeParameters(set, { enableShortTerm: true, numRelearningSteps: 1 }) }
}
