import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { ExerciseLine } from '@/app/_figures/exercise-line'
import { ExerciseMap } from '@/app/_figures/exercise-map'
import { SiteMap } from '@/app/_figures/site-map'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import type { AskedAtlas } from '@/lib/reference/atlas-query'
import { loadRegion } from '@/lib/server/reference/load-pictures'
import { RegionMonth } from './_components/region-month'

export const metadata: Metadata = { title: 'Exercises and bases' }

type Props = { searchParams: Promise<AskedAtlas> }

export default async function RegionPage({ searchParams }: Props) {
  const scope = await requireLearner('/atlas/region')
  const asked = await searchParams
  const { choices, sites, changes, exercises } = await orNotFound(() => loadRegion(scope, asked))
  return (
    <>
      <PageHeader
        title="Exercises and bases"
        lead="Air bases and a pipeline at any date, and every exercise that the documents name."
      />
      <section aria-labelledby="sites">
        <h2 id="sites" className="text-xl">
          Bases and pipelines
        </h2>
        <RegionMonth choices={choices} date={sites.date} changes={changes} />
        <div className="mt-5">
          <SiteMap
            view={sites}
            caption="What the documents report of each at the chosen date. They report seldom: a base stays as it was last reported."
          />
        </div>
      </section>
      <section aria-labelledby="exercises" className="mt-12">
        <h2 id="exercises" className="mb-3 text-xl">
          Exercises in the order of time
        </h2>
        <ExerciseLine
          view={exercises}
          caption="Whose each exercise was, who came and how many, on one scale. A hatched bar is a plan."
        />
      </section>
      <section aria-labelledby="exercise-map" className="mt-12">
        <h2 id="exercise-map" className="mb-3 text-xl">
          Exercises on the map
        </h2>
        <ExerciseMap
          view={exercises}
          caption="Numbers follow the order of time. Where only a state is named, the mark stands in its middle."
        />
      </section>
    </>
  )
}
