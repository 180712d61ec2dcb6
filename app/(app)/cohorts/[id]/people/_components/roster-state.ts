/** The step that the form for inviting many people has reached. */
export type RosterState =
  | {
      readonly step: 'checked'
      readonly text: string
      readonly rows: readonly { readonly name: string; readonly email: string }[]
      readonly faults: readonly RosterLine[]
    }
  | {
      readonly step: 'invited'
      readonly faults: readonly RosterLine[]
      readonly invited: readonly {
        readonly name: string
        readonly email: string
        readonly link: string
      }[]
      /** The same people and links as CSV text. */
      readonly csv: string
    }

export type RosterLine = { readonly line: number; readonly text: string; readonly reason: string }
