'use client'

import { usePathname } from 'next/navigation'
import { Link } from '@/app/_components/link'
import { isCurrent, type NavItem } from './nav-items'

/** More items than these do not fit beside each other on a phone: they stand in two even rows. */
const ONE_ROW = 5

/**
 * In the row of the header on wide pages, and in its own row on narrow ones. It is never hidden
 * behind a button.
 */
export function Nav({ items }: { items: readonly NavItem[] }) {
  const path = usePathname()
  return (
    <nav aria-label="Main" className="order-last w-full sm:order-none sm:w-auto sm:flex-1">
      <ul
        className={`flex max-sm:-mx-1 sm:-mx-2 sm:flex-wrap sm:gap-x-3 ${
          items.length > ONE_ROW ? 'max-sm:grid max-sm:grid-cols-4' : 'max-sm:justify-between'
        }`}
      >
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={isCurrent(item, path) ? 'page' : undefined}
              className="-mb-px forced-colors:mb-0 inline-flex min-h-11 items-center border-b-2 border-transparent px-1 text-[0.875rem] text-ink-2 no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink sm:min-h-14 sm:px-2 sm:text-base"
            >
              {/* The hidden copy reserves the width of the bold word, so that nothing moves. */}
              <span className="grid">
                <span className="col-start-1 row-start-1">{item.label}</span>
                <span
                  aria-hidden="true"
                  className="invisible col-start-1 row-start-1 font-semibold"
                >
                  {item.label}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
