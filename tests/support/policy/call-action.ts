import type { Client } from './people'

/** A form of a page as React sends it: `bound` are the arguments before the state. */
export type Form = {
  readonly page: string
  readonly bound?: readonly string[]
  readonly fields: Readonly<Record<string, string>>
}

/** Posts a form to a page, as somebody. `id`: of the action, from the list of the build. */
export function callAction(
  { request }: Client,
  id: string,
  { page, bound = [], fields }: Form,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
  body.append('0', JSON.stringify([...bound, { kind: 'untouched' }, '$K1']))
  return request(page, {
    method: 'POST',
    headers: { 'next-action': id, accept: 'text/x-component' },
    body,
  })
}
