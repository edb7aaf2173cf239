/** Future happenings, soonest last, so that taking the next one is cheap. */
import type {Simulation} from './model.js';

/** Schedules something for second `at`; happenings of the same second occur in the order of scheduling. */
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

/** Runs everything that is due. */
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
