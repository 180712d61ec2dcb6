import type { ReactNode } from 'react'
import { NeedsScript } from '@/app/_components/needs-script'

type Props = { what: string; children: ReactNode }

/** A page that works only with JavaScript. Without it, the page says so and leads on to what works. */
export function NeedsScriptPage({ what, children }: Props) {
  return (
    <>
      <noscript>
        <div className="mx-auto w-[min(100%-2rem,46rem)] pt-8">
          <h1 className="mb-5 text-2xl">{what}</h1>
        </div>
      </noscript>
      <NeedsScript what={what} className="mx-auto w-[min(100%-2rem,46rem)]">
        Reading works without it: the{' '}
        <a href="/course" className="link">
          course
        </a>
        , the{' '}
        <a href="/atlas" className="link">
          atlas
        </a>
        , the{' '}
        <a href="/timeline" className="link">
          timeline
        </a>{' '}
        and the{' '}
        <a href="/sources" className="link">
          sources
        </a>
        .
      </NeedsScript>
      <div className="noscript:hidden">{children}</div>
    </>
  )
}
