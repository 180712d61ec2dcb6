/**
 * What the browser and the log are told of a request that is refused for its origin. Plain ASCII,
 * because a browser may show it in any encoding.
 *
 * @param {import('./judge-origin.mjs').Asked} asked
 * @param {'foreign' | 'unsafe'} kind
 */
export function refusalText({ said, host, passed, configured }, kind) {
  const page = shown(said)
  if (kind === 'unsafe') {
    const https = configured ?? passed.origin
    return (
      `This page was opened at ${page}, but Steppe is served at ${https}, and signing in works only there. Nothing was done. ` +
      `Open ${https} and try again. ` +
      (configured
        ? 'For the person who runs Steppe: the address is set by STEPPE_URL or AUTH_URL.'
        : `For the person who runs Steppe: the proxy says https although the browser used http. Correct its X-Forwarded-Proto, or set STEPPE_URL=${page}.`)
    )
  }
  const reached = configured
    ? `Steppe is served at ${configured} (STEPPE_URL or AUTH_URL), and this request came for ${shown(host)}`
    : `the request reached Steppe as one for ${passed.origin}`
  return (
    `The browser says that this comes from a page at ${page}, but ${reached}. Only Steppe's own pages may send anything. Nothing was done. ` +
    `If you did not open Steppe at ${configured ?? passed.origin}, open it there and try again. ` +
    'For the person who runs Steppe: if people do use the first address, ' +
    `set ${settingFor(page)}, or let the proxy pass Host with its port, X-Forwarded-Host and X-Forwarded-Proto. ` +
    'See docs/operating.md, "Behind a proxy".'
  )
}

/** @param {string} page */
const settingFor = (page) =>
  page.startsWith('http') ? `STEPPE_URL=${page}` : 'STEPPE_URL to the address that they type'

/**
 * A header's text, cut and cleaned: anybody can write one.
 *
 * @param {string | undefined} text
 */
function shown(text) {
  if (!text) return 'an address that it does not name'
  if (text === 'null') return 'an address that the browser hides ("null")'
  return text.replace(/[^\x21-\x7e]/g, '?').slice(0, 200)
}
