import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { orNotFound } from '@/app/_http/or-not-found'
import { first } from '@/app/_table/query'
import { requireInstructor } from '@/lib/auth/scopes'
import { isThing, type Thing } from '@/lib/authoring/thing'
import { kindNamed } from '@/lib/server/authoring/kind-in'
import { type EditorView, loadEditor } from '@/lib/server/authoring/load-editor'
import { Editor } from './_components/editor'
import { KindLinks } from './_components/kind-links'
import { RemoveForm } from './_components/remove-form'
import { RetireForm } from './_components/retire-form'

type Props = {
  params: Promise<{ draft: string; thing: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (draftId: string, thing: string, id: string, kind: string, of: string) => {
  const scope = await requireInstructor('/authoring/[draft]/[thing]/[id]')
  if (!isThing(thing)) notFound()
  const view = await orNotFound(() =>
    loadEditor(scope, {
      draftId,
      thing,
      id: id === 'new' ? null : id,
      kind: kindNamed(kind),
      begin: id === 'new' && thing === 'facts' && of === 'membership' ? JOINING : {},
    }),
  )
  return { view, userId: scope.user.id }
})

const asked = async ({ params, searchParams }: Props) => {
  const { draft, thing, id } = await params
  const query = await searchParams
  return load(draft, thing, id, first(query.kind) ?? '', first(query.of) ?? '')
}

/** A fact that says who joined or left. */
const JOINING = { kind: 'event', 'changes.0.organisation': '' }

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
        title={
          isJoining(view)
            ? 'New membership change'
            : view.id === null
              ? `New ${view.name}`
              : `Edit ${/^[aeiou]/.test(view.name) ? 'an' : 'a'} ${view.name}`
        }
        lead={leadOf(view)}
      />
      {view.id === null && view.thing === 'questions' ? (
        <KindLinks draftId={view.draftId} current={view.kind} />
      ) : null}
      <Editor view={view} userId={userId} />
      {view.removable && view.id !== null ? (
        <Panel title={`Remove this ${view.name}`} className="mt-16 max-w-measure">
          <RemoveForm draftId={view.draftId} thing={view.thing} id={view.id} name={view.name} />
        </Panel>
      ) : null}
      {view.published === null || view.id === null ? null : (
        <Panel title="Retire this question" className="mt-16 max-w-measure">
          <RetireForm draftId={view.draftId} questionId={view.id} />
        </Panel>
      )}
    </>
  )
}

/** A new fact that begins with who joined or left. */
const isJoining = ({ id, form }: EditorView): boolean =>
  id === null && form['changes.0.organisation'] !== undefined

const LEADS: Partial<Record<Thing, string>> = {
  places: 'Where something lies that maps draw. Documents seldom say it, so it comes from a map.',
  'drawn-exercises': 'An exercise as the line of time and the map of exercises draw it.',
  sites: 'A base or a pipeline, and what was reported of it at which date.',
  aims: 'Something that states or groups want. Who wants it is a want.',
  wants: 'Who wants what, and the fact that says so.',
  events: 'Something of which several documents speak. What each says is a reading.',
  readings: 'What one document says of an event, in its own words.',
  images: 'A file that a lesson shows with ::image{id=…} or a question with its field Image.',
}

function leadOf(view: EditorView): string | undefined {
  const { published, thing } = view
  if (published !== null) {
    return `Revision ${published.revision} is what learners are asked now. Nothing of it changes before somebody else has looked at the draft.`
  }
  return isJoining(view)
    ? 'Who joined or left is a part of the fact that says so: write the fact, with its paragraphs, and below it the change.'
    : LEADS[thing]
}
