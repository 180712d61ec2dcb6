'use client'

import { EntryFrame } from './_shell/entry-frame'
import { Failure } from './_shell/failure'
import { fontVariables } from './fonts'
import './globals.css'

/** Stands in for the root layout when even that failed. */
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
