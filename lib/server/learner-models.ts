import 'server-only'
import { createHash } from 'node:crypto'
import { type User, updateModelVersion } from '../db/people/users'
import { insertModel, ownModelsOf } from '../db/study/memory-models'
import type { MemoryModel } from '../memory/model/memory-model'
import { DEFAULT_MODEL, type ModelOf, shippedModel } from '../memory/model/shipped-models'

/** Finds the shipped models and a person's own. Reads nothing for those who never changed theirs. */
export async function modelsOf(user: Pick<User, 'id' | 'modelVersion'>): Promise<ModelOf> {
  return user.modelVersion === null ? shippedModel : modelsAmong(await ownModelsOf(user.id))
}

/** Finds the shipped models and these. */
export function modelsAmong(own: readonly MemoryModel[]): ModelOf {
  if (own.length === 0) return shippedModel
  const byVersion = new Map(own.map((model) => [model.version, model]))
  return (version) => shippedModel(version) ?? byVersion.get(version) ?? null
}

/** What a person's new answers are scheduled with. */
export async function currentModel(user: Pick<User, 'id' | 'modelVersion'>): Promise<MemoryModel> {
  return presentModel(user, await modelsOf(user))
}

/** The same from models that were already read. Throws when the model is missing. */
export function presentModel(user: Pick<User, 'modelVersion'>, models: ModelOf): MemoryModel {
  if (user.modelVersion === null) return DEFAULT_MODEL
  const model = models(user.modelVersion)
  if (model === null) throw new Error(`Memory model ${user.modelVersion} is missing`)
  return model
}

/**
 * From now on answers are scheduled with the person's present model with these `changes`. Cards keep
 * the due days they have; the log keeps the versions it names.
 */
export async function changeModel(
  user: Pick<User, 'id' | 'modelVersion'>,
  changes: Partial<Omit<MemoryModel, 'version' | 'fuzz'>>,
  now: number,
): Promise<void> {
  const changed = { ...(await currentModel(user)), ...changes }
  const version = versionOf(changed)
  if (shippedModel(version) === null) await insertModel(user.id, { ...changed, version }, now)
  if (version !== (user.modelVersion ?? DEFAULT_MODEL.version)) {
    await updateModelVersion(user.id, version)
  }
}

/** The same parameters have the same version: the shipped one's, or a hash. */
function versionOf({ version: _, ...parameters }: MemoryModel): string {
  const { version: shipped, ...usual } = DEFAULT_MODEL
  const text = canonical(parameters)
  if (text === canonical(usual)) return shipped
  return `fsrs6-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}

const canonical = (parameters: Omit<MemoryModel, 'version'>): string =>
  JSON.stringify([
    parameters.weights,
    parameters.desiredRetention,
    parameters.learningStepsMin,
    parameters.relearningStepsMin,
    parameters.maximumIntervalDays,
    parameters.fuzz,
    parameters.leech && [parameters.leech.lapses, parameters.leech.suspends],
  ])
