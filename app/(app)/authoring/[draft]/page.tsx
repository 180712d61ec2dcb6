import type { Metadata } from 'next'
import { cache } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireInstructor } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { type DraftView, loadDraft } from '@/lib/server/authoring/load-draft'
import { DraftTag } from '../_components/draft-tag'
import { AddLinks } from './_components/add-links'
import { ChangeItem } from './_components/change-item'
import { Decisions } from './_components/decisions'

type Props = { params: Promise<{ draft: string }> }

const load = cache(async (id: string) => {
  const scope = await requireInstructor('/authoring/[draft]')
  return orNotFound(() => loadDraft(scope, { draftId: id }))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Draft: ${(await load((await params).draft)).title}` }
}

/** What a draft changes, what the compiler says of it, and what can be done with it. */
export default async function DraftPage({ params }: Props) {
  const draft = await load((await params).draft)
  const { changes, faults } = draft
  return (
    <>
      <PageHeader
        label={
          <Link href="/authoring" className="link">
            Authoring
          </Link>
        }
        title={draft.title}
        lead={leadOf(draft)}
        actions={<DraftTag state={draft.state} />}
      />
      {draft.comment === null ? null : (
        <Notice
          title={`${draft.reviewer ?? 'Somebody whose account is deleted'} sent it back:`}
          className="mb-10 max-w-3xl"
        >
          <p className="whitespace-pre-wrap wrap-anywhere">{draft.comment}</p>
        </Notice>
      )}
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-12">
          <Panel title="Changes" aside={count(changes.length, 'change')}>
            {changes.length === 0 ? (
              <EmptyState>
                There is nothing in this draft yet. Add something to the course, or edit what it
                has.
              </EmptyState>
            ) : (
              <ol className="divide-y divide-rule border-y border-rule">
                {changes.map((change) => (
                  <ChangeItem
                    key={`${change.path} ${change.list} ${change.id}`}
                    draftId={draft.id}
                    change={change}
                    open={draft.open}
                  />
                ))}
              </ol>
            )}
          </Panel>
          {draft.open ? <Faults faults={faults} /> : null}
        </div>
        {draft.open ? (
          <div className="min-w-0 space-y-12">
            <Panel title="Review">
              <Decisions draft={draft} />
            </Panel>
            <Panel title="Add and edit">
              <AddLinks draftId={draft.id} />
            </Panel>
          </div>
        ) : null}
      </div>
    </>
  )
}

function leadOf({ author, own, state, publishedVersion, reviewer }: DraftView): string {
  const by = own ? 'Your draft' : `A draft by ${author ?? 'somebody whose account is deleted'}`
  return state === 'published'
    ? `${by}, published as version ${publishedVersion} by ${reviewer ?? 'somebody whose account is deleted'}.`
    : `${by}.`
}

const MOST = 30

function Faults({ faults }: Pick<DraftView, 'faults'>) {
  return (
    <Panel title="Checks">
      <p className="text-sm font-semibold">
        {faults.length === 0
          ? 'The course has no faults with this draft.'
          : `The course has ${count(faults.length, 'fault')} with this draft. It can be published when there are none.`}
      </p>
      <ul className="mt-3 space-y-2 text-sm">
        {faults.slice(0, MOST).map(({ file, line, message }) => (
          <li key={`${file} ${line} ${message}`} className="wrap-anywhere">
            <span className="text-ink-2">
              {file}, line {line}:
            </span>{' '}
            {message}
          </li>
        ))}
      </ul>
      {faults.length > MOST ? (
        <p className="mt-2 text-sm text-ink-2">And {faults.length - MOST} more.</p>
      ) : null}
    </Panel>
  )
}
