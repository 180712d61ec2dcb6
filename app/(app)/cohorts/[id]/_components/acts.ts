/** What is done with several analysts at once. */
export const ACTS = ['extend', 'message', 'move'] as const
export type Act = (typeof ACTS)[number]

export const ACT_TITLES: Readonly<Record<Act, string>> = {
  extend: 'Extend a due date',
  message: 'Send a message',
  move: 'Move to another cohort',
}
