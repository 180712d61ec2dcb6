import type { ReactNode } from 'react'
import { SubNav } from '@/app/_components/sub-nav'
import { UndoPlace } from '@/app/_undo/undo-place'
import { cohortAround } from '@/lib/auth/scopes'

type Props = { params: Promise<{ id: string }>; children: ReactNode }

/** The name of the cohort and the links to its pages. */
export default async function CohortLayout({ params, children }: Props) {
  const { id } = await params
  const { cohort } = await cohortAround(id)
  const at = (page: string) => `/cohorts/${id}${page}`
  return (
    <>
      <SubNav
        label={cohort.name}
        pages={[
          { href: at(''), label: 'Readiness' },
          { href: at('/questions'), label: 'Questions' },
          { href: at('/inbox'), label: 'Inbox' },
          { href: at('/assignments'), label: 'Assignments' },
          { href: at('/exams'), label: 'Exams', covers: [at('/gradebook')] },
          { href: at('/forecasts'), label: 'Forecasts' },
          { href: at('/people'), label: 'People' },
        ]}
      />
      <UndoPlace />
      {children}
    </>
  )
}
