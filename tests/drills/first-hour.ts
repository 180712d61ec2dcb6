import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from '../../bin/support/paths.mjs'
import { temporaryApp } from '../support/temporary-app'
import { atMost, type Drill } from './support/drill'
import { filmText } from './support/film-text'
import { walked } from './support/first-hour-walk'

const FOLDER = join(root, 'docs', 'images', 'first-hour')

const drill: Drill = {
  says: 'The first hour of each role, from an empty installation; writes docs/first-hour.md and its screens.',
  async run({ log }) {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    const app = await temporaryApp()
    const executablePath = process.env.STEPPE_CHROMIUM
    const browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu'],
    })
    try {
      const film = await walked(browser, app, FOLDER, log)
      writeFileSync(join(root, 'docs', 'first-hour.md'), filmText(film))
      const bytes = readdirSync(FOLDER).reduce(
        (sum, name) => sum + statSync(join(FOLDER, name)).size,
        0,
      )
      return [
        atMost('clicks to an analyst’s first answer', film.clicks, 7),
        atMost('screens to it', film.screens, 6),
        atMost('size of the screens', Math.round(bytes / 1024), 1500, 'KB'),
      ]
    } finally {
      await browser.close()
      await app.remove()
    }
  },
}
export default drill
