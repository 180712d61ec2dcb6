import { depthOrder } from '../course/reach'
import type { Question } from '../course/types'
import { seededShuffle } from '../grading/seeded-shuffle'
import type { LessonId, ModuleId, QuestionId } from '../kernel/ids'
import { kindOf } from '../kinds/kinds'
import type { SessionCard, SessionGround } from './wire'

/** A lesson whose content can be tested. */
export type PlacementLesson = {
  readonly id: LessonId
  readonly module: ModuleId
  /** In the order in which they would be asked. */
  readonly candidates: readonly Candidate[]
}

export type Candidate = {
  readonly questionId: QuestionId
  /** The chance of a correct answer without knowing it. */
  readonly guess: number
  readonly siblings: readonly QuestionId[]
}

/** Everything that a placement needs, so that no answer waits for the network. */
export type PlacementPayload = Pick<SessionGround, 'serverNow' | 'keys' | 'stateNames'> & {
  /** This stays the same on one study day, so that a reloaded page asks the same questions. */
  readonly seed: string
  readonly lessons: readonly (PlacementLesson & {
    readonly title: string
    readonly moduleTitle: string
  })[]
  readonly cards: readonly SessionCard[]
}

export type PlacementAnswer = { readonly questionId: QuestionId; readonly right: boolean }

/** `asked` is how many of its questions were answered, `right` how many of them correctly. */
export type LessonFinding = {
  readonly lesson: LessonId
  readonly verdict: 'known' | 'not-known' | 'open'
  readonly asked: number
  readonly right: number
}

/**
 * The share of a lesson's questions that is remembered by somebody who knows it, and by somebody
 * who does not.
 */
const KNOWS = 0.9
const KNOWS_NOT = 0.2
/** The chance of skipping a lesson that is not known, and of keeping one that is. */
const ALPHA = 0.05
const BETA = 0.15
const KNOWN_FROM = Math.log((1 - BETA) / ALPHA)
const NOT_KNOWN_TO = Math.log(BETA / (1 - ALPHA))

const CANDIDATES = 7
const MOST_OF_A_LESSON = 6
/** The most questions in one placement. */
export const MOST_ASKED = 60
/**
 * The rest of a module is not tested once this many more of its lessons were found not known than
 * known.
 */
const LEFT_AFTER = 2
/**
 * The least chance of a correct answer by guessing. Half knowledge helps more than the number of
 * options suggests.
 */
const LUCKY_HIT = 0.05

/**
 * The questions that test a lesson. They are graded by machine and no siblings of each other (an
 * answer could give a sibling away). What matters most comes first, of that those hardest to guess,
 * otherwise the order depends on `seed`.
 */
export function candidatesOf(questions: readonly Question[], seed: string): readonly Candidate[] {
  const machineGraded = seededShuffle(questions, seed).flatMap((question) => {
    const candidate = candidateOf(question)
    return candidate === null ? [] : [{ candidate, depth: depthOrder(question) }]
  })
  machineGraded.sort((a, b) => a.depth - b.depth || a.candidate.guess - b.candidate.guess)
  return apart(machineGraded.map(({ candidate }) => candidate)).slice(0, CANDIDATES)
}

/** Null for questions that only the learner can grade. */
export function candidateOf(question: Question): Candidate | null {
  const kind = kindOf(question.kind)
  if (kind.gradedBy === 'learner') return null
  const guess = Math.max(LUCKY_HIT, kind.chanceOfGuessing(question))
  return { questionId: question.id, guess, siblings: question.siblings }
}

/** False for a lesson that cannot be found known even if all answers are correct. */
export function canBeFoundKnown({ candidates }: PlacementLesson): boolean {
  const taken = apart(candidates).slice(0, MOST_OF_A_LESSON)
  return evidence(taken.map((candidate) => ({ candidate, right: true }))) >= KNOWN_FROM
}

/** The candidates without those that have a sibling before them. */
export function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<QuestionId>()
  return candidates.filter(({ questionId, siblings }) => {
    if (seen.has(questionId) || siblings.some((sibling) => seen.has(sibling))) return false
    seen.add(questionId)
    return true
  })
}

/**
 * What the answers say about each lesson: a sequential probability ratio test (Wald 1945) of "knows
 * nine tenths of it" against "knows a fifth of it". One wrong answer at the start is enough to keep
 * the lesson; three or four correct answers in a row are enough to find it known.
 */
export function findingsOf(
  lessons: readonly PlacementLesson[],
  answers: readonly PlacementAnswer[],
): readonly LessonFinding[] {
  const rightBy = new Map(answers.map(({ questionId, right }) => [questionId, right]))
  return lessons.map((lesson) => {
    const given = lesson.candidates.flatMap((candidate) => {
      const right = rightBy.get(candidate.questionId)
      return right === undefined ? [] : [{ candidate, right }]
    })
    const asked = given.length
    const right = given.filter((each) => each.right).length
    const sum = evidence(given)
    const spent = next(lesson, rightBy) === null
    const verdict =
      sum >= KNOWN_FROM
        ? 'known'
        : sum <= NOT_KNOWN_TO || (spent && asked > 0)
          ? 'not-known'
          : 'open'
    return { lesson: lesson.id, verdict, asked, right }
  })
}

/** The question to ask next; null when every lesson is decided or the placement is full. */
export function nextQuestion(
  lessons: readonly PlacementLesson[],
  answers: readonly PlacementAnswer[],
): QuestionId | null {
  if (answers.length >= MOST_ASKED) return null
  const rightBy = new Map(answers.map(({ questionId, right }) => [questionId, right]))
  const findings = findingsOf(lessons, answers)
  const balance = new Map<ModuleId, number>()
  for (const [index, { module }] of lessons.entries()) {
    const verdict = findings[index]?.verdict
    const change = verdict === 'known' ? -1 : verdict === 'not-known' ? 1 : 0
    balance.set(module, (balance.get(module) ?? 0) + change)
  }
  for (const [index, lesson] of lessons.entries()) {
    if (findings[index]?.verdict !== 'open') continue
    if ((balance.get(lesson.module) ?? 0) >= LEFT_AFTER) continue
    const candidate = next(lesson, rightBy)
    if (candidate !== null) return candidate.questionId
  }
  return null
}

/**
 * A question whose sibling was answered is never asked, because the sibling may have given it away.
 */
function next(
  { candidates }: PlacementLesson,
  rightBy: ReadonlyMap<QuestionId, boolean>,
): Candidate | null {
  if (candidates.filter(({ questionId }) => rightBy.has(questionId)).length >= MOST_OF_A_LESSON) {
    return null
  }
  const candidate = candidates.find(
    ({ questionId, siblings }) =>
      !rightBy.has(questionId) && !siblings.some((sibling) => rightBy.has(sibling)),
  )
  return candidate ?? null
}

/** Logarithm of the likelihood ratio of "knows it" to "does not know it". */
function evidence(given: readonly { candidate: Candidate; right: boolean }[]): number {
  return given.reduce((sum, { candidate: { guess }, right }) => {
    const ifKnown = KNOWS + (1 - KNOWS) * guess
    const ifNot = KNOWS_NOT + (1 - KNOWS_NOT) * guess
    return sum + Math.log(right ? ifKnown / ifNot : (1 - ifKnown) / (1 - ifNot))
  }, 0)
}
