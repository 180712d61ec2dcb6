import 'server-only'
import { uuidv7 } from 'uuidv7'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import type { User } from '../../db/people/users'
import { logOf } from '../../db/study/review-log'
import {
  finishTraining,
  insertTraining,
  type Training,
  trainingsOf,
} from '../../db/study/trainings'
import { AppError } from '../../kernel/app-error'
import { MINUTE_MS } from '../../kernel/duration'
import { type History, historiesOf, isTest } from '../../memory/log/training-histories'
import {
  type Evaluation,
  evaluate,
  type LossChange,
  lossChange,
} from '../../memory/model/evaluate-model'
import type { MemoryModel } from '../../memory/model/memory-model'
import { DEFAULT_MODEL } from '../../memory/model/shipped-models'
import { train } from '../../training/train'
import { changeModel, currentModel } from '../learner-models'
import type { LearnerScope } from '../scope'

/** Tests of memory below which weights would fit chance; a fifth of them is held out. */
export const FEWEST_REVIEWS = 400
const HELD_OUT = 0.2
/** A run that has said nothing for so long (ms) died with its process. */
const GIVEN_UP_MS = 15 * MINUTE_MS

/**
 * Trains weights on the earlier four fifths of a person's reviews, judges them by the last fifth
 * beside the present ones, and adopts them if they predict better there beyond chance: the whole 95 %
 * interval of the paired change in log loss is below 0, and the RMSE over bins is no larger. Resolves when it is done; what came of it is in the row. Throws
 * invalid_input when there are too few reviews or a run is under way.
 */
export async function trainMemory(
  { user }: LearnerScope,
  { now }: { now: number },
): Promise<Training> {
  const [latest] = await trainingsOf(user.id, 1)
  if (latest && isRunning(latest, now)) {
    throw new AppError('invalid_input', 'A training is already running. Look again in a minute.')
  }
  const histories = historiesOf(await logOf(user.id))
  const tests = testsOf(histories)
  if (tests.length < FEWEST_REVIEWS) {
    const missing = FEWEST_REVIEWS - tests.length
    throw new AppError(
      'invalid_input',
      `Training needs ${FEWEST_REVIEWS} reviews on days after the first; ${missing} are missing. Nothing was changed.`,
    )
  }
  const id = uuidv7()
  await insertTraining(user.id, id, now)
  const result = await judge(user, histories, tests)
  await together(async () => {
    if (result.outcome === 'adopted') await changeModel(user, { weights: result.weights }, now)
    await finishTraining(user.id, id, result, now)
    const detail = { user: user.id, outcome: result.outcome }
    await recordAudit({ at: now, actorId: user.id, kind: 'memory_trained', detail })
  })
  const { weights: _, ...told } = result
  return { id, startedAt: now, result: told }
}

type Judged = NonNullable<Training['result']> & { readonly weights: readonly number[] }

async function judge(
  user: Pick<User, 'id' | 'modelVersion'>,
  histories: readonly History[],
  tests: readonly number[],
): Promise<Judged> {
  const cut = tests[Math.floor(tests.length * (1 - HELD_OUT))] ?? 0
  const earlier = histories
    .map((history) => history.filter(({ at }) => at < cut))
    .filter((history) => history.length > 0)
  const reviews = testsOf(earlier).length
  const model = await currentModel(user)
  const judged = (weights: MemoryModel['weights']) =>
    evaluate(histories, { ...model, weights }, (at) => at >= cut)
  const before = judged(model.weights)
  const trained = await train(earlier)
  if ('failure' in trained) {
    const message = `The training failed (${trained.failure}). Your weights were not changed.`
    return { outcome: 'failed', message, reviews, before, after: null, weights: [] }
  }
  const { weights } = trained
  const after = judged(weights)
  const pair = { before: model, after: { ...model, weights } }
  const change = lossChange(histories, pair, (at) => at >= cut)
  const better = isBetter(before, after, change)
  const message = `${
    better
      ? 'The new weights predicted the held-out reviews better. Answers from now on are scheduled with them.'
      : 'The new weights did not predict the held-out reviews better beyond chance. Your weights were not changed.'
  }${change === null ? '' : ` ${changeWords(change)}`}`
  return { outcome: better ? 'adopted' : 'kept', message, reviews, before, after, weights }
}

/** With a few hundred reviews, a smaller loss alone is as often chance as not. */
const isBetter = (
  before: Evaluation | null,
  after: Evaluation | null,
  change: LossChange | null,
): boolean =>
  before !== null &&
  after !== null &&
  change !== null &&
  change.high < 0 &&
  after.rmseBins <= before.rmseBins

const changeWords = ({ mean, low, high }: LossChange): string =>
  `The log loss changed by ${signed(mean)} (95 % interval ${signed(low)} to ${signed(high)}).`

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`

/** Instants of all tests, in order. */
const testsOf = (histories: readonly History[]): readonly number[] =>
  histories.flatMap((history) => history.filter(isTest).map(({ at }) => at)).sort((a, b) => a - b)

const isRunning = ({ result, startedAt }: Training, now: number): boolean =>
  result === null && now - startedAt < GIVEN_UP_MS

/** The shipped weights again. */
export async function forgetTraining(
  { user }: LearnerScope,
  { now }: { now: number },
): Promise<void> {
  const detail = { user: user.id, outcome: 'forgotten' }
  await together(async () => {
    await changeModel(user, { weights: DEFAULT_MODEL.weights }, now)
    await recordAudit({ at: now, actorId: user.id, kind: 'memory_trained', detail })
  })
}

export type MemoryView = {
  readonly runs: readonly (Training & { readonly running: boolean })[]
  /** Reviews that test memory, so far. */
  readonly tests: number
  readonly own: boolean
}

export async function loadMemory(
  { user }: LearnerScope,
  { now }: { now: number },
): Promise<MemoryView> {
  const [runs, log, model] = await Promise.all([
    trainingsOf(user.id, 10),
    logOf(user.id),
    currentModel(user),
  ])
  return {
    runs: runs.map((run) => ({ ...run, running: isRunning(run, now) })),
    tests: testsOf(historiesOf(log)).length,
    own: model.weights.some((weight, i) => weight !== DEFAULT_MODEL.weights[i]),
  }
}
