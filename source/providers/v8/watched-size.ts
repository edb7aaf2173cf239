/**
 * How much there is to do for V8, as far as the size of what is watched tells: a cluster that is always large is worth other
 * settings than a flood, which is gone before they pay.
 */

/** Clusters of so many subtasks are large. */
const manySubtasks = 6000;

/** A cluster is steady once so many answers in a row are about so many subtasks. */
const answersOn = 3;
const largeAnswer = 1000;

/** The number of subtasks of each cluster that is watched, and how many of its last answers were large. */
const sizes = new Map<symbol, number>();
const largeAnswers = new Map<symbol, number>();

/** Whether all clusters that are watched have many subtasks together. */
export const isLarge = (): boolean => sizes.values().reduce((sum, size) => sum + size, 0) >= manySubtasks;

/** Whether some cluster gives one large answer after another. */
export const isSteady = (): boolean => largeAnswers.values().some(answers => answers >= answersOn);

/** Called with the number of subtasks in each answer of a watched cluster. */
export const heedAnswer = (watch: symbol, subtasks: number): void => {
	largeAnswers.set(watch, subtasks < largeAnswer ? 0 : (largeAnswers.get(watch) ?? 0) + 1);
};

/** Called with the number of subtasks in each view of a watched cluster. */
export const heedSize = (watch: symbol, subtasks: number): void => {
	sizes.set(watch, subtasks);
};

/** Called at the end of a watch. */
export const heedEnd = (watch: symbol): void => {
	sizes.delete(watch);
	largeAnswers.delete(watch);
};
