import type { StorageState } from './storage-state'

const CAUSES: Readonly<Record<Exclude<StorageState, 'works'>, string>> = {
  full: 'Its storage is full. Free some space on this device.',
  forbidden: 'A private window or a setting forbids it for this address.',
  silent:
    'Its storage does not answer. It often helps to close other tabs or to restart the browser.',
  broken: 'Its storage has failed. It often helps to restart the browser.',
}

/** What is at risk while this browser keeps nothing, and what to do. */
export function storageWords(storage: Exclude<StorageState, 'works'>): string {
  return `${CAUSES[storage]} Each answer is sent to the server at once. Keep this tab open until it says “Saved”, because answers that have not arrived are lost when it closes.`
}
