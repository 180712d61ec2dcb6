import type { ComponentProps } from 'react'
import { Field } from './field'

/**
 * An input for an e-mail address. Its type is not `email`: browsers refuse some addresses that our
 * server takes, such as one that was typed with full-width characters, and one judge is enough.
 */
export function AddressField(props: Omit<ComponentProps<typeof Field>, 'type'>) {
  return <Field type="text" inputMode="email" autoCapitalize="none" spellCheck={false} {...props} />
}
