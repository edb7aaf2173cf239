/** `PUT /apis/v1alpha1/sources`: which worker serves which source; and taking a source away that has no tasks. */
import {terrorText} from '../../errors/terror.js';
import type {Json} from '../../answers/json.js';
import {unbind} from '../../model/members.js';
import type {Simulation, Source} from '../../model/model.js';
import {refusals} from '../../operations/refusals.js';

/** Pb.SourceOp */
export const sourceOps = {
	InvalidSourceOp: 0,
	StartSource: 1,
	UpdateSource: 2,
	StopSource: 3,
	ShowSource: 4,
} as const;

export type SourceMessage = {readonly op?: number; readonly sourceID?: readonly string[]};

const refuse = (message: string): Json => ({result: false, msg: message, sources: []});

const entryOf = (
	{name, worker}: {readonly name: string; readonly worker: string},
	noWorker: string,
): Json => ({
	result: true,
	msg: worker === '' ? noWorker : '',
	source: name,
	worker,
});

const show = ({sources}: Simulation, names: readonly string[]): Json => {
	const asked = names.length === 0 ? sources.keys().toArray() : names;
	return {
		result: true,
		msg: '',
		sources: asked.map(name =>
			entryOf(
				{name, worker: sources.get(name)?.worker ?? ''},
				'source is added but there is no free worker to bound',
			),
		),
	};
};

const hasTasks = (source: Source): string =>
	terrorText({
		code: 46_010,
		class: 'dm-master',
		scope: 'internal',
		level: 'medium',
		message: `source with name ${source.name} need to operate has existing tasks [${source.subtasks.map(({task}) => task.name).join(' ')}]`,
		workaround: 'Please `stop-task` first.',
	});

const stop = (simulation: Simulation, names: readonly string[]): Json => {
	const stopped: Json[] = [];
	for (const name of names) {
		const source = simulation.sources.get(name);
		if (source === undefined) {
			return refuse(refusals.noSource(name));
		}

		if (source.subtasks.length > 0) {
			return refuse(hasTasks(source));
		}

		stopped.push(entryOf(source, "source is stopped and hasn't bound to worker before being stopped"));
		unbind(simulation, source);
		simulation.sources.delete(name);
	}

	return {result: true, msg: '', sources: stopped};
};

const invalidOp = (op: number): string => {
	const name = Object.entries(sourceOps).find(([, value]) => value === op)?.[0] ?? String(op);
	return refusals.invalidOp(name, 'source');
};

/** Carries out the operation and gives DM's answer (pb.OperateSourceResponse). */
export const operateSource = (simulation: Simulation, {op = 0, sourceID = []}: SourceMessage): Json => {
	switch (op) {
		case sourceOps.ShowSource: {
			return show(simulation, sourceID);
		}

		case sourceOps.StopSource: {
			return stop(simulation, sourceID);
		}

		case sourceOps.UpdateSource: {
			return refuse('Update worker config is not supported by dm-ha now');
		}

		case sourceOps.StartSource: {
			return refuse('a simulation has only the sources of its scenario: none can be added');
		}

		default: {
			return refuse(invalidOp(op));
		}
	}
};
