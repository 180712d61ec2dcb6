import type { Order } from '@/lib/table/column'
import { orderNamed, orderText } from '@/lib/table/order-text'
import type { TableQuery } from '@/lib/table/shown-rows'
import { first, pageOf, query } from './query'

export type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Where a table is, and how its order, its search and its page stand in the address. `prefix` tells
 * several tables of one page apart.
 */
export type TablePlace = {
  readonly path: string
  readonly prefix?: string
  /** What else the address says, which stays when the table is sorted or searched. */
  readonly keep?: Readonly<Record<string, string | number | null>>
  /** The part of the page that is shown first. */
  readonly anchor?: string
}

/** What the address asks of a table; `usual` is the order if it asks for none. */
export function tableQuery(
  params: Params,
  columns: readonly { readonly id: string }[],
  { prefix = '', usual }: { readonly prefix?: string; readonly usual: string | null },
): TableQuery {
  const asked = (name: string) => first(params[prefix + name])
  return {
    order: orderNamed(asked('sort'), columns) ?? orderNamed(usual, columns),
    words: asked('q')?.trim().slice(0, 200) ?? '',
    page: pageOf(asked('page')),
  }
}

/** The address that asks for this. The first page and no search are not named. */
export function tableHref(
  { path, prefix = '', keep = {}, anchor }: TablePlace,
  { order, words, page }: { order: Order | null; words: string; page: number | null },
): string {
  const asked = {
    ...keep,
    [`${prefix}sort`]: order === null ? null : orderText(order),
    [`${prefix}q`]: words || null,
    [`${prefix}page`]: page === null || page === 1 ? null : page,
  }
  return `${path}${query(asked)}${anchor ? `#${anchor}` : ''}`
}
