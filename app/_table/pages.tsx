import { Link } from '@/app/_components/link'

type Props = { page: number; pages: number; hrefOf: (page: number) => string; what: string }

/** Links to the other pages of a long table. */
export function Pages({ page, pages, hrefOf, what }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label={`Pages of ${what}`} className="mt-4 flex items-center gap-4 text-sm">
      {page > 1 ? (
        <Link className="link py-1" href={hrefOf(page - 1)}>
          Previous
        </Link>
      ) : null}
      <span className="text-ink-2">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link className="link py-1" href={hrefOf(page + 1)}>
          Next
        </Link>
      ) : null}
    </nav>
  )
}
