import { TooLateError } from './patience'

/** Whether this browser keeps answers, and if not, why. */
export type StorageState = 'works' | 'full' | 'forbidden' | 'silent' | 'broken'

export function storageStateAfter(error: unknown): StorageState {
  if (error instanceof TooLateError) return 'silent'
  if (!(error instanceof DOMException)) return 'broken'
  switch (error.name) {
    case 'QuotaExceededError':
      return 'full'
    case 'SecurityError':
    case 'NotAllowedError':
      return 'forbidden'
    default:
      return 'broken'
  }
}
