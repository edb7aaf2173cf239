/**
 * Why an operation on a source is impossible in its current state.
 */
import {sourceNotBound} from '../../dm/status.js';
import type {ClusterView, SourceView} from '../../monitor/view.js';
import type {SourceOperation} from '../../providers/operation.js';
import {findSource} from '../target.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';
import {refusalOfSource} from './names.js';

/**
 * The workers that can take over a source, the best first: one that already pulls its relay log, then the free ones. DM
 * refuses one that pulls another source's relay log (46031); where that is unknown, DM decides.
 */
export const transferTargets = (source: string, {workers}: ClusterView): readonly string[] => [
	...workers
		.filter(({stage, pulls}) => stage === 'relay' && (pulls === undefined || pulls.source === source))
		.map(({name}) => name),
	...workers.filter(({stage}) => stage === 'free').map(({name}) => name),
];

const refusalOfTransfer = (
	{source, worker}: {readonly source: string; readonly worker: string},
	cluster: ClusterView,
): string | undefined => {
	const free = transferTargets(source, cluster);
	const known = cluster.workers.find(({name}) => name === worker);
	if (free.includes(worker)) {
		return undefined;
	}

	if (known?.source === source && known.stage === 'bound') {
		return say('{worker} already serves {source}.', {worker, source});
	}

	const others =
		free.length === 0 ? say('no worker is free') : say('it can go to {names}', {names: listNames(free)});
	if (!known) {
		return worker === '' && free.length === 0
			? say('No worker is free to take {source}.', {source})
			: say('There is no worker {worker}; {others}.', {worker, others});
	}

	return known.stage === 'bound'
		? say('{worker} is bound to {source}; {others}.', {worker, source: known.source, others})
		: say('{worker} is {stage}; {others}.', {worker, stage: known.stage, others});
};

/** Where nothing is known about relays, DM decides. */
const hasNoRelay = ({relay, relays}: SourceView): boolean => !relay && relays?.length === 0;

const refusalOfRelay = (operation: SourceOperation, source: SourceView): string | undefined => {
	const name = source.source;
	if (operation.kind === 'enable-relay') {
		return source.worker === sourceNotBound && operation.workers.length === 0
			? say('{source} has no worker that could pull its relay.', {source: name})
			: undefined;
	}

	if (hasNoRelay(source)) {
		return say('{source} has no relay.', {source: name});
	}

	return operation.kind === 'purge-relay' && operation.before === ''
		? say('Give the binlog file to purge up to, such as mysql-bin.000003.')
		: undefined;
};

/** Why the operation on its source is impossible; undefined when it is possible. */
export const refusalOnSource = (operation: SourceOperation, cluster: ClusterView): string | undefined => {
	const source = findSource(cluster, operation.source);
	if (!source) {
		return refusalOfSource(operation.source, cluster);
	}

	switch (operation.kind) {
		case 'transfer-source': {
			return refusalOfTransfer(operation, cluster);
		}

		case 'enable-source':
		case 'disable-source': {
			return undefined;
		}

		default: {
			return refusalOfRelay(operation, source);
		}
	}
};
