import type { Memory } from '../card/state'
import { type History, isTest } from '../log/training-histories'
import { nextMemory, recallCurve } from '../schedule/algorithm'
import type { MemoryModel } from './memory-model'

/** How well a model predicted reviews. Lower is better for both figures. */
export type Evaluation = {
  readonly n: number
  /** Mean of -ln(probability that the model gave to the actual outcome). */
  readonly logLoss: number
  /** Root of the mean squared distance of predicted and observed recall over bins. */
  readonly rmseBins: number
}

type Prediction = { readonly recall: number; readonly passed: boolean; readonly bin: string }

/**
 * What the model would have said of every test in `histories` that `counts` lets through, each
 * history followed from its first review. Null without any. Bins by interval, count of reviews and
 * of lapses as in the FSRS benchmark (github.com/open-spaced-repetition/srs-benchmark, `rmse_matrix`).
 */
export function evaluate(
  histories: readonly History[],
  model: MemoryModel,
  counts: (at: number) => boolean,
): Evaluation | null {
  const predictions = histories.flatMap((history) => predict(history, model, counts))
  const n = predictions.length
  if (n === 0) return null
  let loss = 0
  const bins = new Map<string, { n: number; recall: number; passed: number }>()
  for (const { recall, passed, bin } of predictions) {
    const p = Math.min(0.9999, Math.max(0.0001, recall))
    loss -= Math.log(passed ? p : 1 - p)
    const sums = bins.get(bin) ?? { n: 0, recall: 0, passed: 0 }
    bins.set(bin, {
      n: sums.n + 1,
      recall: sums.recall + p,
      passed: sums.passed + (passed ? 1 : 0),
    })
  }
  let squares = 0
  for (const bin of bins.values()) squares += (bin.recall - bin.passed) ** 2 / bin.n
  return { n, logLoss: loss / n, rmseBins: Math.sqrt(squares / n) }
}

function predict(
  history: History,
  model: MemoryModel,
  counts: (at: number) => boolean,
): Prediction[] {
  const recall = recallCurve(model)
  const predictions: Prediction[] = []
  let memory: Memory | null = null
  let lapses = 0
  for (const [index, review] of history.entries()) {
    const passed = review.rating > 1
    if (memory !== null && isTest(review)) {
      if (counts(review.at)) {
        predictions.push({
          recall: recall(review.elapsedDays, memory.stability),
          passed,
          bin: `${binOf(review.elapsedDays, 2.48, 3.62)} ${binOf(index + 1, 1.99, 1.89)} ${lapses === 0 ? 0 : binOf(lapses, 1.65, 1.73)}`,
        })
      }
      if (!passed) lapses += 1
    }
    memory = nextMemory(memory, review.elapsedDays, review.rating, model)
  }
  return predictions
}

const binOf = (value: number, scale: number, base: number): string =>
  (scale * base ** Math.floor(Math.log(value) / Math.log(base))).toFixed(2)
