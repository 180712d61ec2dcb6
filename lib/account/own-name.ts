/** So many characters beside the name are enough of a password. */
const ENOUGH_BESIDE = 6
/** Shorter parts of a name occur in many words. */
const SHORTEST = 4

/** Whether a password is little more than the name or the address of its owner. */
export function holdsOwnName(
  password: string,
  owner: { readonly name: string; readonly email: string },
): boolean {
  const typed = plain(password)
  const [local = '', domain = ''] = owner.email.split('@')
  const parts = [
    owner.name,
    owner.email,
    local,
    domain,
    ...`${owner.name} ${local}`.split(/[^\p{L}\p{N}]+/u),
  ]
  return parts
    .map(plain)
    .filter((part) => part.length >= SHORTEST && typed.includes(part))
    .some((part) => typed.replaceAll(part, '').length < ENOUGH_BESIDE)
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
