/**
 * For whom attempts from an address count together. Whoever has one address of IPv6 has a whole network of
 * them, /64 at least, and can use another one for each attempt; so all of these are one. An address of IPv4
 * is one by itself, also where it is written as one of IPv6. What is no address stays as it is.
 */
export function clientNetwork(address: string): string {
  const groups = groupsOf(address.split('%', 1)[0] ?? '')
  if (groups === null) return address
  const [, , , , , mark, high = 0, low = 0] = groups
  if (mark === 0xffff && groups.slice(0, 5).every((group) => group === 0)) {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight numbers of an address of IPv6; null for anything else. */
function groupsOf(address: string): readonly number[] | null {
  const isWritten = /^[\da-f.]*:[\da-f:.]*$/i.test(address)
  if (!isWritten || !URL.canParse(`http://[${address}]/`)) return null
  // A web address has one spelling, with `::` for the longest run of zeros.
  const one = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [before = '', after = ''] = one.split('::')
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const [first, last] = [numbers(before), numbers(after)]
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => 0)
  return [...first, ...zeros, ...last]
}
