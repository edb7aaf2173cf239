/** What is due later: kept soonest last, so that taking the next one is cheap. */
import type {Simulation} from './model.js';

/** Lets something happen at second `at`; what is due at the same second happens in the order it was put down. */
export const schedule = (simulation: Simulation, at: number, run: (simulation: Simulation) => void): void => {
	if (!Number.isFinite(at)) {
		return;
	}

	const {agenda} = simulation;
	simulation.scheduled += 1;
	let index = agenda.length;
	while (index > 0 && (agenda[index - 1]?.at ?? 0) <= at) {
		index -= 1;
	}

	agenda.splice(index, 0, {at, run});
};

/** Lets happen what is due by now. */
export const runAgenda = (simulation: Simulation): void => {
	for (;;) {
		const next = simulation.agenda.at(-1);
		if (next === undefined || next.at > simulation.now) {
			return;
		}

		simulation.agenda.pop();
		next.run(simulation);
	}
};
