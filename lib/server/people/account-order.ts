import 'server-only'
import { USER_ORDERS, type UserOrder } from '../../db/people/users'
import type { Order } from '../../table/column'

/** The order of the accounts that a table asks for; by name for any other. */
export function accountOrder(order: Order | null): UserOrder {
  const by = USER_ORDERS.find((each) => each === order?.column)
  return by === undefined
    ? { by: 'name', falling: false }
    : { by, falling: order?.falling ?? false }
}
