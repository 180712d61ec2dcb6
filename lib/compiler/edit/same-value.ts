/** Whether two values of a file say the same; the order of keys says nothing. */
export const sameValue = (a: unknown, b: unknown): boolean => plain(a) === plain(b)

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  ) ?? ''
