import 'server-only'
import { notFound } from 'next/navigation'
import { AppError } from '@/lib/kernel/app-error'
import { noteRefused } from '@/lib/observe/note-request'

/** Returns what `load` returns, or shows the 404 page if a verb refuses with not_found. */
export async function orNotFound<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not_found')) throw error
    noteRefused(error.code)
    notFound()
  }
}
