/** A keyboard whose keys are read as they arrive, and handled as the program can: Ctrl-C before all that waits. */
import {KeyQueue} from './key-queue.js';
import {withRead} from './keyboard.js';

/** A terminal gives 4 KB at once: where more comes, the next is there within this time, ms. */
const restWithin = 20;

/**
 * The keyboard, from which much text is read in slices, with what has arrived meanwhile looked through for Ctrl-C in
 * between. `onDropped`: told of so many characters that nobody can have meant them.
 */
export const withQueue = (
	keyboard: NodeJS.ReadStream,
	onDropped: (characters: number) => void,
): NodeJS.ReadStream => {
	const queue = new KeyQueue(onDropped);
	let isWaiting = false;
	let isDue = false;
	let hasArrived = false;

	const goOn = (): void => {
		const isComing = hasArrived;
		hasArrived = false;
		if (isComing && queue.isLong) {
			setTimeout(goOn, restWithin);
			return;
		}

		isWaiting = false;
		queue.settle();
		isDue = true;
		keyboard.emit('readable');
		isDue = false;
	};

	const wait = (): void => {
		isWaiting = true;
		setImmediate(goOn);
	};

	return withRead(keyboard, () => {
		let chunk: unknown;
		for (chunk = keyboard.read(); typeof chunk === 'string'; chunk = keyboard.read()) {
			queue.take(chunk);
			hasArrived = true;
		}

		if (queue.isQuit) {
			return queue.next();
		}

		const isNow = isDue || (!isWaiting && !queue.isLong);
		isDue = false;
		if (isNow && !queue.isEmpty) {
			return queue.next() ?? chunk;
		}

		if (!isWaiting && (queue.isLong || !queue.isEmpty)) {
			wait();
		}

		return chunk;
	});
};
