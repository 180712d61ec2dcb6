import type { AtlasChange } from '@/lib/reference/atlas'

/** Where a change stands in the history. */
export const changeAnchor = ({ fact, role, action }: AtlasChange): string =>
  `${fact}-${role}-${action}`
