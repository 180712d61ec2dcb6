/** What can be edited by itself: one entry of a list in a YAML file, or a whole file. */
export type Target = {
  /** Relative to the course folder. */
  readonly path: string
  /** The list that the entry stands in; null for a file that is one thing, such as a lesson. */
  readonly list: string | null
  readonly id: string
}

/** A thing as its file says it, before any schema. The text of a lesson is its field `body`. */
export type Fields = Readonly<Record<string, unknown>>

/** The one field of a file of the folder `images`: the name under which its bytes are kept. */
export const CONTENT = 'content'

/** The field of a lesson that is not in its front matter. */
export const BODY = 'body'
