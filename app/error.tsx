'use client'

import { EntryFrame } from './_shell/entry-frame'
import { Failure } from './_shell/failure'

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <EntryFrame>
      <Failure {...props} />
    </EntryFrame>
  )
}
