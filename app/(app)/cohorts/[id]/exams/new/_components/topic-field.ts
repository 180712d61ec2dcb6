/**
 * The prefix of the inputs for the number of questions of a topic. The id of the topic follows it.
 */
export const TOPIC_FIELD = 'topic:'
