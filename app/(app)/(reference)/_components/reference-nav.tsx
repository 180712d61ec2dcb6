'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const pages = [
  { href: '/atlas', label: 'Atlas' },
  { href: '/timeline', label: 'Timeline' },
  { href: '/sources', label: 'Sources' },
] as const

export function ReferenceNav() {
  const path = usePathname()
  return (
    <nav aria-label="Reference" className="-mt-4 mb-6 sm:-mt-8 sm:mb-10 print:hidden">
      <ul className="-mx-1 flex flex-wrap gap-x-4 text-sm">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}
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
