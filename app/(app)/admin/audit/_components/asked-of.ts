import { first } from '@/app/_table/query'
import type { AuditAsked } from '@/lib/server/people/load-audit'

type Params = Readonly<Record<string, string | string[] | undefined>>

/** What the address of the page asks for. */
export const askedOf = (params: Params): AuditAsked => ({
  person: first(params.person),
  kind: first(params.kind),
  from: first(params.from),
  to: first(params.to),
  text: first(params.text),
  after: first(params.after),
  sort: first(params.sort),
})
