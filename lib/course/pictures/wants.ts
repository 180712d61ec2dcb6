import type { EntityId } from '../../kernel/ids'
import { type CitedParagraph, citedParagraphs, nameIn, type PictureGround } from './ground'

export type WantsView = {
  /** The interested parties; for a single one, the documents that speak of it, by date. */
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly {
    readonly aim: string
    /** One list of paragraphs for each column; empty where no document says it. */
    readonly cells: readonly (readonly CitedParagraph[])[]
  }[]
  /** The name of the single party; null when there are several. */
  readonly who: string | null
}

/** Who wants what: aims down, and across the parties, or the documents when there is one party. */
export function wantsView(ground: PictureGround, who: readonly EntityId[]): WantsView {
  const wants = (ground.pictures?.wants ?? []).filter((want) => who.includes(want.who))
  const nameOf = nameIn(ground)
  const [only] = who
  const isOne = who.length === 1 && only !== undefined
  const said = new Set(wants.flatMap(({ cites }) => cites.map(({ source }) => source)))
  const columns = isOne
    ? ground.sources
        .filter(({ id }) => said.has(id))
        .map((source) => ({ id: source.id, name: `${source.short}, ${yearOf(source)}` }))
    : who.map((id) => ({ id, name: nameOf(id) }))
  const aims = (ground.pictures?.aims ?? []).filter(({ id }) => wants.some(({ aim }) => aim === id))
  return {
    columns,
    who: isOne ? nameOf(only) : null,
    rows: aims.map(({ id, name }) => {
      const own = wants.filter(({ aim }) => aim === id)
      const cells = columns.map((column) =>
        citedParagraphs(
          ground,
          isOne
            ? own.flatMap(({ cites }) => cites.filter(({ source }) => source === column.id))
            : own.filter((want) => want.who === column.id).flatMap(({ cites }) => cites),
        ),
      )
      return { aim: name, cells }
    }),
  }
}

const yearOf = ({ date, dateKnown }: PictureGround['sources'][number]): string =>
  dateKnown === 'inferred' ? `c. ${date.slice(0, 4)}` : date.slice(0, 4)
