import 'server-only'
import { cookies } from 'next/headers'
import { orderNamed } from '@/lib/table/order-text'
import type { TableQuery } from '@/lib/table/shown-rows'
import { ORDERS_COOKIE, orderIn } from './orders-cookie'
import { type Params, tableQuery } from './table-address'

type Named = {
  /** The name under which the order is remembered. */
  readonly table: string
  readonly columns: readonly { readonly id: string }[]
  /** The order in which it comes when nobody has chosen one. */
  readonly usual: string | null
  readonly prefix?: string
}

/** What is asked of a table: by the address, or else the order that this browser remembers. */
export async function askedOf(
  params: Params,
  { table, columns, usual, prefix = '' }: Named,
): Promise<TableQuery> {
  const remembered = await rememberedOrder(table)
  // Whoever asks for an order that the table does not have gets the usual one.
  const isAsked = params[`${prefix}sort`] !== undefined
  const known = isAsked || orderNamed(remembered, columns) === null ? usual : remembered
  return tableQuery(params, columns, { prefix, usual: known })
}

/** How this browser had the table sorted last, as in an address. */
export const rememberedOrder = async (table: string): Promise<string | null> =>
  orderIn((await cookies()).get(ORDERS_COOKIE)?.value ?? null, table)
