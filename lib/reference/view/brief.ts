import { factTimeLabel } from '../../course/fact-time-label'
import type { LookUp } from '../../course/look-up'
import { formatDate } from '../../course/partial-date'
import { type CitedParagraph, citedParagraphs } from '../../course/pictures/ground'
import { isPicture, type PictureView, pictureView } from '../../course/pictures/picture-view'
import type { Fact, Module, Picture } from '../../course/types'
import type { FactId } from '../../kernel/ids'
import { coreFacts, type Dispute, disputesAmong, fitting } from '../brief-facts'

export type BriefFact = {
  readonly id: FactId
  readonly statement: string
  readonly when: string
  readonly isDerived: boolean
  readonly cites: readonly CitedParagraph[]
  /** Stands on the printed page; the others only on the screen. */
  readonly isPrinted: boolean
  /** The picture of the sheet says it, so its words go first when there is no room. */
  readonly isDrawn: boolean
}

export type BriefView = {
  readonly title: string
  readonly summary: string
  readonly number: number
  readonly facts: readonly BriefFact[]
  readonly disputes: readonly {
    readonly fact: BriefFact
    readonly against: readonly BriefFact[]
  }[]
  readonly picture: PictureView | null
  readonly sources: readonly {
    readonly short: string
    readonly title: string
    readonly publisher: string
    /** `June 2007`; `February 2013, inferred`. */
    readonly date: string
    /** `¶3, 15, 24`. */
    readonly paragraphs: string
  }[]
}

// The printed page is A4 in two columns of 8-point type. These are its measures in lines of a column;
// the test that prints every sheet shows whether they are right.
const PAGE_LINES = 146
const LINE_CHARACTERS = 60
const DISPUTE_LINES = 34
const GAP_LINES = 0.4

/** How many lines a picture takes; the one that says most comes first. */
const PICTURES: readonly { readonly is: (picture: Picture) => boolean; readonly lines: number }[] =
  [
    { is: (one) => one.kind === 'exercises' && one.as === 'line', lines: 74 },
    { is: ({ kind }) => kind === 'readings', lines: 44 },
    { is: ({ kind }) => kind === 'wants', lines: 34 },
    { is: ({ kind }) => kind === 'circles', lines: 20 },
    { is: ({ kind }) => kind === 'sites', lines: 42 },
    { is: ({ kind }) => kind === 'exercises', lines: 44 },
    { is: ({ kind }) => kind === 'timeline', lines: 36 },
    { is: ({ kind }) => kind === 'map', lines: 28 },
  ]

/** A module on one page: its core facts, a picture, what is disputed, and the sources. */
export function briefView(look: LookUp, module: Module): BriefView {
  const { catalogue } = look
  const picture = pictureOf(look, module)
  const core = coreFacts(look, module.id)
  const weights = new Map(core.map(({ fact, weight }) => [fact.id, weight]))
  const drawn = drawnFacts(look, picture?.view ?? null)
  const weightOf = (fact: Fact) => (drawn.has(fact.id) ? 0 : (weights.get(fact.id) ?? 0))
  const conflicts = disputesAmong(
    look,
    core.map(({ fact }) => fact),
  )
  const inConflict = new Set(conflicts.flatMap(({ fact, against }) => [fact, ...against]))
  const settled = core.map(({ fact }) => fact).filter((fact) => !inConflict.has(fact))
  const disputeLines = ({ fact, against }: Dispute) =>
    [fact, ...against].reduce((sum, one) => sum + linesOf(one), 0)
  const disputes = fitting(conflicts, DISPUTE_LINES, disputeLines, ({ fact }) => weightOf(fact))
  const room = PAGE_LINES - (picture?.lines ?? 0) - disputes.lines
  const facts = fitting(settled, room, linesOf, weightOf)
  const brief = (isPrinted: boolean) => (fact: Fact) => ({
    id: fact.id,
    statement: fact.statement,
    when: factTimeLabel(fact),
    isDerived: fact.confidence === 'derived',
    cites: citedParagraphs(catalogue, fact.cites),
    isPrinted,
    isDrawn: drawn.has(fact.id),
  })
  const all = [...settled, ...inConflict]
  return {
    title: module.title,
    summary: module.summary,
    number: catalogue.course.modules.findIndex(({ id }) => id === module.id) + 1,
    facts: settled.map((fact) => brief(facts.taken.includes(fact))(fact)),
    disputes: conflicts.map((dispute) => {
      const as = brief(disputes.taken.includes(dispute))
      return { fact: as(dispute.fact), against: dispute.against.map(as) }
    }),
    picture: picture?.view ?? null,
    sources: sourcesOf(look, all),
  }
}

const linesOf = (fact: Fact): number => {
  const meta = factTimeLabel(fact).length + fact.cites.length * 8 + 6
  return Math.ceil((fact.statement.length + meta) / LINE_CHARACTERS) + GAP_LINES
}

/** The facts that a picture of exercises draws: when, where, whose and how many. */
function drawnFacts(look: LookUp, view: PictureView | null): ReadonlySet<string> {
  if (view?.kind !== 'exercises') return new Set()
  const exercises = look.catalogue.pictures?.exercises ?? []
  return new Set(exercises.flatMap(({ facts, size }) => [...facts, ...(size ? [size.fact] : [])]))
}

function pictureOf(look: LookUp, module: Module) {
  const blocks = look.lessonsOfModule(module.id).flatMap((lesson) => lesson.blocks)
  const pictures = blocks.filter(isPicture)
  for (const { is, lines } of PICTURES) {
    const picture = pictures.find(is)
    if (picture !== undefined) return { lines, view: pictureView(look.catalogue, picture) }
  }
  return null
}

function sourcesOf(look: LookUp, facts: readonly Fact[]): BriefView['sources'] {
  return look.catalogue.sources.flatMap((source) => {
    const cited = facts.flatMap(({ cites }) =>
      cites.filter((cite) => cite.source === source.id).map(({ paragraph }) => paragraph),
    )
    if (cited.length === 0) return []
    const { short, title, publisher, date, dateKnown } = source
    const paragraphs = [...new Set(cited)].sort((a, b) => a - b).join(', ')
    return [
      {
        short,
        title,
        publisher,
        date: `${formatDate(date)}${dateKnown === 'inferred' ? ', inferred' : ''}`,
        paragraphs: `¶${paragraphs}`,
      },
    ]
  })
}
