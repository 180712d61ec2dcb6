import { expect, test } from 'vitest'
import { isOwnPress } from '@/lib/origin/own-press'

const OWN = 'http://steppe.lan:3000'
const asked = (headers: Record<string, string>) => isOwnPress(new Headers(headers), OWN)

test('what a browser says of the page that led here decides, whatever the referrer is', () => {
  expect(asked({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  for (const site of ['cross-site', 'same-site', 'none', '']) {
    expect(asked({ 'sec-fetch-site': site, referer: `${OWN}/sign-in` }), site).toBe(false)
  }
})

test('where browsers say nothing of it, over plain http, the page must be one of ours', () => {
  expect(asked({ referer: `${OWN}/join/abc` })).toBe(true)
  for (const referer of [
    'http://steppe.lan:3001/',
    'https://steppe.lan:3000/',
    `http://elsewhere.example/${OWN}`,
    'http://steppe.lan:3000@elsewhere.example/',
    'null',
  ]) {
    expect(asked({ referer }), referer).toBe(false)
  }
  expect(asked({})).toBe(false)
})
