import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireInstructor } from '@/lib/auth/scopes'
import { asFactId, asSourceId } from '@/lib/kernel/ids'
import { planRetraction } from '@/lib/server/course/plan-retraction'
import { Figures } from './_components/figures'
import { Touched } from './_components/touched'
import { WithdrawForm } from './_components/withdraw-form'

export const metadata: Metadata = { title: 'Withdraw' }

type Props = { params: Promise<{ kind: string; id: string }> }

/** What a withdrawal touches, in numbers and in full, and below it the one step that does it. */
export default async function WithdrawPage({ params }: Props) {
  const { kind, id } = await params
  const scope = await requireInstructor('/course/withdraw/[kind]/[id]')
  if (kind !== 'source' && kind !== 'fact') notFound()
  const plan = await orNotFound(() =>
    planRetraction(
      scope,
      kind === 'source' ? { kind, id: asSourceId(id) } : { kind, id: asFactId(id) },
    ),
  )
  const { title, before, version, alone, supported } = plan
  return (
    <>
      <PageHeader
        label={kind === 'source' ? 'Withdraw a source' : 'Withdraw a fact'}
        title={title}
        lead="This is what rests on it. Nothing changes until you withdraw it at the end of this page."
      />
      {before === null ? null : (
        <Notice title="It was withdrawn before" className="mb-8">
          {before.reason}
        </Notice>
      )}
      <Figures plan={plan} />
      <Touched plan={plan} />
      <Panel title="Withdraw it" className="mt-12">
        <p className="mb-5 max-w-measure text-sm text-ink-2">
          This publishes a new version of the course. To undo it, an administrator publishes the
          version before once more: <code>steppe course publish --version {version}</code>
        </p>
        <WithdrawForm
          kind={kind}
          id={id}
          version={version}
          alone={alone.length}
          supported={supported.length}
        />
      </Panel>
    </>
  )
}
