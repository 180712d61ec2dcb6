import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { orNotFound } from '@/app/_http/or-not-found'
import { first } from '@/app/_table/query'
import { requireInstructor } from '@/lib/auth/scopes'
import { isThing } from '@/lib/authoring/thing'
import { kindNamed } from '@/lib/server/authoring/kind-in'
import { loadEditor } from '@/lib/server/authoring/load-editor'
import { Editor } from './_components/editor'
import { KindLinks } from './_components/kind-links'
import { RetireForm } from './_components/retire-form'

type Props = {
  params: Promise<{ draft: string; thing: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (draftId: string, thing: string, id: string, kind: string) => {
  const scope = await requireInstructor('/authoring/[draft]/[thing]/[id]')
  if (!isThing(thing)) notFound()
  const view = await orNotFound(() =>
    loadEditor(scope, {
      draftId,
      thing,
      id: id === 'new' ? null : id,
      kind: kindNamed(kind),
      begin: {},
    }),
  )
  return { view, userId: scope.user.id }
})

const asked = async ({ params, searchParams }: Props) => {
  const { draft, thing, id } = await params
  return load(draft, thing, id, first((await searchParams).kind) ?? '')
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await asked(props)
  return { title: `${view.id === null ? `New ${view.name}` : `Edit ${view.id}`}` }
}

/** The form of one thing of a draft, with what the compiler says of it and how it will look. */
export default async function EditorPage(props: Props) {
  const { view, userId } = await asked(props)
  return (
    <>
      <PageHeader
        label={
          <Link href={`/authoring/${view.draftId}`} className="link">
            {view.draftTitle}
          </Link>
        }
        title={view.id === null ? `New ${view.name}` : `Edit a ${view.name}`}
        lead={
          view.published === null
            ? undefined
            : `Revision ${view.published.revision} is what learners are asked now. Nothing of it changes before somebody else has looked at the draft.`
        }
      />
      {view.id === null && view.thing === 'questions' ? (
        <KindLinks draftId={view.draftId} current={view.kind} />
      ) : null}
      <Editor view={view} userId={userId} />
      {view.published === null || view.id === null ? null : (
        <Panel title="Retire this question" className="mt-16 max-w-measure">
          <RetireForm draftId={view.draftId} questionId={view.id} />
        </Panel>
      )}
    </>
  )
}
