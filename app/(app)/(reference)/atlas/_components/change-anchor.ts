import type { AtlasChange } from '@/lib/reference/atlas'

/** The anchor of a change in the history. */
export const changeAnchor = ({ fact, role, action }: AtlasChange): string =>
  `${fact}-${role}-${action}`
