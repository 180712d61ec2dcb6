import type { Hint } from '@/lib/account/display'

export const HINT_TEXTS: Readonly<Record<Hint, { readonly title: string; readonly text: string }>> =
  {
    ratings: {
      title: 'How to rate',
      text: 'Again: you did not recall it. Hard: only with effort. Good: you recalled it. Easy: at once. The time on each button says when the question comes back.',
    },
    sources: {
      title: 'Where answers come from',
      text: 'Below each answer stand the paragraph of the source it rests on and the date for which it holds. Press the source to read about it.',
    },
    tomorrow: {
      title: 'What tomorrow brings',
      text: 'Each answer decides when its question returns. “Coming days” below shows how many are due, and how many new ones wait. A few minutes every day keep more than an hour a week.',
    },
  }
