import 'server-only'
import type { UserId } from '../kernel/ids'
import type { MemoryModel } from '../memory/model'
import { database } from './client'
import type { MemoryModel as MemoryModelRow } from './generated/client'

const toModel = (row: MemoryModelRow): MemoryModel => ({
  version: row.version,
  weights: row.weights,
  desiredRetention: row.desiredRetention,
  learningStepsMin: row.learningStepsMin,
  relearningStepsMin: row.relearningStepsMin,
  maximumIntervalDays: row.maximumIntervalDays,
  fuzz: row.fuzz,
  leech: row.leechLapses === null ? null : { lapses: row.leechLapses, suspends: row.leechSuspends },
})

/** Every model a person's answers ever had beside the shipped ones. */
export async function ownModelsOf(userId: UserId): Promise<MemoryModel[]> {
  return (await database().memoryModel.findMany({ where: { userId } })).map(toModel)
}

/** Harmless when the version is there already: a version never changes what it stands for. */
export async function insertModel(userId: UserId, model: MemoryModel, now: number): Promise<void> {
  const { leech, weights, learningStepsMin, relearningStepsMin, ...plain } = model
  await database().memoryModel.createMany({
    data: [
      {
        userId,
        ...plain,
        weights: [...weights],
        learningStepsMin: [...learningStepsMin],
        relearningStepsMin: [...relearningStepsMin],
        leechLapses: leech?.lapses ?? null,
        leechSuspends: leech?.suspends ?? true,
        createdAt: new Date(now),
      },
    ],
    skipDuplicates: true,
  })
}
