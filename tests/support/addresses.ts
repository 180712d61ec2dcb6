import fc from 'fast-check'

const LOCAL = [..."abzABZ09.!#$%&'*+/=?^_`{|}~-", ' ', '"', ',', '(', 'é', 'п', '@', '\u200b']
const DOMAIN = [...'abzABZ09.--_ ', 'ü', 'ß', 'п', '例', '＠', '。', '\u200d']

const of = (signs: readonly string[], maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...signs), minLength: 0, maxLength })

/** What people write where an address is asked for: right ones, and wrong ones of many kinds. */
export const address: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.stringMatching(
      /^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}(\.[a-z&+]{1,5})?@([a-z0-9]{1,9}\.){1,3}[a-z]{2,4}$/,
    ),
  },
  fc
    .tuple(of(LOCAL, 12), of(DOMAIN, 12), fc.constantFrom('org', 'рф', 'x', '12', ''))
    .map(([local, domain, last]) => `${local}@${domain}.${last}`),
  fc.emailAddress(),
)
