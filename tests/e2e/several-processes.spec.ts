import { expect, test } from '@playwright/test'
import { courseOf } from '../bench/seed/learners'
import { answer, makeAnalysts, PASSWORD } from '../support/answering-people'
import { signIn } from '../support/http-client'
import { severalMissing, severalProcesses } from '../support/several-processes'
import { withClient } from '../support/with-client'

const missing = await severalMissing()
test.skip(missing !== null, missing ?? '')

// `npm run drill -- two` does the same for two minutes with a hundred people.
test('two processes behind nginx and PgBouncer act as one, and one of them may die', async () => {
  test.setTimeout(240_000)
  const several = await severalProcesses()
  try {
    const { url, urls, databaseUrl } = several
    const emails = await makeAnalysts(databaseUrl, 4)
    const people = await Promise.all(emails.map((email) => signIn(url, email, PASSWORD)))
    const [first] = people
    if (!first) throw new Error('Nobody signed in')
    const askEach = () =>
      Promise.all(
        urls.map(async (each) => {
          const headers = { cookie: first.cookie() }
          return (await fetch(`${each}/api/session`, { headers })).status
        }),
      )
    expect(await askEach()).toEqual([200, 200])

    const { questions } = await withClient(databaseUrl, courseOf)
    const round = (from: number) =>
      Promise.all(
        people.flatMap((person) =>
          questions.slice(from, from + 5).map((question) => answer(person, question)),
        ),
      )
    const before = await round(0)
    const [, during] = await Promise.all([several.killFirst(), round(5)])
    const after = await round(10)
    const sent = [...before, ...during, ...after]
    expect(sent.filter(({ stored }) => !stored)).toEqual([])

    const stored = await withClient(databaseUrl, async (client) => {
      const { rows } = await client.query(
        `select count(*)::int as events,
           count(*) filter (where abs(extract(epoch from now() - at)) < 600)::int as dated,
           (select count(*)::int from "PublishedCourse") as courses,
           current_setting('TimeZone') as zone
         from "ReviewEvent"`,
      )
      return rows[0]
    })
    const all = sent.length
    expect(stored).toEqual({ events: all, dated: all, courses: 1, zone: 'Asia/Almaty' })
  } finally {
    await several.stop()
  }
})
