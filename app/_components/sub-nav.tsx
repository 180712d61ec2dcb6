'use client'

import { usePathname } from 'next/navigation'
import { Link } from '@/app/_components/link'

type Props = {
  /** What the pages have in common. */
  label: string
  pages: readonly {
    readonly href: string
    readonly label: string
    /** Addresses of other pages that belong to it. */
    readonly covers?: readonly string[]
  }[]
}

/**
 * Links between the pages of a group. The current page is the one with the longest matching
 * address.
 */
export function SubNav({ label, pages }: Props) {
  const path = usePathname()
  const present = pages
    .flatMap(({ href, covers = [] }) => [href, ...covers].map((start) => ({ href, start })))
    .filter(({ start }) => path === start || path.startsWith(`${start}/`))
    .reduce((longest, each) => (each.start.length > longest.start.length ? each : longest), {
      href: '',
      start: '',
    })
  return (
    <nav aria-label={label} className="-mt-4 mb-6 sm:-mt-8 sm:mb-10 print:hidden">
      <ul className="-mx-1 flex flex-wrap gap-x-4 text-sm">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === present.href ? 'page' : undefined}
              className="inline-flex min-h-9 items-center px-1 text-ink-2 underline-offset-[6px] hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:underline no-underline"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
