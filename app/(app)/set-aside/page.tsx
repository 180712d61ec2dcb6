import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { Tag } from '@/app/_components/tag'
import { TermHelp } from '@/app/_help/term-help'
import { requireLearner } from '@/lib/auth/scopes'
import type { AsideQuestion } from '@/lib/review/view/set-aside'
import { loadSetAside } from '@/lib/server/study/load-set-aside'
import { ResumeButtons } from './_components/resume-buttons'

export const metadata: Metadata = { title: 'Set aside' }

export default async function SetAsidePage() {
  const { suspended, buried } = await loadSetAside(await requireLearner('/set-aside'), {
    now: Date.now(),
  })
  return (
    <>
      <PageHeader
        title="Set aside"
        lead={
          <>
            Questions that do not come up in reviews: you suspended them, or you forgot them so
            often that reading the source again helps more than another try.
            <TermHelp of="leech" />
          </>
        }
      />
      {suspended.length + buried.length === 0 ? (
        <EmptyState>Nothing is set aside.</EmptyState>
      ) : (
        <div className="space-y-14">
          {suspended.length > 0 ? (
            <Panel
              title="Until you resume them"
              aside={
                suspended.length > 1 ? (
                  <ResumeButtons questionIds={suspended.map(({ id }) => id)} about="all of them" />
                ) : null
              }
            >
              <ul>
                {suspended.map((question) => (
                  <Aside key={question.id} question={question} canReturn />
                ))}
              </ul>
            </Panel>
          ) : null}
          {buried.length > 0 ? (
            <Panel title="Until tomorrow">
              <ul>
                {buried.map((question) => (
                  <Aside key={question.id} question={question} canReturn={false} />
                ))}
              </ul>
            </Panel>
          ) : null}
        </div>
      )}
    </>
  )
}

function Aside({ question, canReturn }: { question: AsideQuestion; canReturn: boolean }) {
  const { id, prompt, answer, lesson, lapses, leech } = question
  return (
    <li className="grid gap-x-8 gap-y-3 border-t border-rule py-4 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="font-serif">
          <Link href={`/questions/${id}`} className="link">
            {prompt}
          </Link>
        </p>
        <p className="mt-1 font-semibold">{answer}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
          {leech ? <Tag tone="hard">Difficult: forgotten {lapses} times</Tag> : null}
          {lesson ? (
            <Link href={`/lessons/${lesson.id}`} className="link">
              {lesson.title}
            </Link>
          ) : null}
        </p>
      </div>
      {canReturn ? <ResumeButtons questionIds={[id]} about={prompt} canReset /> : null}
    </li>
  )
}
