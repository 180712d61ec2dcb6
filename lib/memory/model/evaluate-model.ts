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

/** A difference of log losses for each review, with its 95 % interval. */
export type LossChange = { readonly mean: number; readonly low: number; readonly high: number }

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
    const p = within(recall)
    loss += lossOf({ recall, passed })
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

/**
 * By how much `after` predicted worse (above 0) or better (below 0) than `before`: the mean over the
 * same reviews of the difference of their log losses, with the interval of a paired t test. Null with
 * fewer than two reviews.
 */
export function lossChange(
  histories: readonly History[],
  { before, after }: { readonly before: MemoryModel; readonly after: MemoryModel },
  counts: (at: number) => boolean,
): LossChange | null {
  const changes = histories.flatMap((history) => {
    const later = predict(history, after, counts)
    return predict(history, before, counts).map((earlier, place) => {
      const { recall, passed } = later[place] ?? earlier
      return lossOf({ recall, passed }) - lossOf(earlier)
    })
  })
  const n = changes.length
  if (n < 2) return null
  const mean = changes.reduce((sum, change) => sum + change, 0) / n
  const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0)
  // With dozens of reviews or more, t is near enough to the normal.
  const half = 1.96 * Math.sqrt(squares / (n - 1) / n)
  return { mean, low: mean - half, high: mean + half }
}

const within = (recall: number): number => Math.min(0.9999, Math.max(0.0001, recall))

const lossOf = ({ recall, passed }: Pick<Prediction, 'recall' | 'passed'>): number =>
  -Math.log(passed ? within(recall) : 1 - within(recall))

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
