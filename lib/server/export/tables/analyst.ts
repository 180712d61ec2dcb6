import 'server-only'
import { isoDate } from '../../../kernel/study-day'
import { requireCourse } from '../../current-course'
import { eachAnalyst } from './each-analyst'
import { instant, rounded, table } from './table'

export const analystTopics = table({
  needs: 'analyst',
  load: (input) =>
    eachAnalyst(input, ({ topics, on }) => topics.map((topic) => ({ ...topic, on }))),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Topic', value: ({ title }) => title },
    { head: 'On', value: ({ on }) => on },
    { head: 'Questions', value: ({ questions }) => questions },
    { head: 'Seen', value: ({ seen }) => seen },
    { head: 'Due', value: ({ due }) => due },
    { head: 'Recall if no review is done', value: ({ readiness }) => rounded(readiness.idle) },
    { head: 'Recall if the plan is kept', value: ({ readiness }) => rounded(readiness.planned) },
  ],
})

/** Every question of the course, by topic as the page shows them. */
export const analystQuestions = table({
  needs: 'analyst',
  load: async (input) => {
    const { catalogue } = await requireCourse()
    const topics = await Promise.all(
      catalogue.course.topics.map(({ id }) =>
        eachAnalyst({ ...input, topic: id }, ({ topic }) =>
          (topic?.questions ?? []).map((each) => ({ ...each, topic: topic?.title ?? '' })),
        ),
      ),
    )
    return topics.flat()
  },
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Topic', value: ({ topic }) => topic },
    { head: 'Question', value: ({ id }) => id },
    { head: 'Prompt', value: ({ prompt }) => prompt },
    { head: 'Seen', value: ({ seen }) => (seen ? 'yes' : 'no') },
    { head: 'Suspended', value: ({ suspended }) => (suspended ? 'yes' : 'no') },
    { head: 'Recall if no review is done', value: ({ readiness }) => rounded(readiness.idle) },
    { head: 'Recall if the plan is kept', value: ({ readiness }) => rounded(readiness.planned) },
    { head: 'Next review', value: ({ due }) => due },
    { head: 'Lapses', value: ({ lapses }) => lapses },
  ],
})

export const analystAssignments = table({
  needs: 'analyst',
  load: (input) => eachAnalyst(input, ({ standing }) => standing.deadlines),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Assignment', value: ({ title }) => title },
    { head: 'Due', value: ({ dueDay }) => isoDate(dueDay) },
    { head: 'Extended', value: ({ extended }) => (extended ? 'yes' : 'no') },
    { head: 'Asked', value: ({ assignment }) => assignment.targetReadiness },
    { head: 'Ready today', value: ({ today }) => rounded(today) },
    { head: 'When due, without a review', value: ({ onDay }) => rounded(onDay.idle) },
    { head: 'When due, plan kept', value: ({ onDay }) => rounded(onDay.planned) },
    { head: 'When due, at the present pace', value: ({ atPace }) => rounded(atPace) },
  ],
})

export const analystFacts = table({
  needs: 'analyst',
  load: (input) => eachAnalyst(input, ({ hardest }) => hardest),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Fact', value: ({ id }) => id },
    { head: 'Statement', value: ({ statement }) => statement },
    { head: 'Lapses', value: ({ lapses }) => lapses },
    { head: 'Tested', value: ({ tested }) => tested },
    { head: 'Recalled', value: ({ recalled }) => recalled },
    { head: 'Predicted recall', value: ({ recall }) => rounded(recall) },
  ],
})

export const analystLessons = table({
  needs: 'analyst',
  load: (input) => eachAnalyst(input, ({ lessons }) => lessons),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Module', value: ({ moduleTitle }) => moduleTitle },
    { head: 'Lesson', value: ({ title }) => title },
    { head: 'Opened', value: ({ record }) => instant(record?.openedAt ?? null) },
    { head: 'Finished', value: ({ record }) => instant(record?.completedAt ?? null) },
    { head: 'By placement', value: ({ record }) => record && (record.skipped ? 'yes' : 'no') },
  ],
})

export const analystDays = table({
  needs: 'analyst',
  load: (input) => eachAnalyst(input, ({ year }) => year.filter(({ reviews }) => reviews > 0)),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Study day', value: ({ date }) => date },
    { head: 'Answers', value: ({ reviews }) => reviews },
    { head: 'New questions', value: ({ introduced }) => introduced },
    { head: 'Tested', value: ({ retentionTotal }) => retentionTotal },
    { head: 'Recalled', value: ({ retentionPassed }) => retentionPassed },
    { head: 'Minutes', value: ({ durationMs }) => rounded(durationMs / 60_000) },
  ],
})
