/** How the time of something grows with its size: a time by itself says nothing. */
import process from 'node:process';

/** Below this a time says nothing, ms. */
const noise = 20;

/** The least time of several, ms of this process alone. */
const costOf = (use: () => unknown): number => {
	let least = Infinity;
	for (let times = 0; times < 3 && least > noise; times++) {
		const began = process.cpuUsage();
		use();
		const {user, system} = process.cpuUsage(began);
		least = Math.min(least, (user + system) / 1000);
	}

	return least;
};

/** How much larger the large one is. */
export const growth = 16;

/** A linear time grows by as much as the size, give or take what the machine does; that of the square by 256. */
export const mostGrowth = 100;

/** How many times longer the large one takes; 0 where both are too quick to tell. */
export const growthOf = <Size>(use: (size: Size) => unknown, small: Size, large: Size): number => {
	const cost = costOf(() => use(large));
	return cost > noise ? cost / costOf(() => use(small)) : 0;
};
