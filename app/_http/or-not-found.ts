import 'server-only'
import { notFound } from 'next/navigation'
import { AppError } from '@/lib/kernel/app-error'

/** What `load` gives; the 404 page where a verb says not_found. */
export async function orNotFound<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
