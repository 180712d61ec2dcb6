import type { EntityId } from '../../kernel/ids'
import { membershipChanges } from '../memberships'
import { formatDate, type PartialDate } from '../partial-date'
import { type StateStanding, standingsAt } from '../standings'
import { nameIn, type PictureGround } from './ground'

type Belonging = { readonly name: string; readonly isObserver: boolean }

export type CirclesView = {
  readonly date: string
  readonly names: readonly [string, string]
  readonly onlyFirst: readonly Belonging[]
  readonly both: readonly Belonging[]
  readonly onlySecond: readonly Belonging[]
}

/** Two organisations at a date: who is a member of both, and who belongs to one only. */
export function circlesView(
  ground: PictureGround,
  [first, second]: readonly [EntityId, EntityId],
  date: PartialDate,
): CirclesView {
  const changes = membershipChanges(ground.facts)
  const nameOf = nameIn(ground)
  const within = (organisation: EntityId) =>
    standingsAt(changes, organisation, date).filter(({ standing }) => standing !== 'former')
  const [left, right] = [within(first), within(second)]
  const isIn = (side: readonly StateStanding[]) => (one: StateStanding) =>
    side.some(({ state, standing }) => state === one.state && standing === one.standing)
  const belonging = ({ state, standing }: StateStanding): Belonging => ({
    name: nameOf(state),
    isObserver: standing === 'observer',
  })
  return {
    date: formatDate(date),
    names: [nameOf(first), nameOf(second)],
    onlyFirst: left.filter((one) => !isIn(right)(one)).map(belonging),
    both: left.filter(isIn(right)).map(belonging),
    onlySecond: right.filter((one) => !isIn(left)(one)).map(belonging),
  }
}
