/**
 * Reports new findings outside the screen: a user's command, the bell, a desktop notification.
 */
import {say} from '../../language/say.js';
import type {ClusterSource} from '../../session/cluster-source.js';
import {watchFindings} from '../../session/alarms.js';
import type {Terminal} from '../../terminal/terminal.js';
import {createOnFinding} from './on-finding.js';

/** What happens at a new finding. */
export type Alarm = {
	readonly bell: boolean;
	readonly notification: boolean;
	/** The command; '' for none. */
	readonly command: string;
};

/** How new findings are reported, and of which cluster: its `title`. */
export type AlarmOptions = Alarm & {
	readonly title: string;
	/** The screen's; absent where there is none. */
	readonly terminal?: Pick<Terminal, 'alert'>;
	/** Called with what went wrong with the command; '' when it works again. */
	readonly onProblem: (text: string) => void;
};

/** Starts reporting; returns a function that stops it. */
export const startAlarm = (
	cluster: Pick<ClusterSource, 'subscribe' | 'current'>,
	{bell, notification, command, title, terminal, onProblem}: AlarmOptions,
): (() => void) => {
	if (!bell && !notification && command === '') {
		return () => undefined;
	}

	const run = command === '' ? undefined : createOnFinding({command, title, onProblem});
	return watchFindings(cluster, (findings, {now}) => {
		run?.(findings, now);
		const [{task, source, worker, master, what}] = findings as [(typeof findings)[0]];
		const place = [task, source ?? worker ?? master].filter(name => name !== undefined).join('/');
		const told = place === '' ? what : say('{name}: {text}', {name: place, text: what});
		const text = say('{name}: {text}', {name: title, text: told});
		terminal?.alert(
			findings.length > 1 ? say('{text} (and {count} more)', {text, count: findings.length - 1}) : text,
			{bell, notification},
		);
	});
};
