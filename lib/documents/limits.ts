/** What is read of a file at most. */
export const DOCUMENT_LIMITS = {
  bytes: 20 * 1024 * 1024,
  pages: 1000,
  characters: 400_000,
  /** All that a .docx holds, pictures among it. */
  unpackedBytes: 100 * 1024 * 1024,
  files: 5000,
  memoryMb: 512,
  seconds: 60,
} as const
