/** The views of workers, and of tasks that a list no longer names. */
import type {Worker} from '../../providers/provider.js';
import type {RelayView, SourceView, UnlistedTask, WorkerView} from '../view.js';

type RelayOfSource = RelayView & {readonly source: string};

/** The workers with the relays that they pull. */
export const viewWorkers = (
	workers: readonly Worker[],
	sources: readonly SourceView[],
): readonly WorkerView[] => {
	const pulled = new Map<string, RelayOfSource>();
	for (const {source, relays = []} of sources) {
		for (const relay of relays) {
			pulled.set(relay.worker, {...relay, source});
		}
	}

	return workers.map(worker => {
		const pulls = pulled.get(worker.name);
		return pulls ? {...worker, pulls} : worker;
	});
};

/** True when both are equal. */
export const isSameWorker = (left: WorkerView, right: WorkerView): boolean =>
	left === right ||
	(left.name === right.name &&
		left.address === right.address &&
		left.stage === right.stage &&
		left.source === right.source &&
		left.pulls?.source === right.pulls?.source &&
		left.pulls?.relay === right.pulls?.relay &&
		left.pulls?.metrics === right.pulls?.metrics);

/** The newest first. */
export const viewUnlisted = (unlisted: ReadonlyMap<string, UnlistedTask>): readonly UnlistedTask[] =>
	unlisted
		.values()
		.toArray()
		.toSorted((left, right) => right.at - left.at);
