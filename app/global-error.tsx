'use client'

import { EntryFrame } from './_shell/entry-frame'
import { Failure } from './_shell/failure'
import { fontVariables } from './fonts'
import './globals.css'

/** Replaces the root layout when even this fails. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <head>
        <title>Steppe</title>
      </head>
      <body>
        <EntryFrame>
          <Failure {...props} />
        </EntryFrame>
      </body>
    </html>
  )
}
