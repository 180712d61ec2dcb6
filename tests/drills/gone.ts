import { chromium } from '@playwright/test'
import { createUser, steppe } from '../support/command-line'
import { databaseGone } from '../support/database-gone'
import { hiddenDatabase } from '../support/hidden-database'
import { keptByWorker } from '../support/kept-pages'
import { signInAs } from '../support/people'
import { finishLesson } from '../support/study'
import { temporaryApp } from '../support/temporary-app'
import { atMost, type Drill, exactly } from './support/drill'

const PERSON = { email: 'noor@example.org', password: 'a long enough one' }
const LESSONS = ['shanghai-five-to-sco', 'treaty-to-organisation', 'observers-candidates-guests']

const drill: Drill = {
  says: 'A review goes on while the database is gone for a minute: nothing is lost, nobody is signed out.',
  async run({ short, log }) {
    const app = await temporaryApp()
    const database = await hiddenDatabase(app.dataDir)
    const { STEPPE_CHROMIUM: executablePath } = process.env
    const browser = await chromium.launch({
      args: ['--no-sandbox', '--disable-gpu'],
      ...(executablePath && { executablePath }),
    })
    try {
      await createUser(app.dataDir, { ...PERSON, name: 'Noor Vega', role: 'learner' })
      const page = await (await browser.newContext({ serviceWorkers: 'allow' })).newPage()
      await signInAs(page, app.url, PERSON.email, PERSON.password)
      await page.waitForURL(/\/today/)
      for (const lesson of LESSONS) await finishLesson(page, `${app.url}/lessons/${lesson}`)
      await page.goto(`${app.url}/review`)
      await keptByWorker(page)
      const goneMs = short ? 8000 : 60_000
      log(`The database is gone for ${goneMs / 1000} s`)
      const gone = await databaseGone({ page, url: app.url, database, goneMs, answers: 5 })
      const check = await steppe(app.dataDir, ['log', 'check'])
      return [
        exactly('answers given while it was gone, and stored', gone.stored, gone.answered),
        atMost('saved after the database was back', gone.savedAfterMs, 5000, 'ms'),
        exactly('status of another page meanwhile', gone.page.status, 503),
        exactly('pages that led to the sign-in', Number(gone.page.path !== '/today'), 0),
        exactly('pages without a word of it', Number(!/database/.test(gone.page.heading)), 0),
        exactly('people signed out', Number(!gone.keptCookie), 0),
        exactly('reviews that a reload ended', Number(!gone.wentOnAfterReload), 0),
        exactly('`log check` finds differences', / 0 differences/.test(check) ? 0 : 1, 0),
      ]
    } finally {
      await browser.close()
      await database.close()
      await app.remove()
    }
  },
}
export default drill
