/** The relay of a source as DM's status spells it (pb.RelayStatus). */
import type {RelayModel, SourceModel} from '../model/model.js';
import {hasCaughtUp} from '../model/relays.js';
import {gtidText, printedPosition} from '../model/upstream.js';
import type {RelayJson} from './messages.js';
import {resultJson} from './subtask-status.js';

/** The folder of the relay log on the worker's disk. */
const relayDirectory = ({upstream}: SourceModel): string => `${upstream.server}.000001`;

/** Pb.RelayStatus. */
export const relayJson = (source: SourceModel, relay: RelayModel): RelayJson => {
	const {upstream} = source;
	return {
		masterBinlog: upstream.isReachable ? printedPosition(upstream, upstream.transaction) : '',
		masterBinlogGtid: upstream.isReachable ? gtidText(upstream, upstream.transaction) : '',
		relaySubDir: relayDirectory(source),
		relayBinlog: printedPosition(upstream, relay.transaction),
		relayBinlogGtid: gtidText(upstream, relay.transaction),
		relayCatchUpMaster: hasCaughtUp(source, relay),
		stage: relay.stage,
		result: resultJson(relay.result),
	};
};
