import 'server-only'
import { statusOf } from '../../../cohort/learner-status'
import { reachOfCohort } from '../../../cohort/reach-of-cohort'
import { hardestFacts } from '../../../cohort/view/hardest-facts'
import { learnerTopics, topicQuestions } from '../../../cohort/view/learner-topics'
import { learnerLessons } from '../../../cohort/view/learner-view'
import { lessonRecordsOf } from '../../../db/study/lesson-progress'
import { rollUpsBetween } from '../../../db/study/study-days'
import { MINUTE_MS } from '../../../kernel/duration'
import { addDays, isoDate } from '../../../kernel/study-day'
import { YEAR_DAYS } from '../../../memory/log/year-of-days'
import { eachLearner } from './each-learner'
import { instant, rounded, table } from './table'

export const analystTopics = table({
  needs: 'analyst',
  load: (scope, input) =>
    eachLearner(scope, input, (scene, learner) => {
      const on = isoDate(learner.today)
      const reach = reachOfCohort(scene)
      const { topics } = learnerTopics(scene.course, learner, learner.today, reach)
      return topics.map((topic) => ({ ...topic, on, reach }))
    }),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Topic', value: ({ title }) => title },
    { head: 'On', value: ({ on }) => on },
    { head: 'Questions', value: ({ questions }) => questions },
    { head: 'Seen', value: ({ seen }) => seen },
    { head: 'Due', value: ({ due }) => due },
    { head: 'Recall if no review is done', value: ({ readiness }) => rounded(readiness.idle) },
    { head: 'Recall if the plan is kept', value: ({ readiness }) => rounded(readiness.planned) },
    { head: 'Depth', value: ({ reach }) => reach },
  ],
  coursesOf: ({ id }, courses) => [courses.part(id)],
})

/** All questions of the course, sorted by topic as on the page. */
export const analystQuestions = table({
  needs: 'analyst',
  load: (scope, input) =>
    eachLearner(scope, input, ({ course }, learner) =>
      course.catalogue.course.topics.flatMap((topic) =>
        topicQuestions(course, learner, topic.id, learner.today, 'all').map((question) => ({
          ...question,
          topic: topic.title,
        })),
      ),
    ),
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
    { head: 'Depth', value: ({ depth }) => depth },
  ],
  coursesOf: ({ id }, courses) => [courses.question(id)],
})

export const analystAssignments = table({
  needs: 'analyst',
  load: (scope, input) =>
    eachLearner(scope, input, (scene, learner) => statusOf(scene, learner).deadlines),
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
    { head: 'Depth', value: ({ assignment }) => assignment.reach },
  ],
  coursesOf: ({ assignment }, courses) => [courses.part(assignment.target.id)],
})

export const analystFacts = table({
  needs: 'analyst',
  load: (scope, input) =>
    eachLearner(scope, input, ({ course }, learner) => hardestFacts(course, learner)),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Fact', value: ({ id }) => id },
    { head: 'Statement', value: ({ statement }) => statement },
    { head: 'Lapses', value: ({ lapses }) => lapses },
    { head: 'Tested', value: ({ tested }) => tested },
    { head: 'Recalled', value: ({ recalled }) => recalled },
    { head: 'Predicted recall', value: ({ recall }) => rounded(recall) },
  ],
  coursesOf: ({ id }, courses) => [courses.fact(id)],
})

export const analystLessons = table({
  needs: 'analyst',
  load: (scope, input) =>
    eachLearner(scope, input, async ({ course }, { user }) =>
      learnerLessons(course, await lessonRecordsOf(user.id)),
    ),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Module', value: ({ moduleTitle }) => moduleTitle },
    { head: 'Lesson', value: ({ title }) => title },
    { head: 'Opened', value: ({ record }) => instant(record?.openedAt ?? null) },
    { head: 'Finished', value: ({ record }) => instant(record?.completedAt ?? null) },
    { head: 'By placement', value: ({ record }) => record && (record.skipped ? 'yes' : 'no') },
  ],
  coursesOf: ({ id }, courses) => [courses.part(id)],
})

export const analystDays = table({
  needs: 'analyst',
  load: (scope, input) =>
    eachLearner(scope, input, async (_, { user, today }) => {
      const days = await rollUpsBetween(user.id, addDays(today, 1 - YEAR_DAYS), today)
      return days
        .filter(({ reviews }) => reviews > 0)
        .map((day) => ({ ...day, date: isoDate(day.day) }))
    }),
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Study day', value: ({ date }) => date },
    { head: 'Answers', value: ({ reviews }) => reviews },
    { head: 'New questions', value: ({ introduced }) => introduced },
    { head: 'Tested', value: ({ retentionTotal }) => retentionTotal },
    { head: 'Recalled', value: ({ retentionPassed }) => retentionPassed },
    { head: 'Minutes', value: ({ durationMs }) => rounded(durationMs / MINUTE_MS) },
  ],
})
