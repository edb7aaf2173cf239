import {setTimeout as pause} from 'node:timers/promises';
import type {render} from 'ink-testing-library';

/** What `render` of ink-testing-library gives, as a terminal that has a size, and that frames can be waited for. */
export const steer = ({stdout, frames}: ReturnType<typeof render>) => ({
	resize(width: number, height: number) {
		Object.defineProperties(stdout, {
			columns: {value: width, configurable: true},
			rows: {value: height, configurable: true},
		});
		stdout.emit('resize');
	},
	/** Until everything has happened that waits for no time, and no more frames come. */
	async settle() {
		let seen = -1;
		let quiet = 0;
		while (quiet < 3) {
			await pause(1);
			quiet = seen === frames.length ? quiet + 1 : 0;
			seen = frames.length;
		}
	},
});
