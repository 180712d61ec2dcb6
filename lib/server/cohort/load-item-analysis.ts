import 'server-only'
import {
  FEWEST_ANSWERS,
  type FirstTries,
  firstTries,
  type ItemStatistics,
  itemStatistics,
} from '../../cohort/item-analysis'
import type { LearnerMemory } from '../../cohort/learner-memory'
import type { Question } from '../../course/types'
import { openFlagCounts } from '../../db/cohort/item-answers'
import type { CohortId, QuestionId, UserId } from '../../kernel/ids'
import type { QuestionKind } from '../../kinds/types'
import { DEFAULT_MODEL } from '../../memory/model/models'
import type { PublishedCourse } from '../current-course'
import { placesOf } from './cohort-memory'
import { type CohortScene, cohortScene } from './cohort-scene'

/** Lapses from which a card counts as a leech here, whatever its owner's own rule. */
export const LEECH_LAPSES = DEFAULT_MODEL.leech?.lapses ?? 8

export type ItemRow = ItemStatistics & {
  readonly id: QuestionId
  readonly prompt: string
  readonly kind: QuestionKind
  readonly topicTitle: string
  readonly revision: number
  readonly flags: number
  /** Why it should be looked at; empty when nothing speaks against it. */
  readonly findings: readonly ItemFinding[]
}

export type ItemFinding = 'forgotten' | 'unlearnt' | 'does-not-tell' | 'leech' | 'flagged'

export const ITEM_SORTS = ['suspect', 'surprise', 'first-try', 'discrimination', 'course'] as const
export type ItemSort = (typeof ITEM_SORTS)[number]

export type ItemAnalysisView = {
  readonly cohortName: string
  readonly analysts: number
  readonly rows: readonly ItemRow[]
  readonly questions: number
  /** Questions with at least one finding. */
  readonly suspects: number
  /** Those with enough answers to say anything of. */
  readonly judged: number
  readonly page: number
  readonly pages: number
  readonly modules: readonly { readonly id: string; readonly title: string }[]
}

export const ITEM_RULES = {
  /** Upper end of the interval of observed less predicted recall below this. */
  forgottenBy: -0.05,
  /** First tries that succeed less often. */
  unlearntBelow: 0.3,
  /** Upper end of the interval of discrimination: who knows the rest knows this one hardly better. */
  tellsFrom: 0.1,
  /** Share of the analysts who met it for whom it is a leech, and how many at least. */
  leechShare: 0.05,
  leechLeast: 3,
} as const

const PAGE = 50

/** Throws not_allowed, not_found, course_not_published. */
export async function loadItemAnalysis(input: {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly now: number
  readonly module: string | null
  readonly sort: ItemSort
  /** From 1; null: all on one page. */
  readonly page: number | null
}): Promise<ItemAnalysisView> {
  const scene = await cohortScene(input)
  const { catalogue } = scene.course
  const rows = await itemRows(
    scene,
    catalogue.questions.filter((question) => isIn(scene, question, input.module)),
  )
  const sorted = rows.toSorted(ORDERS[input.sort])
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const page = Math.min(Math.max(1, input.page ?? 1), pages)
  return {
    cohortName: scene.cohort.name,
    analysts: scene.analysts.length,
    rows: input.page === null ? sorted : sorted.slice((page - 1) * PAGE, page * PAGE),
    questions: rows.length,
    suspects: rows.filter(({ findings }) => findings.length > 0).length,
    judged: rows.filter(({ met }) => met >= FEWEST_ANSWERS).length,
    page,
    pages,
    modules: catalogue.course.modules.map(({ id, title }) => ({ id, title })),
  }
}

const isIn = ({ course }: CohortScene, { lesson }: Question, module: string | null): boolean =>
  module === null || course.look.lesson(lesson)?.module === module

/** The statistics of these questions over all analysts of the cohort. */
export async function itemRows(
  scene: CohortScene,
  questions: readonly Question[],
): Promise<readonly ItemRow[]> {
  const { course, analysts } = scene
  const places = placesOf(course)
  const statisticsOf = statisticsIn(scene)
  const flags = await openFlagCounts(analysts.map(({ user }) => user.id))
  return questions.map((question) => {
    const { id, prompt, kind, topic, revision } = question
    const statistics = statisticsOf(places.get(id) ?? -1)
    const open = flags.get(id) ?? 0
    return {
      ...{ id, prompt, kind, revision, flags: open, ...statistics },
      topicTitle: course.look.topic(topic)?.title ?? '',
      findings: findingsOf(statistics, open),
    }
  })
}

type Reckoned = {
  readonly memories: readonly LearnerMemory[]
  readonly scores: readonly FirstTries[]
  readonly items: Map<number, ItemStatistics>
}

const reckoned = new WeakMap<PublishedCourse, Map<CohortId, Reckoned>>()

/** Statistics by index of the question; what was reckoned of the same cards is kept. */
function statisticsIn({
  course,
  cohort,
  analysts,
}: CohortScene): (index: number) => ItemStatistics {
  const memories = analysts.map(({ memory }) => memory)
  const cohorts = reckoned.get(course) ?? new Map<CohortId, Reckoned>()
  reckoned.set(course, cohorts)
  const known = cohorts.get(cohort.id)
  const same =
    known?.memories.length === memories.length &&
    known.memories.every((memory, place) => memory === memories[place])
  const { scores, items } = same ? known : { scores: memories.map(firstTries), items: new Map() }
  if (!same) cohorts.set(cohort.id, { memories, scores, items })
  return (index) => {
    const made = items.get(index) ?? itemStatistics(memories, index, scores, LEECH_LAPSES)
    items.set(index, made)
    return made
  }
}

function findingsOf(item: ItemStatistics, flags: number): readonly ItemFinding[] {
  const { surprise, firstTry, discrimination, leeches, met } = item
  const found: ItemFinding[] = []
  if (flags > 0) found.push('flagged')
  if (surprise !== null && surprise.high < ITEM_RULES.forgottenBy) found.push('forgotten')
  if (firstTry !== null && firstTry < ITEM_RULES.unlearntBelow) found.push('unlearnt')
  if (discrimination !== null && discrimination.high < ITEM_RULES.tellsFrom) {
    found.push('does-not-tell')
  }
  const fewest = Math.max(ITEM_RULES.leechLeast, met * ITEM_RULES.leechShare)
  if (leeches >= fewest) found.push('leech')
  return found
}

const orNothing = (value: number | null, otherwise: number) => value ?? otherwise

/** What has most against it, then what is recalled least beside its prediction. */
export const suspectsFirst = (a: ItemRow, b: ItemRow): number =>
  b.findings.length - a.findings.length ||
  b.flags - a.flags ||
  orNothing(a.surprise?.high ?? null, 9) - orNothing(b.surprise?.high ?? null, 9)

const ORDERS: Readonly<Record<ItemSort, (a: ItemRow, b: ItemRow) => number>> = {
  suspect: suspectsFirst,
  surprise: (a, b) =>
    orNothing(a.surprise?.mean ?? null, 9) - orNothing(b.surprise?.mean ?? null, 9),
  'first-try': (a, b) => orNothing(a.firstTry, 9) - orNothing(b.firstTry, 9),
  discrimination: (a, b) =>
    orNothing(a.discrimination?.mean ?? null, 9) - orNothing(b.discrimination?.mean ?? null, 9),
  course: () => 0,
}
