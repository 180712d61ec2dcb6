import { later } from '@/app/_study/later'

/** Nothing was done before the first card. */
const load = () => import('./last-done')
export const lastDone = later(async () => (await load()).LastDone)
export const undoControl = later(async () => (await load()).UndoControl)
