import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { ZoneOffer } from '@/app/_shell/zone/zone-offer'
import { first, query } from '@/app/_table/query'
import type { Params } from '@/app/_table/table-address'
import { requireCohort } from '@/lib/auth/scopes'
import { zoneWords } from '@/lib/kernel/zone'
import { examTopics } from '@/lib/server/exam/exam-topics'
import { loadCourses } from '@/lib/server/load-courses'
import { CourseLinks } from '../../_components/course-links'
import { ExamForm } from './_components/exam-form'
import { makeExam } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> }

export const metadata: Metadata = { title: 'New exam' }

export default async function NewExamPage({ params, searchParams }: Props) {
  const scope = await requireCohort('/cohorts/[id]/exams/new', (await params).id)
  if (scope.cohort.archived) return <Archived name={scope.cohort.name} id={scope.cohort.id} />
  const [topics, courses] = await Promise.all([examTopics(scope), loadCourses(scope)])
  const asked = first((await searchParams).course)
  const chosen = courses.find((course) => course.id === asked) ?? null
  const { id, clock } = scope.viewer
  return (
    <>
      <PageHeader
        label={scope.cohort.name}
        title="New exam"
        lead="Each attempt gets its own selection of questions from this blueprint. The rules cannot be changed later, so that everybody is judged by the same ones."
      />
      <ZoneOffer userId={id} zone={clock.zone} now={Date.now()} className="mb-8" />
      <CourseLinks
        courses={courses}
        current={chosen?.id ?? null}
        all
        hrefOf={(course) => `/cohorts/${scope.cohort.id}/exams/new${query({ course })}`}
      />
      <ExamForm
        action={makeExam.bind(null, scope.cohort.id)}
        courses={(chosen === null ? courses : [chosen]).map(({ id, title }) => ({
          ...{ id, title },
          topics: topics.filter(({ course }) => course === id),
        }))}
        zone={zoneWords(clock.zone, Date.now())}
      />
    </>
  )
}

function Archived({ name, id }: { name: string; id: string }) {
  return (
    <>
      <PageHeader label={name} title="New exam" />
      <EmptyState
        action={<LinkButton href={`/cohorts/${id}/people`}>Reopen the cohort</LinkButton>}
      >
        This cohort is archived, so no exam can be created in it.
      </EmptyState>
    </>
  )
}
