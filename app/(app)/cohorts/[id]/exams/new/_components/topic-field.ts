/** Beginning of the names of the inputs that say how many questions of a topic; its id follows. */
export const TOPIC_FIELD = 'topic:'
