import 'server-only'
import { notFound } from 'next/navigation'
import { AppError } from '@/lib/kernel/app-error'

/** Returns what `load` returns, or shows the 404 page if a verb refuses with not_found. */
export async function orNotFound<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
