import 'server-only'
import { database } from '../connection/client'

/** Which fold the stored cards and study days are from; 0 when nobody ever noted it. */
export async function projectionVersion(): Promise<number> {
  return (await database().projectionState.findUnique({ where: { id: 1 } }))?.version ?? 0
}

export async function noteProjection(version: number, now: number): Promise<void> {
  const state = { version, rebuiltAt: new Date(now) }
  await database().projectionState.upsert({
    where: { id: 1 },
    create: { id: 1, ...state },
    update: state,
  })
}
