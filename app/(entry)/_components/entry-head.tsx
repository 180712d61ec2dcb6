import type { ReactNode } from 'react'
import { CookieNotice } from './cookie-notice'

export function EntryHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <>
      <header className="mb-7">
        <h1 className="text-2xl">{title}</h1>
        {children ? <p className="mt-2 font-serif text-lg text-ink-2">{children}</p> : null}
      </header>
      <CookieNotice />
    </>
  )
}
