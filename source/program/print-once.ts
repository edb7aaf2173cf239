import {complain, complainOfMetrics} from '../modes/complain.js';
import type {Invocation} from '../modes/invocation.js';
import type {Observed} from '../modes/once/observe-once.js';
import type {PrintOptions} from '../modes/once/table.js';
import {problemText} from '../providers/problem-text.js';
import type {Provider} from '../providers/provider.js';
import {capabilities} from '../terminal/capabilities.js';
import type {Flags} from './command-line/flags.js';
import {metricsOf} from './opening/metrics-of.js';
import {isReplay} from './opening/open-provider.js';

/** How the status is printed; only that way is loaded. */
const printerOf = async (json: boolean): Promise<(look: Observed, options: PrintOptions) => string> => {
	if (json) {
		const {printJson} = await import('../modes/once/json.js');
		return printJson;
	}

	const {printTable} = await import('../modes/once/table.js');
	return printTable;
};

/** The status once: a table, or JSON; returns the exit code. */
export const printOnce = async (
	provider: Provider,
	title: string,
	flags: Flags,
	invocation: Invocation,
): Promise<number> => {
	const {interval, json, ascii, thresholds} = flags;
	const [{exitCodeOf, observeOnce}, print] = await Promise.all([
		import('../modes/once/observe-once.js'),
		printerOf(json),
	]);
	const look = await observeOnce(provider, {
		interval,
		thresholds,
		untilEnd: isReplay(provider),
		wantsLocks: json,
		metrics: await metricsOf(flags, provider),
	});
	if (look.problem) {
		complain(invocation.errors, look.problem.fix === '' ? look.problem.what : problemText(look.problem));
		return 2;
	}

	complainOfMetrics(invocation.errors, look.metricsProblem);
	const options = {
		ascii: ascii || !capabilities(invocation.environment).unicode,
		title,
		width: invocation.columns() ?? 200,
	};
	invocation.print(print(look, options));
	return exitCodeOf(look);
};
