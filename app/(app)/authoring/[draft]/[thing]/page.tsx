import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { first } from '@/app/_table/query'
import { requireInstructor } from '@/lib/auth/scopes'
import { isThing } from '@/lib/authoring/thing'
import { count } from '@/lib/kernel/count'
import { loadThings } from '@/lib/server/authoring/load-things'

type Props = {
  params: Promise<{ draft: string; thing: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (draftId: string, thing: string, asked: string) => {
  const scope = await requireInstructor('/authoring/[draft]/[thing]')
  if (!isThing(thing)) notFound()
  const of: 'membership' | null = thing === 'facts' && asked === 'membership' ? 'membership' : null
  const view = await orNotFound(() => loadThings(scope, { draftId, thing, of }))
  return { view, of, thing }
})

async function asked({ params, searchParams }: Props) {
  const { draft, thing } = await params
  return load(draft, thing, first((await searchParams).of) ?? '')
}

const titleOf = (name: string, of: 'membership' | null): string =>
  of === null ? `Edit ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}` : 'Edit a membership change'

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, of } = await asked(props)
  return { title: titleOf(view.name, of) }
}

/** Everything of one sort that the course of a draft has, each with its form. */
export default async function ThingsPage(props: Props) {
  const { view, of, thing } = await asked(props)
  const { draftId, draftTitle, things, name } = view
  return (
    <>
      <PageHeader
        label={
          <Link href={`/authoring/${draftId}`} className="link">
            {draftTitle}
          </Link>
        }
        title={titleOf(name, of)}
        lead={of === null ? undefined : 'The facts that say who joined or left.'}
      />
      {things.length === 0 ? (
        <EmptyState>
          The course has none yet.{' '}
          <Link
            href={`/authoring/${draftId}/${thing}/new${of === null ? '' : `?of=${of}`}`}
            className="link"
          >
            Add the first
          </Link>
        </EmptyState>
      ) : (
        <>
          <p className="mb-3 text-sm text-ink-2">{count(things.length, 'entry', 'entries')}</p>
          <ul className="max-w-3xl divide-y divide-rule border-y border-rule">
            {things.map(({ id, words }) => (
              <li key={id} className="py-2">
                <Link href={`/authoring/${draftId}/${thing}/${id}`} className="link wrap-anywhere">
                  {words}
                </Link>
                <span className="block text-label text-ink-2 wrap-anywhere">{id}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
