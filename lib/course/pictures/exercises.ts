import { membershipChanges, membershipsAt } from '../memberships'
import { earliest } from '../partial-date'
import type { PictureData } from '../schema/pictures-file'
import { type CitedParagraph, citedParagraphs, factsOf, nameIn, type PictureGround } from './ground'

type Exercise = PictureData['exercises'][number]

export type DrawnPlace = { readonly name: string; readonly at: readonly [number, number] }

export type DrawnExercise = {
  readonly id: string
  /** Its number in the order of time, which joins the map with its list. */
  readonly number: number
  readonly name: string
  readonly when: string
  readonly year: string
  /** The organisation in whose name it was held; null when there was none. */
  readonly frame: string | null
  readonly participants: readonly string[]
  /** There were others, whom no document names. */
  readonly hasOthers: boolean
  readonly places: readonly DrawnPlace[]
  readonly size: {
    readonly from: number
    readonly to: number
    /** `3,000-4,500`. */
    readonly text: string
    readonly isPlan: boolean
  } | null
  /** A fact plans it, and none reports it as an event. */
  readonly isPlan: boolean
  readonly cites: readonly CitedParagraph[]
}

export type ExercisesView = {
  readonly rows: readonly DrawnExercise[]
  /** Names of the organisations in whose name exercises were held, in the order of their first. */
  readonly frames: readonly string[]
  /** The largest size, for the scale of the bars. */
  readonly most: number
}

/** The exercises of a course in the order of time. */
export function exercisesView(ground: PictureGround): ExercisesView {
  const rows = [...(ground.pictures?.exercises ?? [])]
    .sort((a, b) => (earliest(a.date) < earliest(b.date) ? -1 : 1))
    .map((exercise, index) => drawn(ground, exercise, index + 1))
  return {
    rows,
    frames: [...new Set(rows.flatMap(({ frame }) => frame ?? []))],
    most: Math.max(1, ...rows.map(({ size }) => size?.to ?? 0)),
  }
}

function drawn(ground: PictureGround, exercise: Exercise, number: number): DrawnExercise {
  const facts = factsOf(ground, exercise.facts)
  const nameOf = nameIn(ground)
  const { size } = exercise
  return {
    id: exercise.id,
    number,
    name: exercise.name,
    when: exercise.when,
    year: exercise.date.slice(0, 4),
    frame: exercise.frame === undefined ? null : nameOf(exercise.frame),
    participants: participantsOf(ground, exercise).map(nameOf),
    hasOthers:
      exercise.participants !== undefined &&
      'more' in exercise.participants &&
      exercise.participants.more,
    places: placesOf(ground, exercise.places),
    size:
      size === undefined
        ? null
        : {
            from: size.from,
            to: size.to ?? size.from,
            text: [size.from, ...(size.to === undefined ? [] : [size.to])].map(grouped).join('-'),
            isPlan: factsOf(ground, [size.fact]).every(({ kind }) => kind === 'plan'),
          },
    isPlan:
      facts.some(({ kind }) => kind === 'plan') && !facts.some(({ kind }) => kind === 'event'),
    cites: citedParagraphs(
      ground,
      facts.flatMap((fact) => fact.cites),
    ),
  }
}

function participantsOf(ground: PictureGround, { participants, date }: Exercise) {
  if (participants === undefined) return []
  if ('states' in participants) return participants.states
  const changes = membershipChanges(ground.facts)
  const { members } = membershipsAt(changes, participants.membersOf, date)
  return members.filter((state) => !participants.except.includes(state))
}

export const placesOf = (ground: PictureGround, ids: readonly string[]): readonly DrawnPlace[] =>
  ids.flatMap((id) => {
    const place = ground.pictures?.places.find((one) => one.id === id)
    return place === undefined ? [] : [{ name: place.name, at: place.at }]
  })

/** `1300` as `1,300`. */
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/** `China and others`; null when no document says who took part. */
export function participantWords({ participants, hasOthers }: DrawnExercise): string | null {
  if (participants.length === 0) return null
  return `${participants.join(', ')}${hasOthers ? ' and others' : ''}`
}
