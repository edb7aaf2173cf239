/**
 * Opens the provider that the flags name, recorded if they say so.
 */
import type {Readable} from 'node:stream';
import {say} from '../../language/say.js';
import {ownVersion} from '../../modes/version.js';
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import type {Exports, OwnModules} from '../../providers/module/own-api.js';
import type {Provider, Problem} from '../../providers/provider.js';
import type {Replay} from '../../providers/recording/replay/replay.js';
import type {Flags, Recording} from '../command-line/flags.js';
import type {Origin} from '../command-line/origin.js';

/** What a provider may import where there are no files beside the program. */
const ownModules = async (): Promise<OwnModules> =>
	new Map<string, Exports>([
		['dm-top', await import('../../index.js')],
		['dm-top/provider', await import('../../provider.js')],
		['dm-top/terminal', await import('../../terminal.js')],
	]);

/** The provider of an origin; `input` opens standard input. Only the modules that it needs are loaded. */
export const openProvider = async (
	origin: Origin,
	{deadline}: Flags,
	input: () => Readable,
): Promise<Provider> => {
	switch (origin.kind) {
		case 'http': {
			const {openHttpProvider} = await import('../../providers/dm-master/open.js');
			return openHttpProvider({addresses: origin.addresses, tls: origin.tls, deadline});
		}

		case 'file': {
			if (origin.path === '-') {
				const {createStreamProvider} = await import('../../providers/file/stream.js');
				return createStreamProvider({stream: input(), title: say('standard input')});
			}

			const {createFileProvider} = await import('../../providers/file/file.js');
			return createFileProvider({path: origin.path});
		}

		case 'simulator': {
			const {createSimulatorProvider} = await import('../../simulator/simulator.js');
			return createSimulatorProvider({scenario: origin.scenario, seed: origin.seed, speed: origin.speed});
		}

		case 'replay': {
			const {openReplay} = await import('../../providers/recording/replay/replay.js');
			return openReplay(origin.path);
		}

		case 'module': {
			const {loadProvider} = await import('../../providers/module/load.js');
			return loadProvider(origin.path, import.meta.singleFile && (await ownModules()));
		}
	}
};

/** Only a replay has a position. */
export const isReplay = (provider: Provider): provider is Replay =>
	provider.name === 'replay' && 'seek' in provider;

/** The same provider, with its observations and operations written to a file. */
export const recorded = async (
	provider: Provider,
	{recording, name}: {readonly recording: Recording; readonly name: string},
	onProblem: (problem: Problem | undefined) => void,
): Promise<Provider> => {
	const {recordProvider} = await import('../../providers/recording/record-provider.js');
	return recordProvider(provider, {...recording, name, version: ownVersion(), onProblem});
};

/** How dmctl would reach the same cluster: the first of the addresses that the user gave. */
export const accessOf = ({origin, typesName}: Flags, title: string): DmctlAccess => {
	const typedName = typesName ? title : undefined;
	if (origin.kind !== 'http') {
		return {address: '', typedName};
	}

	const address = origin.addresses.split(/[\s,]+/v).find(part => part !== '') ?? '';
	const {ca = '', cert = '', key = ''} = origin.tls;
	return {address, tls: ca === '' ? undefined : {ca, cert, key}, typedName};
};
