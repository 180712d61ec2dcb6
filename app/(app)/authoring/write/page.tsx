import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { first } from '@/app/_table/query'
import { requireInstructor } from '@/lib/auth/scopes'
import { isOpen } from '@/lib/authoring/draft'
import { isId, isThing, THING_NAMES } from '@/lib/authoring/thing'
import { loadDrafts } from '@/lib/server/authoring/load-drafts'
import { DraftTag } from '../_components/draft-tag'
import { StartForm } from '../_components/start-form'

export const metadata: Metadata = { title: 'Edit the course' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** In which draft something is to be edited. The links of other pages lead here, and write nothing. */
export default async function WritePage({ searchParams }: Props) {
  const scope = await requireInstructor('/authoring/write')
  const asked = await searchParams
  const [thing, id] = [first(asked.thing) ?? '', first(asked.id) ?? '']
  if (!isThing(thing) || !isId(id)) notFound()
  const drafts = (await loadDrafts(scope)).filter(isOpen)
  const what = `${THING_NAMES[thing]} ${id}`
  return (
    <>
      <PageHeader
        title={`Edit the ${THING_NAMES[thing]}`}
        lead="It is written in a draft. Learners see nothing of it before somebody else has looked at it and published it."
      />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
        {drafts.length === 0 ? null : (
          <Panel title="In an open draft">
            <ul className="divide-y divide-rule border-y border-rule">
              {drafts.map((draft) => (
                <li key={draft.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                  <Link href={`/authoring/${draft.id}/${thing}/${id}`} className="link py-1">
                    {draft.title}
                  </Link>
                  <DraftTag state={draft.state} />
                  <span className="text-sm text-ink-2">
                    {draft.own ? 'yours' : `by ${draft.author ?? 'a deleted account'}`}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title="In a new draft">
          <StartForm title={`Edit ${what}`} thing={thing} id={id} />
        </Panel>
      </div>
    </>
  )
}
