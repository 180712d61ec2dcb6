import type { HttpClient } from '../../support/http-client'

export type Route = {
  readonly route: string
  readonly path: string
  readonly as: 'nobody' | 'learner' | 'instructor'
}

/** The pages of the build, each by an address of the demo that shows it. */
export async function routesOf(instructor: HttpClient): Promise<readonly Route[]> {
  const link = (on: string, pattern: string) =>
    instructor.firstLink(on, new RegExp(`href="(${pattern})"`))
  const cohort = await link('/cohorts', '/cohorts/[0-9a-f-]{36}')
  const below = async (name: string, part: string): Promise<readonly Route[]> => [
    { route: `/cohorts/ID/${name}`, path: `${cohort}/${name}`, as: 'instructor' },
    {
      route: `/cohorts/ID/${name}/ID`,
      path: await link(`${cohort}/${name}`, `${cohort}/${name}/${part}`),
      as: 'instructor',
    },
  ]
  const learner = await link(cohort, `${cohort}/learners/[0-9a-f-]{36}[^"]*`)
  const plain = (as: Route['as'], ...paths: readonly string[]): readonly Route[] =>
    paths.map((path) => ({ route: path, path, as }))
  return [
    ...plain('nobody', '/sign-in', '/forgot-password'),
    ...plain('learner', '/today', '/review', '/course'),
    { route: '/lessons/ID', path: await link('/course', '/lessons/[^"]+'), as: 'learner' },
    ...plain(
      'learner',
      '/progress',
      '/placement',
      '/cram',
      '/flags',
      '/set-aside',
      '/notifications',
    ),
    ...plain('learner', '/settings', '/settings/study', '/settings/keys', '/settings/memory'),
    ...plain('learner', '/atlas', '/timeline', '/sources', '/search?q=treaty'),
    ...plain('instructor', '/cohorts'),
    { route: '/cohorts/ID', path: cohort, as: 'instructor' },
    { route: '/cohorts/ID/learners/ID', path: learner, as: 'instructor' },
    ...(await below('questions', '[a-z][^"/]+')),
    ...['inbox', 'assignments', 'exams', 'forecasts', 'people'].map(
      (name): Route => ({
        route: `/cohorts/ID/${name}`,
        path: `${cohort}/${name}`,
        as: 'instructor',
      }),
    ),
  ]
}
