import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { type Mailer, mailerFromEnvironment } from '@/lib/server/reminder/mailer'
import { mailSink } from './mail-sink'
import { openScene } from './scene'

/**
 * A scene of one's own and a mail server that keeps what it is sent, for all tests of a file. Each test
 * begins when nothing was sent yet; failures that are logged are not shown.
 */
export function mailScene() {
  let scene: Awaited<ReturnType<typeof openScene>>
  let sink: Awaited<ReturnType<typeof mailSink>>
  beforeAll(async () => {
    scene = await openScene()
    sink = await mailSink()
  })
  afterAll(async () => {
    await sink.close()
    await scene.close()
  })
  beforeEach(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await database().sentMessage.deleteMany()
    await database().notification.deleteMany()
    sink.mails.length = 0
    sink.state.mood = 'takes'
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })
  return {
    get mails() {
      return sink.mails
    },
    get state() {
      return sink.state
    },
    /** A mailer that sends to it, as the environment of a server says. */
    smtp: (): Mailer => {
      vi.stubEnv('STEPPE_SMTP_URL', sink.url)
      vi.stubEnv('STEPPE_MAIL_FROM', 'Steppe <steppe@example.org>')
      vi.stubEnv('STEPPE_URL', 'https://steppe.example/')
      return mailerFromEnvironment() ?? expect.unreachable('no mailer')
    },
  }
}
