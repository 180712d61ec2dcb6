import type { Reading } from '@/lib/interop/roster/reading'

/** The step that the form for inviting many people has reached. Long lists are cut. */
export type RosterState =
  | (Faults & {
      readonly step: 'checked'
      readonly reading: Reading
      readonly sample: {
        readonly head: readonly string[] | null
        readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
      }
      readonly people: number
      /** How many names were written family name first, with a comma. */
      readonly turned: number
      readonly first: readonly {
        readonly line: number
        readonly name: string
        readonly email: string
      }[]
    })
  | (Faults & {
      readonly step: 'invited'
      readonly people: number
      readonly invited: readonly {
        readonly name: string
        readonly email: string
        readonly link: string
      }[]
      /** All people and their links as CSV text. */
      readonly csv: string
    })
  /** The server sends the links; nobody sees them here. */
  | (Faults & {
      readonly step: 'mailed'
      readonly people: number
      readonly invited: readonly { readonly name: string; readonly email: string }[]
    })

type Faults = { readonly faults: readonly RosterLine[]; readonly faultsInAll: number }

export type RosterLine = { readonly line: number; readonly text: string; readonly reason: string }
export type CheckedRoster = Extract<RosterState, { step: 'checked' }>
export type MailedRoster = Extract<RosterState, { step: 'mailed' }>
export type InvitedRoster = Extract<RosterState, { step: 'invited' }>
