'use client'

import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { MarkedText } from '../../_components/marked-text'
import { searchKindLabel } from './kind-labels'
import { useSearch } from './use-search'

const pages = [
  { href: '/today', label: 'Today' },
  { href: '/course', label: 'Course' },
  { href: '/atlas', label: 'Atlas' },
  { href: '/timeline', label: 'Timeline' },
  { href: '/sources', label: 'Sources' },
  { href: '/progress', label: 'Progress' },
  { href: '/settings', label: 'Settings' },
] as const

const itemClass =
  'cursor-pointer border-l-2 border-transparent px-4 py-2 text-sm data-[selected=true]:border-accent data-[selected=true]:bg-accent-wash sm:px-5'

/** Finds lessons, facts and questions. Lists pages while nothing is typed. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [query, setQuery] = useState('')
  const { found, trouble } = useSearch(query)
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  const typed = query.trim() !== ''
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      label="Search"
      shouldFilter={false}
      loop
      overlayClassName="fixed inset-0 z-40 bg-black/50"
      contentClassName="fixed top-[max(1rem,12dvh)] left-1/2 z-50 w-[min(40rem,calc(100vw-1.5rem))] -translate-x-1/2 border border-rule-2 bg-paper text-ink"
    >
      <Command.Input
        value={query}
        onValueChange={setQuery}
        placeholder="Search lessons, facts and questions"
        className="w-full border-b-2 border-rule-2 bg-sheet px-4 py-3.5 text-base outline-none placeholder:text-ink-2 focus:border-accent sm:px-5"
      />
      <Command.List className="max-h-[min(30rem,65dvh,calc(88dvh-5rem))] overflow-y-auto overscroll-contain py-2">
        {trouble !== null ? (
          <p role="status" className="px-4 py-3 text-sm text-again sm:px-5">
            {trouble}
          </p>
        ) : null}
        {typed ? null : (
          <Group heading="Go to">
            {pages.map(({ href, label }) => (
              <Command.Item key={href} value={href} onSelect={() => go(href)} className={itemClass}>
                {label}
              </Command.Item>
            ))}
          </Group>
        )}
        {typed && found?.groups.length === 0 && trouble === null ? (
          <p role="status" className="px-4 py-3 text-sm text-ink-2 sm:px-5">
            No results. Try fewer words, or only the beginning of a word.
          </p>
        ) : null}
        {typed
          ? found?.groups.map(({ kind, items }) => (
              <Group key={kind} heading={searchKindLabel[kind]}>
                {items.map(({ href, title, place }) => (
                  <Command.Item
                    key={href}
                    value={href}
                    onSelect={() => go(href)}
                    className={itemClass}
                  >
                    <span className="line-clamp-2">
                      <MarkedText parts={title} />
                    </span>
                    <span className="block text-label text-ink-2">{place}</span>
                  </Command.Item>
                ))}
              </Group>
            ))
          : null}
        {typed && found !== null && found.groups.length > 0 ? (
          <Command.Item
            value="/search"
            onSelect={() => go(`/search?q=${encodeURIComponent(query)}`)}
            className={`${itemClass} mt-1 text-accent`}
          >
            See all results
          </Command.Item>
        ) : null}
      </Command.List>
    </Command.Dialog>
  )
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:label-caps **:[[cmdk-group-heading]]:px-4 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-ink-2 sm:**:[[cmdk-group-heading]]:px-5"
    >
      {children}
    </Command.Group>
  )
}
