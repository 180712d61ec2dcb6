import type { Order } from './column'

/** `due` rises and `-due` falls: so an order stands in an address and in a cookie. */
export const orderText = ({ column, falling }: Order): string => `${falling ? '-' : ''}${column}`

/** The order that a text names, or null for a column that the table does not have. */
export function orderNamed(
  text: string | null,
  columns: readonly { readonly id: string }[],
): Order | null {
  if (text === null) return null
  const falling = text.startsWith('-')
  const column = falling ? text.slice(1) : text
  return columns.some(({ id }) => id === column) ? { column, falling } : null
}

/** What a press on the head of a column leads to: the other direction, where it is sorted by it already. */
export const orderAfterPress = (
  column: string,
  fallsFirst: boolean,
  present: Order | null,
): Order => ({
  column,
  falling: present?.column === column ? !present.falling : fallsFirst,
})
