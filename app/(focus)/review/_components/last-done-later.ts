import { later } from '@/app/_study/later'

/** Nothing was done before the first card. */
export const lastDone = later(async () => (await import('./last-done')).LastDone)
