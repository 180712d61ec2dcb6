import { expect, test } from 'vitest'
import { configuredOrigin } from '@/lib/origin/configured-origin'
import { mailSettings } from '@/lib/server/mail-settings'

const mail = { STEPPE_SMTP_URL: 'smtp://mail.example', STEPPE_MAIL_FROM: 'a@example.org' }

test('mail is sent only with a server, a sender and an address to lead back to', () => {
  expect(mailSettings({})).toEqual({ kind: 'none' })
  expect(mailSettings({ ...mail, STEPPE_URL: 'https://steppe.example/' })).toEqual({
    kind: 'smtp',
    url: 'smtp://mail.example',
    from: 'a@example.org',
    appUrl: 'https://steppe.example',
  })
  expect(mailSettings({ STEPPE_SMTP_URL: 'smtp://mail.example' })).toEqual({
    kind: 'incomplete',
    missing: ['STEPPE_MAIL_FROM', 'STEPPE_URL'],
  })
})

test('an address that is none, or no web address, leads nowhere', () => {
  for (const STEPPE_URL of ['steppe', 'javascript:alert(1)', '']) {
    expect(configuredOrigin({ STEPPE_URL })).toBeNull()
    expect(mailSettings({ ...mail, STEPPE_URL })).toMatchObject({ kind: 'incomplete' })
  }
})
