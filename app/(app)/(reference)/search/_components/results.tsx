import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { MarkedText } from '@/app/_components/marked-text'
import { searchKindLabel } from '@/app/_shell/search/kind-labels'
import { grouped } from '@/lib/kernel/count'
import type { FoundItem, SearchView } from '@/lib/reference/view/found'

export function Results({ found, limit }: { found: SearchView; limit: number }) {
  if (found.query === '') {
    return (
      <EmptyState>
        Enter a name, a place, a date or any words from a lesson, a fact or a question. Press Ctrl-K
        on any page to open the search.
      </EmptyState>
    )
  }
  if (found.groups.length === 0) {
    return (
      <EmptyState>
        Nothing in the course matches “{found.query}”. Try fewer words, or only the beginning of a
        word.
      </EmptyState>
    )
  }
  return found.groups.map(({ kind, total, items }) => (
    <section key={kind} aria-labelledby={kind} className="mb-12 border-t border-ink pt-4">
      <div className="mb-2 flex items-baseline justify-between gap-6">
        <h2 id={kind} className="text-xl">
          {searchKindLabel[kind]}
        </h2>
        <p className="text-sm text-ink-2 tabular-nums">
          {total > limit ? `best ${limit} of ${total}` : `${grouped(total)} found`}
        </p>
      </div>
      <ul className="max-w-measure">
        {items.map((item) => (
          <Found key={item.id} item={item} />
        ))}
      </ul>
    </section>
  ))
}

function Found({ item: { href, title, place, excerpt } }: { item: FoundItem }) {
  return (
    <li className="border-b border-rule py-3">
      <Link href={href} className="font-serif text-ink no-underline hover:underline">
        <MarkedText parts={title} />
      </Link>
      {excerpt === null ? null : (
        <p className="mt-1 text-sm text-ink-2">
          <MarkedText parts={excerpt} />
        </p>
      )}
      <p className="mt-0.5 text-label text-ink-2">{place}</p>
    </li>
  )
}
