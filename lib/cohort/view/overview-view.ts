import type { CohortId, UserId } from '../../kernel/ids'
import type { RiskSnooze } from '../risk-snooze'
import type { CohortScene } from '../scene'
import { type AtRiskRow, atRiskOf } from './at-risk-rows'
import { type ItemFigures, type ItemRow, itemRow, suspectsFirst } from './item-rows'

/**
 * What an instructor looks at first: the analysts who need attention and the questions to check.
 */
export type CohortOverview = {
  readonly id: CohortId
  readonly name: string
  readonly learners: number
  /** Without those that are snoozed. */
  readonly atRisk: readonly AtRiskRow[]
  /** Questions with findings, the worst first. */
  readonly suspects: readonly ItemRow[]
  readonly openFlags: number
}

export function overviewView(
  scene: CohortScene,
  snoozes: ReadonlyMap<UserId, RiskSnooze>,
  figures: ItemFigures,
): CohortOverview {
  const { cohort, course, learners } = scene
  const rows = course.catalogue.questions.map((question) => itemRow(course, figures, question))
  return {
    id: cohort.id,
    name: cohort.name,
    learners: learners.length,
    atRisk: atRiskOf(scene, snoozes).atRisk,
    openFlags: rows.reduce((sum, { flags }) => sum + flags, 0),
    suspects: rows.filter(({ findings }) => findings.length > 0).toSorted(suspectsFirst),
  }
}
