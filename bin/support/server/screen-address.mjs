/** Next keeps some pages as files, and no file system takes names longer than 255 bytes. */
const LONGEST_PART = 200

/**
 * What is wrong with the path of a request, or null. Every part of it must be text that can be an id: in
 * Next, and in the database, a wrong escape or a NUL is an error of the server.
 *
 * @param {string} url
 * @returns {import('./refuse-request.mjs').Fault | null}
 */
export function addressFault(url) {
  const [path = ''] = url.split('?', 1)
  if (!path.startsWith('/') || path.startsWith('//')) return fault(400, 'It is not a path.')
  // The page that Next shows when nothing else works answers 500, also to those who ask for it.
  if (path.startsWith('/_global-error')) return fault(404, 'There is no such page.')
  for (const part of path.split('/')) {
    const text = decoded(part)
    if (text === null) return fault(400, 'A character in it is not written correctly.')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: These are what no id has.
    if (/[\x00-\x1f\x7f]/.test(text)) return fault(400, 'It has a character that no address has.')
    if (Buffer.byteLength(text) > LONGEST_PART) return fault(414, 'A part of it is too long.')
  }
  return null
}

/**
 * @param {number} status
 * @param {string} why
 */
const fault = (status, why) => ({
  status,
  text: `This address leads nowhere. ${why} Check the link, or begin at the start page.`,
})

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
