/** A master or a worker as a row. */
import type {Finding} from '../../findings/finding.js';
import {say} from '../../language/say.js';
import type {Health} from '../../monitor/health.js';
import type {RelayView, SourceView, WorkerView} from '../../monitor/view.js';
import type {Master} from '../../providers/provider.js';
import type {Drawing} from '../drawing.js';

/** A master or worker, with everything that its row shows. */
export type Member = {
	readonly kind: 'master' | 'worker';
	readonly name: string;
	readonly address: string;
	readonly stage: string;
	/** The source that it serves, or pulls the relay of; '' for none. */
	readonly source: string;
	readonly health: Health;
	/** Worst first. */
	readonly findings: readonly Finding[];
	/** The view of that source, if it serves it. */
	readonly serving?: SourceView;
	/** The relay log that it pulls. */
	readonly pulled?: RelayView;
	/** Its relay: a stage, "off" where an answer says so, "unknown", or '' where it has none to pull. */
	readonly relay: string;
	/** Whether the stage of its relay is only the last known: its source does not answer. */
	readonly isRelayOld: boolean;
};

/** Whether a source that has a worker does not answer. */
export const isUnanswered = ({condition: {kind}, stale}: SourceView): boolean =>
	kind === 'silent' || (kind === 'fresh' && stale !== '');

/** The stage as its row shows it: "bound" alone would be misleading for a worker whose source does not answer. */
export const wordOf = ({serving, stage}: Member): string =>
	serving && isUnanswered(serving) ? say('no answer') : stage;

/** Only an answer of the source that it serves shows that its relay is off. */
const relayWord = ({stage, pulls}: WorkerView, serving: SourceView | undefined): string => {
	if (pulls) {
		return pulls.relay.stage;
	}

	if (stage === 'relay') {
		return 'unknown';
	}

	return serving ? (serving.relays === undefined || isUnanswered(serving) ? 'unknown' : 'off') : '';
};

const isRelayOld = ({pulls}: WorkerView, known: ReadonlyMap<string, SourceView>): boolean => {
	const source = pulls && known.get(pulls.source);
	return source !== undefined && isUnanswered(source);
};

const workerOf = (
	worker: WorkerView,
	known: ReadonlyMap<string, SourceView>,
): Omit<Member, 'health' | 'findings'> => {
	const serving = worker.stage === 'bound' ? known.get(worker.source) : undefined;
	return {
		kind: 'worker',
		...worker,
		source: worker.source === '' ? (worker.pulls?.source ?? '') : worker.source,
		serving,
		pulled: worker.pulls,
		relay: relayWord(worker, serving),
		isRelayOld: isRelayOld(worker, known),
	};
};

const stageOfMaster = ({alive, name}: Master, leader: string | undefined): Pick<Member, 'stage'> => ({
	stage: alive ? (name === leader ? 'leader' : 'follower') : 'offline',
});

/** All of them, masters first. */
export const membersOf = (cluster: Drawing['cluster']): readonly Member[] => {
	const {masters, workers, leader, sources, diagnosis} = cluster;
	const known = new Map(sources.map(source => [source.source, source]));
	return [
		...masters.map((master): Member => ({
			kind: 'master',
			name: master.name,
			address: master.addresses.join(' '),
			...stageOfMaster(master, leader),
			source: '',
			relay: '',
			isRelayOld: false,
			health: diagnosis.health(master),
			findings: diagnosis.ofMaster(master.name),
		})),
		...workers.map((worker): Member => ({
			...workerOf(worker, known),
			health: diagnosis.health(worker),
			findings: diagnosis.ofWorker(worker.name),
		})),
	];
};
