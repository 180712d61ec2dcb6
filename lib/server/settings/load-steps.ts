import 'server-only'
import type { StepSettings } from '../../memory/model/memory-model'
import { currentModel } from '../learner-models'
import type { LearnerScope } from '../scope'

/** The steps and the longest interval that this person's new answers are scheduled with. */
export async function loadSteps({ user }: LearnerScope): Promise<StepSettings> {
  const { learningStepsMin, relearningStepsMin, maximumIntervalDays } = await currentModel(user)
  return { learningStepsMin, relearningStepsMin, maximumIntervalDays }
}
