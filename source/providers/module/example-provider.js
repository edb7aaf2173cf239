/**
 * An example of a provider: dm-top over any command that prints a status of DM, such as dmctl on a jump host or
 * inside a pod, where dm-master's own port cannot be reached.
 *
 * ```sh
 * export DM_TOP_COMMAND='ssh jump tiup dmctl --master-addr 10.0.1.11:8261 query-status --more'
 * dm-top --provider ./example-provider.js
 * ```
 *
 * A provider is an object with a name, a title and `observe`, which yields what it learns for as long as dm-top
 * runs. `parseStatus` reads every form in which DM reports its status. Problems are reported too, never thrown: what is
 * known stays on screen then, and grows old.
 */
import {exec} from 'node:child_process';
import {env} from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {parseStatus} from 'dm-top';

const command = env.DM_TOP_COMMAND ?? 'tiup dmctl --master-addr 127.0.0.1:8261 query-status --more';
const run = promisify(exec);

const provider = {
	name: 'dmctl',
	title: command,
	async *observe({signal, once, interval}) {
		while (!signal.aborted) {
			try {
				const {stdout} = await run(command, {signal, maxBuffer: 64 * 1024 * 1024});
				yield {kind: 'status', at: Date.now(), status: parseStatus(stdout)};
			} catch (error) {
				const problem = {what: error.message, fix: `Try it by hand: ${command}`, detail: ''};
				yield {kind: 'silence', at: Date.now(), problem};
			}

			if (once) {
				return;
			}

			await sleep(interval(), undefined, {signal}).catch(() => {});
		}
	},
};

export default provider;
