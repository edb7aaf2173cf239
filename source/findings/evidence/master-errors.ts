import type {ClusterView} from '../../monitor/view.js';
import type {Found} from '../rule.js';
import {say} from '../../language/say.js';

/** The finding about errors that the masters count. */
export const masterErrors = (
	what: string,
	metric: string,
	fix: string,
	leader: ClusterView['leader'],
): Found => ({
	severity: 'warning',
	...(leader !== undefined && leader !== '' && {master: leader}),
	isSinceAtLeast: true,
	brief: what,
	what: say('{what} in the last minute', {what}),
	why: [say('By DM’s metric {metric}', {metric})],
	fix: [fix],
	operations: [],
	retries: 'unknown',
});
