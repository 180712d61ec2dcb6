'use client'

import { buttonClass } from './_components/button-class'
import './globals.css'

/**
 * Replaces the root layout when even this fails, which has hardly anything that can. Every page
 * loads this file, so it says only the most needful.
 */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Steppe</title>
      </head>
      <body>
        <main className="page-width pt-8">
          <h1 className="text-2xl">This page could not be shown</h1>
          <p className="mt-3 mb-6 font-serif text-lg text-ink-2">
            Your answers and finished lessons are kept. Try again. If it fails once more, wait a
            minute or tell your administrator.
          </p>
          {/* Made when the program is built, so its scripts have no nonce and do not run: a plain link. */}
          <a href="/" className={buttonClass('primary', 'regular')}>
            Go to Today
          </a>
        </main>
      </body>
    </html>
  )
}
