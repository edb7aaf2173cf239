/** The relay of a source as DM's status spells it (pb.RelayStatus). */
import type {Relay, Source} from '../model/model.js';
import {hasCaughtUp} from '../model/relays.js';
import {gtidText, positionText} from '../model/upstream.js';
import type {RelayJson} from './messages.js';
import {resultJson} from './subtask-status.js';

/** The folder of the relay log on the worker's disk. */
const relayDirectory = ({upstream}: Source): string => `${upstream.server}.000001`;

/** Pb.RelayStatus. */
export const relayJson = (source: Source, relay: Relay): RelayJson => {
	const {upstream} = source;
	return {
		masterBinlog: upstream.isReachable ? positionText(upstream, upstream.transaction) : '',
		masterBinlogGtid: upstream.isReachable ? gtidText(upstream, upstream.transaction) : '',
		relaySubDir: relayDirectory(source),
		relayBinlog: positionText(upstream, relay.transaction),
		relayBinlogGtid: gtidText(upstream, relay.transaction),
		relayCatchUpMaster: hasCaughtUp(source, relay),
		stage: relay.stage,
		result: resultJson(relay.result),
	};
};
