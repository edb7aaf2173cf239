/** `operate-source`: which worker serves which source; adding a source, and removing one without tasks. */
import {sourceOps} from '../../../dm/enums.js';
import {terrorText} from '../../errors/terror.js';
import {addSource} from '../../cluster/create.js';
import {bindFree, unbind} from '../../cluster/members.js';
import {pullersOf} from '../../cluster/relay.js';
import {sourceIn} from '../../documents/read-source.js';
import {memberOf} from '../../model/enum.js';
import type {Simulation, SourceModel} from '../../model/model.js';
import {told, together, type Poll, type Underway, refusedAtOnce} from '../answer.js';
import {refusals} from '../refusals.js';

/** Pb.OperateSourceRequest */
export type SourceRequest = {
	readonly kind: 'source';
	/** Pb.SourceOp, by name or number. */
	readonly op: string | number;
	/** Configurations, YAML. */
	readonly configs?: readonly string[];
	/** Names, besides those in the configurations. */
	readonly names?: readonly string[];
};

const entry = (name: string, worker: string, noWorker: string): Poll =>
	told({result: true, msg: worker === '' ? noWorker : '', source: name, worker});

const listed = (polls: readonly Poll[]): Underway =>
	together(polls, sources => ({result: true, msg: '', sources}));

const noFreeWorker = 'source is added but there is no free worker to bound';

const show = ({sources}: Simulation, names: readonly string[]): Underway => {
	const asked = names.length === 0 ? sources.keys().toArray() : names;
	return listed(asked.map(name => entry(name, sources.get(name)?.worker ?? '', noFreeWorker)));
};

const hasTasks = (source: SourceModel): string =>
	terrorText({
		code: 46_010,
		class: 'dm-master',
		scope: 'internal',
		level: 'medium',
		message: `source with name ${source.name} need to operate has existing tasks [${source.subtasks.map(({task}) => task.name).join(' ')}]`,
		workaround: 'Please `stop-task` first.',
	});

const stop = (simulation: Simulation, names: readonly string[]): Underway => {
	const stopped: Poll[] = [];
	for (const name of names) {
		const source = simulation.sources.get(name);
		if (source === undefined) {
			return refusedAtOnce(refusals.noSource(name));
		}

		if (source.subtasks.length > 0) {
			return refusedAtOnce(hasTasks(source));
		}

		const pulling = pullersOf(simulation, source);
		if (pulling.length > 0) {
			return refusedAtOnce(refusals.relayExists(name, pulling));
		}

		stopped.push(
			entry(name, source.worker, "source is stopped and hasn't bound to worker before being stopped"),
		);
		unbind(simulation, source);
		simulation.sources.delete(name);
	}

	return listed(stopped);
};

const start = (simulation: Simulation, configs: readonly string[]): Underway => {
	const specs = configs.map(config => sourceIn(simulation, config));
	for (const spec of specs) {
		if (typeof spec === 'string') {
			return refusedAtOnce(spec);
		}

		if (simulation.sources.has(spec.name)) {
			return refusedAtOnce(refusals.sourceExists(spec.name));
		}
	}

	const added = specs.flatMap(spec => (typeof spec === 'string' ? [] : [addSource(simulation, spec)]));
	bindFree(simulation);
	return listed(added.map(source => entry(source.name, source.worker, noFreeWorker)));
};

/** Carries out the operation (pb.OperateSourceResponse). */
export const operateSource = (
	simulation: Simulation,
	{op, configs = [], names = []}: SourceRequest,
): Underway => {
	const configured = (): string[] =>
		configs.flatMap(config => {
			const spec = sourceIn(simulation, config);
			return typeof spec === 'string' ? [] : [spec.name];
		});
	const known = memberOf(sourceOps, op);
	switch (known) {
		case 'ShowSource': {
			return show(simulation, [...names, ...configured()]);
		}

		case 'StopSource': {
			return stop(simulation, [...names, ...configured()]);
		}

		case 'UpdateSource': {
			return refusedAtOnce('Update worker config is not supported by dm-ha now');
		}

		case 'StartSource': {
			return start(simulation, configs);
		}

		default: {
			return refusedAtOnce(refusals.invalidOp(known ?? String(op), 'source'));
		}
	}
};
