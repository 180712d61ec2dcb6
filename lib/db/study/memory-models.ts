import 'server-only'
import { z } from 'zod'
import type { UserId } from '../../kernel/ids'
import type { MemoryModel } from '../../memory/model/memory-model'
import { database } from '../connection/client'
import { type Reading, reading } from '../connection/read-together'
import type { MemoryModel as MemoryModelRow } from '../generated/client'

export const toModel = (row: Omit<MemoryModelRow, 'userId' | 'createdAt'>): MemoryModel => ({
  version: row.version,
  weights: row.weights,
  desiredRetention: row.desiredRetention,
  learningStepsMin: row.learningStepsMin,
  relearningStepsMin: row.relearningStepsMin,
  maximumIntervalDays: row.maximumIntervalDays,
  fuzz: row.fuzz,
  leech: row.leechLapses === null ? null : { lapses: row.leechLapses, suspends: row.leechSuspends },
})

export const modelRow = z.object({
  version: z.string(),
  weights: z.array(z.number()),
  desiredRetention: z.number(),
  learningStepsMin: z.array(z.number()),
  relearningStepsMin: z.array(z.number()),
  maximumIntervalDays: z.number(),
  fuzz: z.boolean(),
  leechLapses: z.number().nullable(),
  leechSuspends: z.boolean(),
})

/** One of a person's own models; null when there is no such version. */
export const ownModel = (userId: UserId, version: string): Reading<MemoryModel | null> =>
  reading((json) => (json === null ? null : toModel(modelRow.parse(json))))`
    SELECT to_json(m) FROM "MemoryModel" m
    WHERE m."userId" = ${userId}::uuid AND m."version" = ${version}`

/** From a JSON list of a person's rows. */
export const modelsFrom = (json: unknown): readonly MemoryModel[] =>
  z.array(modelRow).parse(json).map(toModel)

/** Every model a person's answers ever had beside the shipped ones. */
export async function ownModelsOf(userId: UserId): Promise<MemoryModel[]> {
  return (await database().memoryModel.findMany({ where: { userId } })).map(toModel)
}

/** Harmless when the version is there already: a version never changes what it stands for. */
export async function insertModel(userId: UserId, model: MemoryModel, now: number): Promise<void> {
  const { leech, ...plain } = model
  const row = {
    userId,
    ...plain,
    leechLapses: leech?.lapses ?? null,
    leechSuspends: leech?.suspends ?? true,
    createdAt: new Date(now),
  }
  // As JSON: Prisma rounds the numbers of a list to 16 digits, and the version is a hash of them.
  await database().$executeRaw`
    INSERT INTO "MemoryModel"
    SELECT * FROM jsonb_populate_record(null::"MemoryModel", ${JSON.stringify(row)}::jsonb)
    ON CONFLICT DO NOTHING`
}
