// The wire format of server actions is React's. Forms are all that our pages send (app/_forms), so this
// is all of it that may come in: the arguments as JSON, with a form as the last one.

/** Deeper or longer than any state of a form. */
const MOST_VALUES = 50_000
const DEEPEST = 40

/**
 * Whether the parts of a multipart body are what a form of ours sends to an action: with JavaScript to the
 * action that the header names, without it to the one that a hidden field names.
 *
 * @param {readonly (readonly [string, unknown])[]} entries name and value of each part
 * @param {{ named: boolean, isAction: (id: string) => boolean }} options `named`: by the header
 */
export function areActionParts(entries, { named, isAction }) {
  return named ? isCall(entries) : isPlainForm(entries, isAction)
}

/** @param {readonly (readonly [string, unknown])[]} entries */
function isCall(entries) {
  const roots = entries.filter(([name]) => name === '0')
  const others = entries.filter(([name]) => !/^_\d{1,4}_/.test(name) && name !== '0')
  if (roots.length !== 1 || others.length > 0) return false
  const args = parsed(roots[0]?.[1])
  if (!Array.isArray(args) || args.length < 2 || args.length > 6) return false
  const form = args.at(-1)
  const bound = args.slice(0, -2)
  return (
    typeof form === 'string' &&
    /^\$K\d{1,4}$/.test(form) &&
    bound.every((value) => typeof value === 'string' && isPlain(value)) &&
    isPlain(args.at(-2))
  )
}

/**
 * @param {readonly (readonly [string, unknown])[]} entries
 * @param {(id: string) => boolean} isAction
 */
function isPlainForm(entries, isAction) {
  const names = entries.flatMap(([name]) => (name.startsWith('$ACTION_') ? [name] : []))
  const direct = names.filter((name) => name.startsWith('$ACTION_ID_'))
  const referred = names.filter((name) => name.startsWith('$ACTION_REF_'))
  if (direct.length + referred.length !== 1) return false
  if (direct[0] !== undefined) return isAction(direct[0].slice('$ACTION_ID_'.length))
  const number = referred[0]?.slice('$ACTION_REF_'.length) ?? ''
  if (!/^\d{1,3}$/.test(number)) return false
  const chunks = new Map(
    entries.flatMap(([name, value]) => {
      const [, chunk] = name.match(/^\$ACTION_\d{1,3}:([0-9a-f]{1,3})$/) ?? []
      return chunk !== undefined && name.startsWith(`$ACTION_${number}:`)
        ? [/** @type {const} */ ([chunk, parsed(value)])]
        : []
    }),
  )
  const root = chunks.get('0')
  if (typeof root !== 'object' || root === null || !('id' in root) || !('bound' in root))
    return false
  if (typeof root.id !== 'string' || !isAction(root.id)) return false
  const bound =
    typeof root.bound === 'string' ? root.bound.match(/^\$@([0-9a-f]{1,3})$/)?.[1] : null
  if (root.bound !== null && bound === undefined) return false
  const isArguments = typeof bound !== 'string' || Array.isArray(chunks.get(bound))
  return isArguments && [...chunks].every(([chunk, value]) => chunk === '0' || isPlain(value))
}

/**
 * Whether it has nothing but plain data: React takes texts that begin with a dollar for more than text, and
 * doubles a dollar that is meant.
 *
 * @param {unknown} value
 */
function isPlain(value) {
  let left = MOST_VALUES
  /** @type {[unknown, number][]} */
  const waiting = [[value, 0]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [each, depth] = next
    left -= 1
    if (left < 0 || depth > DEEPEST || each === undefined) return false
    if (typeof each === 'string' && /^\$(?!\$|undefined$)/.test(each)) return false
    if (typeof each !== 'object' || each === null) continue
    if (Object.hasOwn(each, '__proto__')) return false
    for (const inner of Object.values(each)) waiting.push([inner, depth + 1])
  }
  return true
}

/**
 * @param {unknown} text
 * @returns {unknown} undefined for what is not JSON
 */
function parsed(text) {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
