import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { controlClass } from '@/app/_components/control-class'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/scopes'
import { search } from '@/lib/server/reference/search-course'
import { Results } from './_components/results'

export const metadata: Metadata = { title: 'Search' }

type Props = { searchParams: Promise<{ q?: string | string[] }> }

/** The maximum number of results of each kind. With more, another search word helps. */
const LIMIT = 40

export default async function SearchPage({ searchParams }: Props) {
  const scope = await requireLearner('/search')
  const { q } = await searchParams
  const found = await search(scope, { query: [q ?? ''].flat()[0] ?? '', limit: LIMIT })
  return (
    <>
      <PageHeader title="Search" />
      <search>
        <form method="get" className="mb-10 flex max-w-measure gap-3">
          <input
            type="search"
            name="q"
            defaultValue={found.query}
            aria-label="Search lessons, facts and questions"
            placeholder="Lessons, facts and questions"
            className={`${controlClass} bg-sheet`}
          />
          <Button type="submit">Search</Button>
        </form>
      </search>
      <Results found={found} limit={LIMIT} />
    </>
  )
}
