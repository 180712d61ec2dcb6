import type { Reach } from '../../course/reach'

/** What decides to which groups somebody belongs. */
export type GroupGround = {
  readonly reasons: readonly string[]
  readonly snoozed: boolean
  readonly begun: boolean
  /** How much of the course they chose themselves. */
  readonly ownReach: Reach
}

const DEADLINE_REASONS = ['deadline-missed', 'deadline-ahead']

/** The analysts that the matrix can be narrowed down to. */
const GROUPS = {
  'at-risk': ({ reasons, snoozed }) => reasons.length > 0 && !snoozed,
  behind: ({ reasons }) => reasons.some((reason) => DEADLINE_REASONS.includes(reason)),
  'not-begun': ({ begun }) => !begun,
  snoozed: ({ reasons, snoozed }) => reasons.length > 0 && snoozed,
  'own-core': ({ ownReach }) => ownReach === 'core',
  'own-full': ({ ownReach }) => ownReach === 'full',
  'own-all': ({ ownReach }) => ownReach === 'all',
} as const satisfies Readonly<Record<string, (ground: GroupGround) => boolean>>

export type MatrixGroup = keyof typeof GROUPS

const isGroup = (name: string): name is MatrixGroup => Object.hasOwn(GROUPS, name)

export const MATRIX_GROUPS: readonly MatrixGroup[] = Object.keys(GROUPS).filter(isGroup)

export const isIn = (group: MatrixGroup, ground: GroupGround): boolean => GROUPS[group](ground)
