import type { EntityId } from '../../kernel/ids'
import { membershipChanges } from '../memberships'
import type { PartialDate } from '../partial-date'
import type { LessonBlock, MembershipChange, Picture } from '../types'
import { type CirclesView, circlesView } from './circles'
import { type ExercisesView, exercisesView } from './exercises'
import { nameIn, type PictureGround } from './ground'
import { type ReadingsView, readingsView } from './readings'
import { type SitesView, sitesView } from './sites'
import { type WantsView, wantsView } from './wants'

type MapView = {
  readonly organisation: EntityId
  readonly organisationName: string
  readonly date: PartialDate
  readonly changes: readonly MembershipChange[]
  readonly states: Readonly<Record<string, { readonly name: string; readonly isoNumeric: string }>>
}

type TimelineView = {
  readonly organisations: readonly EntityId[]
  readonly from: PartialDate
  readonly to: PartialDate
  readonly changes: readonly MembershipChange[]
  readonly names: Readonly<Record<string, string>>
}

/** A picture with all that it shows. */
export type PictureView = { readonly caption: string } & (
  | { readonly kind: 'map'; readonly view: MapView }
  | { readonly kind: 'timeline'; readonly view: TimelineView }
  | { readonly kind: 'circles'; readonly view: CirclesView }
  | { readonly kind: 'exercises'; readonly as: 'line' | 'map'; readonly view: ExercisesView }
  | { readonly kind: 'sites'; readonly view: SitesView }
  | { readonly kind: 'wants'; readonly view: WantsView }
  | { readonly kind: 'readings'; readonly view: ReadingsView }
)

export const isPicture = (block: LessonBlock): block is Picture =>
  block.kind !== 'html' && block.kind !== 'recall' && block.kind !== 'image'

export function pictureView(ground: PictureGround, picture: Picture): PictureView {
  const { caption } = picture
  const changes = () => membershipChanges(ground.facts)
  switch (picture.kind) {
    case 'map': {
      const { organisation, date } = picture
      const organisationName = nameIn(ground)(organisation)
      const view = {
        organisation,
        organisationName,
        date,
        changes: changes(),
        states: states(ground),
      }
      return { kind: 'map', caption, view }
    }
    case 'timeline': {
      const { organisations, from, to } = picture
      const names = Object.fromEntries(ground.entities.map(({ id, name }) => [id, name]))
      return {
        kind: 'timeline',
        caption,
        view: { organisations, from, to, changes: changes(), names },
      }
    }
    case 'circles': {
      const [first, second] = picture.organisations
      if (first === undefined || second === undefined) {
        throw new Error('circles passed their schema without two organisations')
      }
      return { kind: 'circles', caption, view: circlesView(ground, [first, second], picture.date) }
    }
    case 'exercises':
      return { kind: 'exercises', caption, as: picture.as, view: exercisesView(ground) }
    case 'sites':
      return { kind: 'sites', caption, view: sitesView(ground, picture.date) }
    case 'wants':
      return { kind: 'wants', caption, view: wantsView(ground, picture.who) }
    case 'readings':
      return { kind: 'readings', caption, view: readingsView(ground, picture.of) }
  }
}

const states = ({ entities }: PictureGround): MapView['states'] =>
  Object.fromEntries(
    entities.flatMap(({ id, name, isoNumeric }) =>
      isoNumeric === null ? [] : [[id, { name, isoNumeric }]],
    ),
  )
