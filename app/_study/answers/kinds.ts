import type { QuestionKind } from '@/lib/kinds/types'
import { choice } from './choice/interface'
import { cloze } from './cloze/interface'
import { flash } from './flash/interface'
import type { KindInterface } from './kind-interface'
import { map } from './map/interface'
import { match } from './match/interface'
import { multi } from './multi/interface'
import { number } from './number/interface'
import { order } from './order/interface'
import { text } from './text/interface'

/** In the order in which the sheet of keys lists them. */
export const INTERFACES: { readonly [K in QuestionKind]: KindInterface<K> } = {
  flash,
  cloze,
  text,
  number,
  choice,
  multi,
  order,
  match,
  map,
}

/** The interface of the kind of this name. What `kindOf` says of mixing kinds up holds here too. */
export function interfaceOf<K extends QuestionKind>(kind: K): KindInterface<K> {
  return INTERFACES[kind]
}
