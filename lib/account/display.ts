export const THEMES = ['system', 'light', 'dark'] as const
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const
/** First-run hints. */
export const HINTS = ['ratings', 'sources', 'tomorrow'] as const

export type Theme = (typeof THEMES)[number]
export type TextSize = (typeof TEXT_SIZES)[number]
export type Hint = (typeof HINTS)[number]

/** How pages look. `system` follows the device. */
export type Look = { readonly theme: Theme; readonly text: TextSize }

export const USUAL_LOOK: Look = { theme: 'system', text: 'normal' }

/** How pages look to one person, and which hints they see. */
export type Display = {
  /** Null until they have chosen. */
  readonly look: Look | null
  readonly hintsOff: readonly Hint[]
  /** They have asked for the hints again, however much they have learned. */
  readonly hintsAsked: boolean
}

const EMPTY: Display = { look: null, hintsOff: [], hintsAsked: false }

/** From what is stored. What this release does not know is left out. */
export function displayOf(stored: unknown): Display {
  if (typeof stored !== 'object' || stored === null) return EMPTY
  const read: { look?: unknown; hintsOff?: unknown; hintsAsked?: unknown } = stored
  const off: readonly unknown[] = Array.isArray(read.hintsOff) ? read.hintsOff : []
  return {
    look: typeof read.look === 'string' ? lookIn(read.look) : null,
    hintsOff: HINTS.filter((hint) => off.includes(hint)),
    hintsAsked: read.hintsAsked === true,
  }
}

/** As it is stored. */
export const displayRow = ({ look, hintsOff, hintsAsked }: Display) => ({
  ...(look && { look: lookText(look) }),
  ...(hintsOff.length > 0 && { hintsOff: [...hintsOff] }),
  ...(hintsAsked && { hintsAsked }),
})

/** `dark.large`, as a cookie and an account keep it. */
export const lookText = ({ theme, text }: Look): string => `${theme}.${text}`

/** Null for what is no look. */
export function lookIn(kept: string): Look | null {
  const [first, second, ...rest] = kept.split('.')
  const theme = THEMES.find((each) => each === first)
  const text = TEXT_SIZES.find((each) => each === second)
  return theme && text && rest.length === 0 ? { theme, text } : null
}

/** Questions after which somebody needs no hints. */
const NEWCOMER_QUESTIONS = 60

/** The hints for somebody who has met so many questions. */
export const hintsFor = (
  { hintsOff, hintsAsked }: Display,
  questionsMet: number,
): readonly Hint[] =>
  hintsAsked || questionsMet < NEWCOMER_QUESTIONS
    ? HINTS.filter((hint) => !hintsOff.includes(hint))
    : []
