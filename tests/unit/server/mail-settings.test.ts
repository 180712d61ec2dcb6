import { expect, test } from 'vitest'
import { mailSettings, publicUrl } from '@/lib/server/mail-settings'

const mail = { STEPPE_SMTP_URL: 'smtp://mail.example', STEPPE_MAIL_FROM: 'a@example.org' }

test('mail is sent only with a server, a sender and an address to lead back to', () => {
  expect(mailSettings({})).toEqual({ kind: 'none' })
  expect(mailSettings({ ...mail, STEPPE_URL: 'https://steppe.example/app/' })).toEqual({
    kind: 'smtp',
    url: 'smtp://mail.example',
    from: 'a@example.org',
    appUrl: 'https://steppe.example/app',
  })
  expect(mailSettings({ STEPPE_SMTP_URL: 'smtp://mail.example' })).toEqual({
    kind: 'incomplete',
    missing: ['STEPPE_MAIL_FROM', 'STEPPE_URL'],
  })
})

test('an address that is none, or no web address, leads nowhere', () => {
  for (const STEPPE_URL of ['steppe', 'javascript:alert(1)', '']) {
    expect(publicUrl({ STEPPE_URL })).toBeNull()
    expect(mailSettings({ ...mail, STEPPE_URL })).toMatchObject({ kind: 'incomplete' })
  }
})
