import { type HttpClient, signIn } from '../../support/http-client'
import { sentScripts } from '../../support/sent-scripts'
import type { Figure } from '../results/row'
import { PASSWORD } from '../seed/learners'
import { type Bench, freshLearners } from './bench'
import { type Route, routesOf } from './routes'

/** The JavaScript that a browser loads for each page before anything is clicked. */
export async function weights(bench: Bench): Promise<readonly Figure[]> {
  const [learner] = await freshLearners(bench, 1)
  if (!learner) throw new Error('Nobody was made')
  const { url } = bench.app
  const asLearner = await signIn(url, learner.email, PASSWORD)
  const asInstructor = await signIn(url, 'instructor@demo.example', PASSWORD)
  const nobody = await fromNobody(url)
  const figures: Figure[] = []
  const empty: Route = { route: 'empty page', path: '/bench-floor', as: 'nobody' }
  for (const { route, path, as } of [empty, ...(await routesOf(asInstructor))]) {
    bench.log(`Weight of ${route}`)
    const client = { nobody, learner: asLearner, instructor: asInstructor }[as]
    const { files, gzipKB } = await sentScripts(client, path)
    figures.push({
      what: `first-load JavaScript: ${route}`,
      value: gzipKB,
      unit: 'KB gzip',
      note: `${files} files`,
    })
  }
  return figures
}

async function fromNobody(url: string): Promise<Pick<HttpClient, 'get'>> {
  return { get: (path) => fetch(new URL(path, url), { redirect: 'manual' }) }
}
