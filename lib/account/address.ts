/** RFC 5321, section 4.5.3.1.3: a path has 256 octets, two of them its angle brackets. */
const MAX_LENGTH = 254
/** RFC 5321, section 4.5.3.1.1. */
const MAX_LOCAL_LENGTH = 64

/**
 * The one form of an address in which it is stored and compared: no spaces or other things around it,
 * small letters, and a domain such as `bücher.example` as mail servers write it, `xn--bcher-kva.example`.
 * People type, paste and import the same address in many ways, also with full-width characters. It
 * refuses nothing, so that sign-in can ask for any account by it; `addressFault` says what is wrong.
 */
export function addressForm(typed: string): string {
  const plain = typed
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(UNSEEN, '')
    .replace(/^(?:[\s<]|mailto:)+|[\s>.,;]+$/gi, '')
    .toLowerCase()
    .normalize('NFC')
  const at = plain.lastIndexOf('@')
  return at === -1 ? plain : `${plain.slice(0, at)}@${domainForm(plain.slice(at + 1))}`
}

/**
 * Why Steppe does not take an address that is in its form; null when it does. It takes what every mail
 * server can be given: RFC 5321's Dot-string before the @, without quotation marks, and a domain of at
 * least two labels. Letters outside ASCII before the @ need SMTPUTF8 on every server on the way, which
 * nobody can promise, so they are refused in words and not when the first mail is lost.
 */
export function addressFault(address: string): string | null {
  if (address === '') return 'Enter an e-mail address.'
  if (address.length > MAX_LENGTH) {
    return `An e-mail address has at most ${MAX_LENGTH} characters.`
  }
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (at > 0 && /[^\0-\x7f]/.test(local)) {
    return 'Before the @, this address has letters that many mail servers refuse. Use an address with only a to z, digits and signs there.'
  }
  const valid =
    at > 0 && local.length <= MAX_LOCAL_LENGTH && LOCAL.test(local) && DOMAIN.test(domain)
  return valid ? null : 'This is not a valid e-mail address. It needs the form name@place.'
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
/** The last label is no number, since four of those would be an IP address. */
const DOMAIN =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/

/** Joiners between letters outside ASCII belong to some domains; all else of no width does not. */
const UNSEEN =
  /(?![\t-\r\u200c\u200d])[\p{Cc}\p{Default_Ignorable_Code_Point}]|(?<=[\0-\x7f]|^)[\u200c\u200d]+|[\u200c\u200d]+(?=[\0-\x7f]|$)/gu

function domainForm(domain: string): string {
  if (!/^(?:[\p{L}\p{M}\p{N}.-]|\u200c|\u200d)+$/u.test(domain)) return domain
  // An ASCII domain stays as it is, even where it is wrong: accounts have been found by it before.
  if (/^[\0-\x7f]*$/.test(domain)) return domain
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain
}
