import { expect, test } from 'vitest'
import { browserName } from '@/lib/account/browser-name'

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Chrome on Linux', `${AGENT} Chrome/142.0.0.0 Safari/537.36`],
  ['Chrome on Linux', `${AGENT} HeadlessChrome/142.0.0.0 Safari/537.36`],
  ['Edge on Linux', `${AGENT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`],
  ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0'],
  [
    'Safari on iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1',
  ],
  ['A program', 'curl/8.5.0'],
  ['A browser', ''],
])('says %s for %s', (name, agent) => {
  expect(browserName(agent)).toBe(name)
})
