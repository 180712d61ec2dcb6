export const ORDERS_COOKIE = 'steppe-orders'

const MOST_TABLES = 40

/** The order of one table, out of what the cookie holds. */
export const orderIn = (held: string | null, table: string): string | null =>
  held === null ? null : new URLSearchParams(held).get(table)

/** The value of the cookie with this order in it. */
export function withOrder(held: string | null, table: string, order: string): string {
  const orders = new URLSearchParams(held ?? '')
  if (orders.get(table) === order) return held ?? ''
  if (orders.size >= MOST_TABLES) return new URLSearchParams([[table, order]]).toString()
  orders.set(table, order)
  return orders.toString()
}
