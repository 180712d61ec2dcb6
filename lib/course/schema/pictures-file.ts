import { z } from 'zod'
import { citation, entityId, factId, partialDate, plainId, text } from './scalars'

const facts = z.array(factId).min(1)

/** Degrees east and north, from a map: the documents name places but do not say where they lie. */
const place = z.strictObject({
  id: plainId,
  name: text,
  at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  /** Other ways in which a document writes it. */
  words: z.array(text).default([]),
})

/**
 * Either states are named (`more`: the document says that there were others, but not which), or they are
 * all members of an organisation but some.
 */
const participants = z.union(
  [
    z.strictObject({ states: z.array(entityId).min(1), more: z.boolean().default(false) }),
    z.strictObject({ membersOf: entityId, except: z.array(entityId).default([]) }),
  ],
  {
    error:
      'names either `states`, with `more` where there were others, or `membersOf`, with `except` for those that were not there',
  },
)

/**
 * How many people took part. `fact` is the fact that says so: a plan is drawn as a plan. `sum`: the
 * figures that a document gives, when the total is ours.
 */
const size = z
  .strictObject({
    from: z.int().min(1),
    to: z.int().min(1).optional(),
    sum: z.array(z.int().min(1)).min(2).optional(),
    fact: factId,
  })
  .refine(({ from, to }) => to === undefined || to > from, { error: '`to` is not above `from`' })
  .refine(({ from, sum }) => sum === undefined || sum.reduce((a, b) => a + b) === from, {
    error: '`from` is not the sum of `sum`',
  })

const exercise = z.strictObject({
  id: plainId,
  name: text,
  /** The document's own word for the time, and the date by which exercises are put in order. */
  when: text,
  date: partialDate,
  /** The organisation in whose name it was held; absent when there was none. */
  frame: entityId.optional(),
  participants: participants.optional(),
  places: z.array(plainId).default([]),
  size: size.optional(),
  facts,
})

const step = z.strictObject({
  date: partialDate,
  status: z.enum(['in-use', 'to-end', 'ended']),
  /** In our words, such as "leased to the United States". */
  note: text,
  fact: factId,
})

const site = z.strictObject({
  id: plainId,
  name: text,
  what: z.enum(['base', 'pipeline']),
  /** One place, or the stations of a pipeline in their order. */
  places: z.array(plainId).min(1),
  steps: z.array(step).min(1),
})

/** `words`: what a document may call it. One of them must stand in each paragraph that is cited. */
const aim = z.strictObject({ id: plainId, name: text, words: z.array(text).min(1) })

/** A want or a reading needs no id. The browser gives it one, so that all of it can be edited. */
const ownId = plainId.optional()

const want = z.strictObject({
  id: ownId,
  who: entityId,
  aim: plainId,
  fact: factId,
  /** Those paragraphs of the fact in which this aim stands. */
  cites: z.array(citation).min(1),
})

const reading = z.strictObject({
  id: ownId,
  event: plainId,
  fact: factId,
  cite: citation,
  /** The document's own words; absent when the document is silent. */
  words: text.optional(),
  who: text.optional(),
  extent: text.optional(),
  when: text.optional(),
  sure: text,
})

const event = z.strictObject({ id: plainId, name: text })

/** The lists of `pictures.yaml`: what the pictures of a course draw, each thing with the facts it rests on. */
export const PICTURE_LISTS = {
  places: place,
  exercises: exercise,
  sites: site,
  aims: aim,
  wants: want,
  events: event,
  readings: reading,
} as const

/** What the pictures of a course draw, as the catalogue keeps it. */
export type PictureData = {
  readonly [L in keyof typeof PICTURE_LISTS]: readonly z.output<(typeof PICTURE_LISTS)[L]>[]
}
